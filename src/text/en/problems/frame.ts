// Sentences for the problems of the area "frame".
import type { FrameProblems } from '../../../core/base/problems/frame.ts'
import type { Sentences } from '../../catalogue.ts'

const likely = (like: readonly string[]) => (like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` })

export const frameProblems: Sentences<FrameProblems> = {
  usage: ({ text }) => ({ message: text, hint: 'crm help VERB shows the flags of a verb' }),
  'unknown-verb': ({ name, like }) => ({
    message: `there is no verb "${name}"`,
    hint: like.length === 0 ? 'crm --help lists the verbs' : `did you mean ${like.join(', ')}?`,
  }),
  'no-book': ({ path }) => ({
    message: `no book here: ${path} has no crm.yaml, nor has any folder above it`,
    hint: 'go into the book, name it with --book DIR or CRM_BOOK, or make one with crm init DIR',
  }),
  'not-a-day': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a day that exists`,
    hint: 'write it like 2026-11-03',
  }),
  'not-a-period': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a period`,
    hint: 'write it like 2026-10, 2026Q4, 2026, 2026-01-05..2026-02-10 or "last month"',
  }),
  'not-an-amount': ({ flag, text, currency, decimals }) => ({
    message: `${flag} "${text}" is not an amount in ${currency}`,
    hint:
      decimals === 0
        ? `${currency} has no decimals: write it like 1250`
        : `write it like ${decimals === 2 ? '12.50' : '12.500'}, with at most ${decimals} decimals`,
  }),
  'not-a-number': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a number`,
    hint: 'write it like 3 or 2.5',
  }),
  'not-one-of': ({ flag, text, allowed }) => ({
    message: `${flag} cannot be "${text}"`,
    hint: `it is one of: ${allowed.join(', ')}`,
  }),
  'flag-missing': ({ flag }) => ({
    message: `${flag} is missing`,
    hint: `there is nobody to ask here: give it as a flag, ${flag} …`,
  }),
  'unknown-code': ({ name, like }) => ({ message: `no problem has the code "${name}"`, ...likely(like) }),
  'changed-underneath': ({ file }) => ({
    message: `${file} was changed by someone else meanwhile; nothing was written`,
    hint: 'run the command again',
  }),
  'plan-changed': () => ({
    message: 'the book changed meanwhile, so the plan shown no longer holds; nothing was written',
    hint: 'run the command again',
  }),
  'output-exists-as-folder': ({ path }) => ({ message: `${path} is a folder`, hint: 'name a file with --output' }),
  'cannot-write': ({ path, reason }) => ({ message: `cannot write ${path}: ${reason}` }),
  'cannot-read': ({ path, reason }) => ({ message: `cannot read ${path}: ${reason}` }),
  'dry-run': () => ({ message: 'dry run: nothing was written' }),
  'nothing-to-do': () => ({ message: 'nothing to do' }),
  cancelled: () => ({ message: 'cancelled; nothing was written' }),
  'needs-confirmation': () => ({
    message: 'this needs a yes',
    hint: 'look at the plan with --dry-run, then give --yes',
  }),
}
