// What accounts of the general ledger are for; which account each is, a chart and crm.yaml say.

export const accountRoles = [
  'receivable',
  'onAccount',
  'deposits',
  'allowance',
  'bank',
  'sales',
  'tax',
  'lateFees',
  'opening',
  'moves',
  'exchangeGains',
  'exchangeLosses',
  'discounts',
  'bankFees',
  'withheld',
  'rounding',
  'deductions',
  'badDebts',
  'recoveries',
  'impairment',
] as const
export type AccountRole = (typeof accountRoles)[number]

/** `en`: English names · `cas`: 企业会计准则 · `small`: 小企业会计准则. The usual one first. */
export const chartNames = ['en', 'cas', 'small'] as const
export type ChartName = (typeof chartNames)[number]

export interface LedgerSettings {
  readonly chart: ChartName
  /** Accounts of the book's own: parts with colons between, of the class of the chart's account unless the first part is another class. */
  readonly names: Readonly<Partial<Record<AccountRole, string>>>
}
