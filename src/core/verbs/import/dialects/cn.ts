// Banks of China. Days have the year first, so nothing is in doubt.
import { currency } from '../../../base/currency.ts'
import type { Dialect } from './dialect.ts'

const chinese = { country: 'CN', currency: currency('CNY'), usual: { decimal: '.' } } as const

export const china: readonly Dialect[] = [
  {
    ...chinese,
    name: 'icbc',
    bank: '中国工商银行',
    headings: [
      '交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名',
      '交易日期,记账日期,摘要,交易场所,交易国家或地区简称,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名',
      '交易日期,摘要,交易详情,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名,对方账户',
    ],
  },
  {
    ...chinese,
    name: 'ccb',
    bank: '中国建设银行',
    headings: [
      '记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点',
      '账号,账户名称,交易时间,借方发生额(支取),贷方发生额(收入),余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号,企业流水号,凭证种类,凭证号',
    ],
  },
  {
    ...chinese,
    name: 'cmb',
    bank: '招商银行',
    headings: [
      '记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要',
      '记账日期,货币,交易金额,联机余额,交易摘要,对手信息',
      '交易日期,交易时间,收入,支出,余额,交易类型,交易备注',
    ],
  },
  {
    ...chinese,
    // Purchases are written positive; the last column is the amount abroad with the country behind it.
    name: 'cmb-card',
    bank: '招商银行信用卡',
    headings: ['交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额'],
    rules: { sign: 'reversed', columns: { date: '记账日', amount: '人民币金额', original: '', value: '交易日' } },
  },
  {
    ...chinese,
    name: 'boc',
    bank: '中国银行',
    headings: [
      "交易类型[ Transaction Type ],业务类型[ Business type ],付款人开户行号[ Account holding bank number of payer ],付款人开户行名[ Payer account bank ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人开户行行号[ Account holding bank number of beneficiary ],收款人开户行名[ Beneficiary account bank ],收款人账号[ Payee's Account Number ],收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],起息日期[ Value Date ],汇率[ Exchange rate ],交易流水号[ Transaction reference number ],客户申请号[ Online Banking Transaction Ref.(Bank Ref.) ],客户业务编号[ Customer Transaction Ref.(Customer Ref.) ],凭证类型[ Voucher type ],凭证号码[ Voucher number ],记录标识号[ Record ID ],摘要[ Reference ],用途[ Purpose ],交易附言[ Remark ],备注[ Remarks ]",
    ],
  },
  {
    ...chinese,
    name: 'boc-personal',
    bank: '中国银行个人账户',
    headings: [
      '记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,对方卡号/账号,对方开户行,借记卡号',
    ],
    rules: { columns: { text: '附言', note: '交易名称', payer: '对方账户名', payerAccount: '对方卡号/账号' } },
  },
  {
    ...chinese,
    name: 'boc-card',
    bank: '中国银行信用卡',
    headings: ['交易日,银行记账日,卡号后四位,交易描述,存入,支出,币种'],
    rules: { columns: { date: '银行记账日', value: '交易日', text: '交易描述' } },
  },
  {
    ...chinese,
    // Not found in published programs on 2026-11-25; nor is the layout of 农业银行 below.
    name: 'bocom',
    bank: '交通银行',
    headings: ['序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要'],
  },
  {
    ...chinese,
    name: 'abc',
    bank: '中国农业银行',
    headings: ['交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日志号,交易渠道,交易附言'],
  },
]
