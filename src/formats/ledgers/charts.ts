// Charts of accounts: what each role is called in the general ledger that receives an export.
import { type AccountRole, accountRoles, type ChartName, type LedgerSettings } from '../../core/book/general-ledger.ts'

/** The five classes of accounts, as plain-text ledgers need to know them. */
export const accountClasses = ['assets', 'liabilities', 'equity', 'income', 'expenses'] as const
export type AccountClass = (typeof accountClasses)[number]

export interface Chart {
  readonly name: ChartName
  /** What each class is called. */
  readonly classes: Readonly<Record<AccountClass, string>>
  readonly accounts: Readonly<Record<AccountRole, readonly [AccountClass, ...string[]]>>
}

const english: Chart = {
  name: 'en',
  classes: { assets: 'Assets', liabilities: 'Liabilities', equity: 'Equity', income: 'Income', expenses: 'Expenses' },
  accounts: {
    receivable: ['assets', 'Receivable'],
    onAccount: ['liabilities', 'Prepayments'],
    deposits: ['liabilities', 'CustomerDeposits'],
    allowance: ['assets', 'Allowance'],
    bank: ['assets', 'Bank'],
    sales: ['income', 'Sales'],
    tax: ['liabilities', 'Tax'],
    lateFees: ['income', 'LateFees'],
    opening: ['equity', 'Opening'],
    moves: ['equity', 'Conversion'],
    exchangeGains: ['income', 'ExchangeGains'],
    exchangeLosses: ['expenses', 'ExchangeLosses'],
    discounts: ['expenses', 'Discounts'],
    bankFees: ['expenses', 'BankFees'],
    withheld: ['assets', 'WithheldTax'],
    rounding: ['expenses', 'Rounding'],
    deductions: ['expenses', 'Deductions'],
    badDebts: ['expenses', 'BadDebts'],
    recoveries: ['income', 'Recoveries'],
    impairment: ['expenses', 'Impairment'],
  },
}

const chineseClasses = {
  assets: '资产',
  liabilities: '负债',
  equity: '所有者权益',
  income: '收入',
  expenses: '费用',
} as const

/** Codes and names of 企业会计准则应用指南 (财会〔2006〕18号, annex), 6702 of 财会〔2019〕6号, 2205 as commonly given since 财会〔2017〕22号 (not verified in the text; crm.yaml may name another). */
const enterprise: Chart = {
  name: 'cas',
  classes: chineseClasses,
  accounts: {
    receivable: ['assets', '1122应收账款'],
    onAccount: ['liabilities', '2203预收账款'],
    deposits: ['liabilities', '2205合同负债'],
    allowance: ['assets', '1231坏账准备'],
    bank: ['assets', '1002银行存款'],
    sales: ['income', '6001主营业务收入'],
    tax: ['liabilities', '2221应交税费', '应交增值税', '销项税额'],
    lateFees: ['income', '6301营业外收入', '滞纳金'],
    opening: ['equity', '期初余额'],
    moves: ['equity', '往来转移与货币兑换'],
    exchangeGains: ['expenses', '6603财务费用', '汇兑差额'],
    exchangeLosses: ['expenses', '6603财务费用', '汇兑差额'],
    discounts: ['expenses', '6603财务费用', '现金折扣'],
    bankFees: ['expenses', '6603财务费用', '手续费'],
    withheld: ['assets', '1221其他应收款', '代扣税款'],
    rounding: ['expenses', '6603财务费用', '尾差'],
    deductions: ['expenses', '6603财务费用', '客户扣款'],
    badDebts: ['expenses', '6702信用减值损失', '坏账核销'],
    recoveries: ['expenses', '6702信用减值损失', '坏账收回'],
    impairment: ['expenses', '6702信用减值损失', '计提坏账准备'],
  },
}

/** Codes and names of 小企业会计准则 (财会〔2011〕17号, annex); it knows no allowance, so its account is never used by itself. */
const small: Chart = {
  name: 'small',
  classes: chineseClasses,
  accounts: {
    receivable: ['assets', '1122应收账款'],
    onAccount: ['liabilities', '2203预收账款'],
    deposits: ['liabilities', '2203预收账款', '已开票定金'],
    allowance: ['assets', '1231坏账准备'],
    bank: ['assets', '1002银行存款'],
    sales: ['income', '5001主营业务收入'],
    tax: ['liabilities', '2221应交税费', '应交增值税', '销项税额'],
    lateFees: ['income', '5301营业外收入', '滞纳金'],
    opening: ['equity', '期初余额'],
    moves: ['equity', '往来转移与货币兑换'],
    exchangeGains: ['income', '5301营业外收入', '汇兑收益'],
    exchangeLosses: ['expenses', '5603财务费用', '汇兑损失'],
    discounts: ['expenses', '5603财务费用', '现金折扣'],
    bankFees: ['expenses', '5603财务费用', '手续费'],
    withheld: ['assets', '1221其他应收款', '代扣税款'],
    rounding: ['expenses', '5603财务费用', '尾差'],
    deductions: ['expenses', '5603财务费用', '客户扣款'],
    badDebts: ['expenses', '5711营业外支出', '坏账损失'],
    recoveries: ['income', '5301营业外收入', '坏账收回'],
    impairment: ['expenses', '5711营业外支出', '坏账损失'],
  },
}

/** The usual one first. */
export const charts: readonly Chart[] = [english, enterprise, small]

/** The chart of a book: its named one, unless another is asked for, with the accounts that crm.yaml names instead. */
export function chartOf({ chart, names }: LedgerSettings, asked: ChartName | undefined): Chart {
  const base = charts.find((c) => c.name === (asked ?? chart)) ?? english
  const own = accountRoles.flatMap((role) => {
    const name = names[role]
    return name === undefined ? [] : [[role, accountNamed(name, base.accounts[role])] as const]
  })
  return { ...base, accounts: { ...base.accounts, ...Object.fromEntries(own) } }
}

function accountNamed(name: string, usual: Chart['accounts'][AccountRole]): Chart['accounts'][AccountRole] {
  const parts = name.split(':').map((part) => part.trim())
  const [first = '', ...rest] = parts
  const other = accountClasses.find((c) => c === first.toLowerCase())
  return other === undefined || rest.length === 0 ? [usual[0], ...parts] : [other, ...rest]
}

/** The parts of an account's name; `sub` is the customer where there is one. */
export function accountParts(chart: Chart, role: AccountRole, sub?: string): string[] {
  const [root, ...rest] = chart.accounts[role]
  return [chart.classes[root], ...rest, ...(sub === undefined ? [] : [sub])]
}

export function classOf(chart: Chart, role: AccountRole): AccountClass {
  return chart.accounts[role][0]
}
