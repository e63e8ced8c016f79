// Sentences for the problems of the area "statements".
import type { StatementsProblems } from '../../../core/base/problems/statements.ts'
import type { Sentences } from '../../catalogue.ts'

export const statementsProblems: Sentences<StatementsProblems> = {
  'statement-accounts': ({ accounts }) => ({
    message: `文件中有多个账户的对账单：${accounts.join('、')}`,
    hint: '请在 crm.yaml 的 accounts: 下逐一登记 iban 或 number，并去掉 --account',
  }),
  'statement-sum': ({ opening, lines, closing, currency }) => ({
    message: `期初余额 ${opening} 加发生额 ${lines} 不等于期末余额 ${closing} ${currency}`,
    hint: '可能缺少流水，请与银行核对',
  }),
  'lines-pending': ({ count }) => ({ message: `${count} 笔银行尚未入账，仅为预告，未收入` }),
  'lines-failed': ({ count, states }) => ({ message: `${count} 笔未收入：款项未实际收付（${states.join('、')}）` }),
  'lines-neutral': ({ count, states }) => ({
    message: `${count} 笔未收入：本人账户间的资金划转（${states.join('、')}）`,
  }),
  'lines-balance': ({ count }) => ({ message: `${count} 行仅列示余额，未收入` }),
  'lines-cancelled': ({ count }) => ({ message: `${count} 笔未收入：已关闭的付款及其退款，两相抵销` }),
  'statement-totals': ({ direction, said, found, currency }) => ({
    message: `文件所载${direction === 'in' ? '收入' : '支出'}合计 ${said} ${currency}，逐笔相加为 ${found} ${currency}`,
    hint: '可能缺少流水，请重新下载对账单核对',
  }),
  'rows-below': ({ count }) => ({ message: `明细之后的 ${count} 行为合计或说明，没有日期，未收入` }),
  'balances-unread': ({ count }) => ({ message: `${count} 行的余额不是金额，已不带余额收入，未能据以核对` }),
  'fees-taken-off': ({ count }) => ({
    message: `${count} 行的手续费已从金额中扣除：余额表明文件中的金额未扣手续费`,
  }),
  'lines-maybe-known': ({ count, lines, date }) => ({
    message: `${count} 行未导入：账簿当日（最早 ${date}）已有对方、摘要、金额都相同的行，除此没有其他依据；但账簿当日另有本文件没有的行，两份文件可能各只含当日的一部分`,
    hint: `若是另外的款项，请用 crm import 加 --force ${lines.join(' ')}${count > lines.length ? ' …' : ''}`,
  }),
  'lines-apart': ({ count }) => ({
    message: `${count} 行与账簿当日某行的对方、摘要、金额相同，仍已导入：余额表明本对账单接在另一份之后（或之前）`,
  }),
  'lines-other-format': ({ same, apart, formats }) => ({
    message: `${same} 行未导入：账簿已从其他格式（${formats.join('、')}）导入过，按账户、日期、金额识别${apart === 0 ? '' : `；同日另有 ${apart} 行账簿没有，已导入`}`,
    hint: '同一账户最好只用一种格式；余额是否吻合可看 crm report bank',
  }),
  'lines-retold': ({ count, lines }) => ({
    message: `${count} 行未导入：账簿已有同一格式、同日、同金额的流水，只是文字或详或略，并无出入`,
    hint: `若是另外的款项，请用 crm import 加 --force ${lines.join(' ')}${count > lines.length ? ' …' : ''}`,
  }),
  'records-other': ({ count }) => ({ message: `${count} 条投资、类别或清单记录未收入` }),
}
