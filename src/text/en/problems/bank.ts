// Sentences for the problems of the area "bank".
import type { BankProblems } from '../../../core/base/problems/bank.ts'
import type { Sentences } from '../../catalogue.ts'

export const bankProblems: Sentences<BankProblems> = {
  'unknown-account': ({ account }) => ({
    message: `the book has no bank account "${account}"`,
    hint: 'name it with --account when importing',
  }),
}
