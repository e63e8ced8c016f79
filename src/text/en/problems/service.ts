// Sentences for the problems of the area "service".
import type { ServiceProblems } from '../../../core/base/problems/service.ts'
import type { Sentences } from '../../catalogue.ts'

export const serviceProblems: Sentences<ServiceProblems> = {
  'unknown-activity-kind': ({ kind, like }) => ({
    message: `"${kind}" is not a kind of activity`,
    ...(like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` }),
  }),
  'unknown-case': ({ id, like }) => ({
    message: `the customer has no case ${id}`,
    hint:
      like.length === 0
        ? 'the customer has no open case'
        : `open ${like.length === 1 ? 'is' : 'are'}: ${like.join(', ')}`,
  }),
  'case-missing': ({ kind }) => ({
    message: `a row of the kind ${kind} belongs to a case`,
    hint: 'name it: --case ID',
  }),
  'case-closed': ({ id, day }) => ({
    message: `the case ${id} was ended on ${day}`,
    hint: 'open it again with crm log CUSTOMER reopen --case ID',
  }),
  'not-minutes': ({ text }) => ({ message: `--minutes "${text}" is not a whole number`, hint: 'write it like 45' }),
  'not-a-scale': ({ text }) => ({
    message: `--scale "${text}" is not a scale`,
    hint: 'write it like 5 (1 to 5) or 0-10',
  }),
  'not-a-time': ({ text }) => ({ message: `--time "${text}" is not a time of day`, hint: 'write it like 09:30' }),
  'rating-outside': ({ text, scale }) => ({
    message: `--rating "${text}" is not on the scale ${scale}`,
    hint: 'name another scale with --scale, like 0-10',
  }),
  'activity-logged': ({ id, customer }) => ({ message: `logged for ${customer}: ${id}` }),
  'case-opened': ({ id }) => ({
    message: `case ${id} is open`,
    hint: `follow it up with --case ${id}, end it with crm log CUSTOMER resolve --case ${id}`,
  }),
}
