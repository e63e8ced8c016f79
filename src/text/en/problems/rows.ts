// Sentences for the problems of the area "rows".
import type { RowsProblems } from '../../../core/base/problems/rows.ts'
import type { Sentences } from '../../catalogue.ts'

export const rowsProblems: Sentences<RowsProblems> = {
  'row-target-unknown': ({ kind, id, column, target }) => ({
    message:
      target === ''
        ? `the ${kind} row ${id} names nothing in "${column}"`
        : `the ${kind} row ${id} names ${target} in "${column}", which is not in the journal`,
    hint: `the row counts for nothing; reverse it with crm reverse ${id} and enter it again`,
  }),
  'row-other-account': ({ kind, id, account, target, other }) => ({
    message: `the ${kind} row ${id} of ${account} acts upon ${target} of ${other}`,
    hint: `the row counts for nothing; to use money of another customer or currency, crm move it first`,
  }),
  'not-reversible': ({ id, target, kind }) => ({
    message: `row ${id} reverses ${target}, but a ${kind} is not reversed`,
    hint: kind === 'reverse' ? 'enter the row again' : `take it back with crm credit ${target}`,
  }),
  'reversed-twice': ({ id, target }) => ({
    message: `row ${id} reverses ${target}, which is reversed already`,
    hint: 'a row is reversed once; the second reversal counts for nothing',
  }),
  'reversed-before': ({ id, target, date, began }) => ({
    message: `row ${id} reverses ${target} on ${date}, before its day ${began}`,
    hint: `the reversal counts from ${began}`,
  }),
  'used-after-reversal': ({ kind, id, date, reversed }) => ({
    message: `the ${kind} row ${id} of ${date} uses what was reversed on ${reversed}`,
    hint: 'the row counts for nothing',
  }),
  'over-settled': ({ kind, name, amount, used, over }) => ({
    message: `${kind} ${name} of ${amount} is settled with ${used}, ${over} too much`,
    hint: `crm show ${name} lists what was set against it; take one back with crm unapply`,
  }),
  'over-used': ({ kind, name, amount, used, over }) => ({
    message: `${kind} ${name} holds ${amount} and ${used} of it is used, ${over} too much`,
    hint: `take back what was applied twice with crm unapply ${name}`,
  }),
  'over-recovered': ({ name, amount, used, over }) => ({
    message: `of the write-off ${name} of ${amount}, ${used} was recovered, ${over} too much`,
    hint: 'reverse a recovery with crm reverse',
  }),
}
