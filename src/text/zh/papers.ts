// What stands on pages that customers get, in Chinese: bills, reminders and statements (账单、催款函、对账单).
import { type Day, parts } from '../../core/base/day.ts'
import type { LetterFacts, PaperWords } from '../en/papers.ts'
import { money } from './words/money.ts'

function dayInWords(d: Day): string {
  const { year, month, date } = parts(d)
  return `${year}年${month}月${date}日`
}

import { termsInWords } from './terms.ts'

const reasons: Readonly<Record<string, string>> = {
  void: '作废',
  correction: '更正',
  return: '退货',
  goodwill: '销售折让',
  loyalty: '积分奖励',
  chargeback: '拒付退单',
}

const categories: Readonly<Record<string, string>> = {
  Z: '零税率',
  E: '免税',
  G: '出口免税',
  AE: '由购买方自行申报纳税',
  O: '不征税',
}

const bill: PaperWords['bill'] = {
  label: (name, value) => `${name}：${value}`,
  title: {
    bill: '账　单',
    credit: '红字账单',
    fee: '逾期违约金通知单',
    quote: '报 价 单',
    proforma: '形式账单',
    deposit: '预收账单',
  },
  number: '编号',
  date: '日期',
  due: '到期日',
  of: '所属账单',
  quoteNumber: '报价单号',
  validUntil: '有效期至',
  contract: '合同',
  project: '项目',
  taxId: '税号',
  to: '客户',
  description: '品名及说明',
  quantity: '数量',
  unit: '单位',
  price: '单价',
  tax: '税率',
  amount: '金额',
  net: '不含税金额',
  taxLine: (rate, net, category) =>
    `税额（${[`税率 ${rate}%`, `计税金额 ${net}`, categories[category]].filter((text) => text !== undefined).join('，')}）`,
  allowance: (name, percent, amount) =>
    `${amount.startsWith('-') ? '折扣' : '加价'}${name === 'agreed' ? '' : ` ${name}`}${percent === undefined ? '' : ` ${percent.replace('-', '')}%`}：${amount}`,
  discountTaxed: (amount, tax) =>
    `如享受提前付款折扣，应付${amount}，其中税额${tax}。届时不另开红字账单，贵方只可抵扣实际支付的税额。`,
  deposit: (what) => (what === '' ? '预收款' : `预收款：${what}`),
  bound: (bound, what) => `${bound === 'minimum' ? '补足约定最低额' : '减至约定最高额'}：${what}`,
  lessDeposit: (number) => `减：预收账单 ${number}`,
  depositTaken: (number, net, tax, total) =>
    `已抵减预收账单 ${number}：不含税 ${net}，税额 ${tax}，价税合计 ${total}。`,
  covered: '已由预收款全额抵减，无须再付。',
  quoteOnly: '本单为报价，贵方接受后另开账单。',
  proformaOnly: '本单为形式账单，不构成收款要求，不作为抵扣税款的凭证。',
  exemption: (rate, reason) => `税率 ${rate}%：${reason}`,
  gross: '以上单价及金额均为含税价。',
  total: '价税合计',
  inCharacters: '大写',
  terms: (terms) => `付款条件：${termsInWords(terms)}`,
  reason: (code) => `原因：${reasons[code] ?? code}`,
  pay: (amount, due) => `请于${dayInWords(due)}前（含当日）支付${amount}。`,
  instalments: '请按下列期限分期支付：',
  instalment: (amount, due) => `${dayInWords(due)}前（含当日）：${amount}`,
  bank: (account) => `收款账户：${account}`,
  quote: (number) => `付款时请注明账单编号 ${number}。`,
  credited: (amount) => `上述${amount}已记入贵方账户贷方。`,
}

const letter: PaperWords['letter'] = {
  subject: {
    friendly: () => '付款提醒函',
    firm: () => '催款函',
    final: () => '最后催款函',
  },
  to: '致：',
  greeting: (contact) => `尊敬的${contact ?? '客户'}：`,
  opening: {
    friendly: ({ date, count, total }: LetterFacts) => [
      `您好！感谢贵方一直以来对我方的信任与支持。经核对账目，截至${dayInWords(date)}，贵方有下列 ${count} 笔账单已过付款期限，合计应付${total}，想是一时疏漏，烦请核对并安排付款。`,
    ],
    firm: ({ date, count }: LetterFacts) => [
      `经核对账目，截至${dayInWords(date)}，贵方下列 ${count} 笔账单逾期未付，我方尚未收到相应款项。`,
    ],
    final: ({ date, count }: LetterFacts) => [
      `截至${dayInWords(date)}，贵方下列 ${count} 笔账单逾期已久，我方至今仍未收到款项。现就此最后一次函告如下。`,
    ],
  },
  closing: {
    friendly: () => [
      '如款项已于近日付出，请忽略本函，谨此致谢。',
      '如对账单有任何疑问，请随时与我方联系，我方将及时核对处理。',
    ],
    firm: ({ total, deadline }: LetterFacts) => [
      `请贵方于${dayInWords(deadline)}前付清上述款项，共计${total}；如暂有困难，请于该日前书面告知具体付款日期。`,
      '如对账单有异议，请注明账单编号并说明理由，以便我方及时核实。',
    ],
    final: ({ total, deadline }: LetterFacts) => [
      `请贵方务必于${dayInWords(deadline)}前付清全部欠款，共计${total}。逾期仍未付清的，我方将暂停赊销供货，并保留依照合同约定和法律规定主张逾期利息、追究违约责任的权利。`,
      '我方仍愿与贵方友好协商解决。如有付款安排，请于上述日期前与我方联系。',
    ],
  },
  bill: '账单编号',
  date: '账单日期',
  due: '到期日',
  open: '未付金额',
  daysLate: '逾期天数',
  sum: '小计',
  onAccount: '减：已收未核销款项',
  total: '应付合计',
  farewell: '特此函告，顺颂商祺！',
  signature: '财务部',
}

/** 各类变动和单据的名称。 */
const kinds: Readonly<Record<string, string>> = money

const statement: PaperWords['statement'] = {
  title: { activity: '对　账　单', 'open-item': '未清项对账单', 'balance-forward': '余额结转对账单' },
  period: (from, until) => `对账期间：${dayInWords(from)}至${dayInWords(until)}`,
  asOf: (until) => `截止日期：${dayInWords(until)}`,
  inCurrency: (currency) => `币种：${currency}`,
  kinds,
  kind: '摘要',
  date: '日期',
  due: '到期日',
  increase: '应收增加',
  decrease: '应收减少',
  running: '余额',
  total: '金额',
  open: '未清金额',
  closing: '期末余额',
  balance: ({ owed, amount, until }) =>
    owed
      ? `截至${dayInWords(until)}，我方账面记载贵方欠我方${amount}。`
      : `截至${dayInWords(until)}，我方账面记载我方欠贵方${amount}。`,
  answer: '请贵方核对，如有不符，请及时告知我方。',
}

const confirmation: PaperWords['confirmation'] = {
  title: '往来询证函',
  to: (name) => `致：${name}`,
  opening: (sender, until) =>
    `为核对双方往来账目，现将截至${dayInWords(until)}${sender}账簿记录的与贵公司往来余额列示如下。如与贵公司记录相符，请在本函下端“信息证明无误”处签章证明；如有不符，请在“信息不符”处列明不符项目。回函请直接寄至：`,
  address: (text) => `回函地址：${text}`,
  email: (text) => `电子邮箱：${text}`,
  phone: (text) => `邮编及电话：${text}`,
  contact: (text) => `联系人：${text}`,
  accounts: '1．往来账项列示如下：',
  until: '截止日期',
  owedToUs: '贵公司欠',
  owedByUs: '欠贵公司',
  remark: '备注',
  madeOf: (open, onAccount) => `未清 ${open}，预收 ${onAccount}`,
  others: '2．其他事项：无',
  purpose: '本函仅为复核账目之用，并非催款结算。若款项在上述日期之后已经付清，仍请及时函复为盼。',
  seal: (sender) => `${sender}（盖章）`,
  agreed: '1. 信息证明无误。',
  differs: '2．信息不符，请列明不符项目及具体内容：',
  sign: ['（公司盖章）____________　　　　年　　月　　日　　经办人：____________'],
}

const bankSheet: PaperWords['bankSheet'] = {
  title: '银行存款余额调节表',
  head: (company, account) => `单位：${company}　　账户：${account}`,
  until: (day, currency) => `截至${day}　　币种：${currency}`,
  bookBalance: '企业银行存款日记账余额',
  bookPlus: '加：银行已收，企业未收',
  bookLess: '减：银行已付，企业未付',
  bankBalance: '银行对账单余额',
  bankPlus: '加：企业已收，银行未收',
  bankLess: '减：企业已付，银行未付',
  adjusted: '调节后余额',
  unknown: '不详',
  sign: '编制人：______________　　复核人：______________　　日期：______________',
}

function moneyInWords(amount: string, currency: string): string {
  return currency === 'CNY' ? `人民币 ${amount} 元` : ` ${currency} ${amount}`
}

export const papers: PaperWords = { dayInWords, moneyInWords, bill, letter, statement, confirmation, bankSheet }
