// The words of the area "accounts" as people read them.
import type { accountsWords } from '../../../core/base/words/accounts.ts'

export const accounts: Readonly<Record<(typeof accountsWords)[number], string>> = {
  exchange: '汇兑差额',
  realised: '已实现',
  unrealised: '未实现',
  bookedValue: '入账金额',
  settledValue: '结算金额',
  closingValue: '期末折算',
  difference: '差额',
  unrealisedBefore: '期初未实现',
  unrealisedAtEnd: '期末未实现',
  result: '本期合计',
  believed: '当时所知',
  knownNow: '现在所知',
  how: '情形',
  effect: '影响',
  explaining: '造成差异的行',
  added: '后来补记',
  gone: '已不存在',
  confirmations: '对账回函',
  balanceDay: '余额日期',
  answered: '回函日期',
  agreed: '相符',
  differs: '不符',
  confirmed: '客户确认数',
  movedSince: '此后变动',
}
