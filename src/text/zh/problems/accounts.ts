// Sentences for the problems of the area "accounts".
import type { AccountsProblems } from '../../../core/base/problems/accounts.ts'
import type { Sentences } from '../../catalogue.ts'

export const accountsProblems: Sentences<AccountsProblems> = {
  'rate-needed': ({ from, to, day }) => ({
    message: `没有 ${day} 及以前 ${from} 兑 ${to} 的汇率`,
    hint: `请在 rates.csv 加一行：${day},${from},${to},汇率；或用 crm import 文件 --as rates 导入汇率表`,
  }),
  'payment-exchanged': ({ given, arrived }) => ({ message: `其中 ${given} 兑换为 ${arrived}` }),
  'receives-own-currency': ({ currency }) => ({
    message: `--receives 用于写明折成另一币种的金额，而款项与单据都是 ${currency}`,
    hint: '请用 --settles 指定其他币种的单据，或去掉 --receives',
  }),
  'open-in-other-currency': ({ customer, currency, documents, number }) => ({
    message: `${customer} 没有 ${currency} 的未清项，但有 ${documents.join('、')}`,
    hint: `${currency} 款项可用 --settles ${number} 结算，按当日汇率或 --receives 金额 兑换`,
  }),
  'rates-without-base': ({ headings }) => ({
    message: `文件没有说明 ${headings.join('、')} 各列对哪种货币计价`,
    hint: '请用 --map 给出映射文件写明："constants: { from: EUR }" 表示一欧元折合各币种多少，"constants: { to: CNY }" 表示各币种折合人民币多少',
  }),
  'confirmed-later': ({ day, answered }) => ({
    message: `${day} 的余额不可能在 ${answered} 得到确认`,
    hint: '第二个参数是余额的日期；--date 是回函日期',
  }),
  confirmed: ({ customer, day }) => ({ message: `已登记 ${customer} 对 ${day} 余额的回函` }),
  'confirmed-already': ({ customer, day, answered }) => ({
    message: `${customer} 已于 ${answered} 对 ${day} 余额作同样答复，不再登记`,
  }),
  'flag-not-of-report': ({ flag, report }) => ({
    message: `报表 ${report} 没有 ${flag}`,
    hint: '请去掉该选项；crm report --help 说明各选项适用的报表',
  }),
  'report-not-compared': ({ report }) => ({
    message: `报表 ${report} 不能对比账簿的两个状态`,
    hint: '可用 crm report aging --as-of 日期 --known-at 日期 --compare',
  }),
}
