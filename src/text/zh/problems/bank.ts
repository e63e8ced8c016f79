// Sentences for the problems of the area "bank".
import type { BankProblems } from '../../../core/base/problems/bank.ts'
import type { Sentences } from '../../catalogue.ts'

export const bankProblems: Sentences<BankProblems> = {
  'unknown-account': ({ account }) => ({
    message: `账簿中没有银行账户“${account}”`,
    hint: '导入时请用 --account 指明',
  }),
}
