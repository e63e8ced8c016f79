// Sentences for the problems of the area "bank".
import type { BankProblems } from '../../../core/base/problems/bank.ts'
import type { Sentences } from '../../catalogue.ts'

export const bankProblems: Sentences<BankProblems> = {
  'unknown-account': ({ account, known }) => ({
    message: `the book has no lines of a bank account "${account}"`,
    hint:
      known.length === 0
        ? 'bring a statement in: crm import FILE --as bank --account NAME'
        : `it has: ${known.join(', ')}`,
  }),
  'unknown-line': ({ line, candidates }) => ({
    message:
      candidates.length === 0
        ? `no bank line has the id ${line}`
        : `${line} is the beginning of several ids: ${candidates.join(', ')}`,
    hint: 'crm reconcile --dry-run lists the lines with their ids',
  }),
  'line-not-suggested': ({ line }) => ({
    message: `line ${line} has no suggestion to accept: it is booked, ignored, or nothing is known of it`,
    hint: `crm reconcile --explain ${line} shows it`,
  }),
  'several-candidates': ({ line, candidates }) => ({
    message:
      candidates.length === 0
        ? `line ${line} has a customer but no document`
        : `line ${line} has several candidates: ${candidates.join(', ')}`,
    hint: `name what it settles: --accept ${line}=${candidates[0] ?? 'NUMBER'}`,
  }),
  'not-one-customer': ({ line, documents }) => ({
    message: `line ${line} cannot settle ${documents.join(', ')}: they are not of one customer in the line’s currency`,
  }),
  'bank-gaps': ({ count }) => ({
    message: count === 1 ? '1 gap between statements' : `${count} gaps between statements`,
    hint: 'import the statements of those days; what is missing of an amount is what the lines do not make',
  }),
  'not-the-payments': ({ line, payments }) => ({
    message: `line ${line} cannot be tied to ${payments.join(', ')}: together they are not its amount, or one is tied already`,
    hint: 'correct the payment that was entered (crm reverse, crm pay), or name documents instead',
  }),
  'lines-ignored': ({ count }) => ({
    message: `${count === 1 ? '1 line' : `${count} lines`} left out, with the reason in ignored.csv`,
  }),
  'lines-reconciled': ({ matched, suggested, unmatched, known, ignored }) => ({
    message: `${matched} matched, ${suggested} suggested, ${unmatched} unmatched, ${known} known, ${ignored} ignored`,
    ...(suggested === 0
      ? {}
      : { hint: 'crm reconcile --explain LINE shows what was considered; --accept LINE books it' }),
  }),
  'payers-learnt': ({ count }) => ({
    message: `${count === 1 ? '1 payer' : `${count} payers`} learnt, written to payers: of the customers`,
  }),
}
