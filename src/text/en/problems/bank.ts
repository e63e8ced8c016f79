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
  'lines-reconciled': ({ matched, suggested, unmatched, known, ignored }) => ({
    message: `${matched} matched, ${suggested} suggested, ${unmatched} unmatched, ${known} known, ${ignored} ignored`,
    ...(suggested === 0
      ? {}
      : { hint: 'crm reconcile --explain LINE shows what was considered; crm pay books by hand' }),
  }),
  'payers-learnt': ({ count }) => ({
    message: `${count === 1 ? '1 payer' : `${count} payers`} learnt from document numbers, written to payers: of the customers`,
  }),
}
