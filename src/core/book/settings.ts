// What `crm.yaml` says: the company, its currency and rules. Amounts are minor units of the book's currency.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { AllocationPolicy } from './allocation.ts'
import type { DocumentKind } from './bill.ts'
import type { BillingSettings } from './bill-day.ts'
import type { CalendarSettings } from './calendar.ts'
import type { ClassSettings, ConditionSource } from './class-settings.ts'
import type { Language } from './customer.ts'
import type { LedgerSettings } from './general-ledger.ts'
import type { MonthlyReading } from './terms.ts'
import type { Country } from './vat.ts'

/** The version of the book's format that this program reads and writes. */
export const bookFormat = 1

export interface Company {
  readonly name: string
  readonly taxId?: string
  readonly address?: string
  readonly email?: string
  readonly phone?: string
  readonly bank?: string
}

/** Prices stand without (`net`) or with (`gross`) tax; tax is rounded per line or once per rate of a document. */
export interface TaxSettings {
  readonly mode: 'net' | 'gross'
  readonly rounding: 'group' | 'line'
  /** Key of `rates` for items that name none. */
  readonly default: string
  /** Percent as exact decimal text, by name: `{ standard: '13', zero: '0' }`. */
  readonly rates: Readonly<Record<string, string>>
  /** EN 16931 category of a rate, by name, where it is not S (more than 0 %) or Z: `{ export: 'G', reverse: 'AE' }`. */
  readonly categories?: Readonly<Record<string, string>>
  /** Why a rate is zero, by its name: a text for the bill, or a code of the VATEX list. */
  readonly exemptions?: Readonly<Record<string, string>>
  /** In order of day; before its first change a rate is what `rates` says. */
  readonly changes?: readonly RateChange[]
  /** Where the rates come from: with it a rate that is not in force there is warned of. */
  readonly country?: Country
  /** An early-payment discount that is taken lowers the tax, too; as in the country unless said, else not. */
  readonly discountLowersTax?: boolean
}

/** Patterns of numbers by kind of document. */
export interface Numbering {
  readonly bill: string
  readonly credit: string
  readonly fee: string
  readonly quote: string
  readonly proforma: string
  /** Series of their own for customers of a branch; what a branch does not say is as above. */
  readonly branches?: Readonly<Record<string, Partial<Readonly<Record<DocumentKind, string>>>>>
}

/** The pattern by which a document of a customer is numbered. */
export function seriesPattern({ numbering }: Pick<Settings, 'numbering'>, kind: DocumentKind, branch?: string): string {
  return (branch === undefined ? undefined : numbering.branches?.[branch]?.[kind]) ?? numbering[kind]
}

/** All patterns of a kind, each once: the book's own and those of branches. */
export function seriesPatterns(
  { numbering }: Pick<Settings, 'numbering'>,
  kind: DocumentKind,
): readonly { readonly pattern: string; readonly branch: string }[] {
  const of = Object.entries(numbering.branches ?? {}).flatMap(([branch, own]) => {
    const pattern = own[kind]
    return pattern === undefined ? [] : [{ pattern, branch }]
  })
  const all = [{ pattern: numbering[kind], branch: '' }, ...of]
  return all.filter((a, i) => all.findIndex((b) => b.pattern === a.pattern) === i)
}

export interface ReconcileSettings {
  /** A payment that is short by no more settles its bill; the difference is deducted. 0: never. */
  readonly tolerance: Minor
  /** Percent that payers keep back as tax, of the bill or of what it is without tax; exact decimal texts. */
  readonly withholding: readonly string[]
  /** A payment that is short and says why: booked, with a dispute over the rest, or only suggested. */
  readonly disputes: 'open' | 'suggest'
}

/** An account at a bank or wallet: how its statements name it. */
export interface AccountSettings {
  /** The folder under bank/. */
  readonly name: string
  readonly iban?: string
  /** Number of the account, card, merchant or wallet. */
  readonly number?: string
  /** Of its lines where a statement says none; the book's unless said. */
  readonly currency?: Currency
}

/** A predicate with a name, and how to show who meets it: `crm list --view NAME`. */
export interface ViewSettings {
  readonly name: string
  readonly when?: ConditionSource
  readonly columns?: readonly string[]
  readonly sort?: string
}

/** Raised for every customer who meets the condition, and again after `again` days if he still does. */
export interface AlertSettings {
  readonly name: string
  readonly when: ConditionSource
  readonly again: number
}

/** Percent off what is sold to whoever meets the condition; items by id or category. */
export interface DiscountRule {
  /** What the bill calls it. */
  readonly name: string
  /** Exact decimal text. */
  readonly percent: string
  readonly when?: ConditionSource
  readonly items?: readonly string[]
  readonly from?: Day
  readonly until?: Day
}

/** From a day on a rate is another one. */
export interface RateChange {
  readonly rate: string
  readonly from: Day
  /** Exact decimal text. */
  readonly percent: string
}

export interface ChaseStep {
  readonly name: string
  /** Days after the due day from which the step may be taken. */
  readonly after: number
  readonly channel: string
}

export interface ChaseSettings {
  /** In order of severity. */
  readonly ladder: readonly ChaseStep[]
  /** Days that must pass between two reminders to one customer. */
  readonly every: number
  /** A customer who owes less (overdue net of on account) is left alone. */
  readonly minimum: Minor
}

export interface VisitRule {
  /** A, B, C, or `other`. */
  readonly grade: string
  readonly everyMonths: number
  readonly channel: string
}

export interface ProvisionSegment {
  readonly name: string
  /** Without a condition it takes everybody. */
  readonly when?: ConditionSource
  /** Percent as exact decimal text: not due, each bucket, beyond the last. */
  readonly rates?: readonly string[]
}

/** `small`: 小企业会计准则, which knows no provision. `roll`: rates from the book's own history, those of the segment where it has none. */
export interface ProvisionSettings {
  readonly framework: 'ifrs' | 'cas' | 'small'
  readonly method: 'matrix' | 'roll'
  /** Upper ends of the buckets in days late, inclusive. */
  readonly buckets: readonly number[]
  /** Months of due days that roll rates look at. */
  readonly months: number
  /** The allowance that the book began with, in its currency. */
  readonly opening: Minor
  /** The first that takes a customer counts. */
  readonly segments: readonly ProvisionSegment[]
}

export const creditLimitRules = ['warn', 'refuse', 'off'] as const
export type CreditLimits = (typeof creditLimitRules)[number]

export interface Settings {
  readonly company: Company
  readonly currency: Currency
  readonly locale: string
  readonly timezone: string
  readonly tax: TaxSettings
  readonly numbering: Numbering
  readonly terms: string
  /** The first that holds decides. */
  readonly discounts?: readonly DiscountRule[]
  readonly billing?: BillingSettings
  /** Bills of less, in the book's currency, wait for the next run; nothing waits unless said. */
  readonly minimumBill?: Minor
  /** How this book reads 月结N天; without it such terms are refused as ambiguous. */
  readonly monthlyTerms?: MonthlyReading
  /** Due days on a free day move to the next business day; without it they stay. */
  readonly calendar?: CalendarSettings
  readonly classes: ClassSettings
  readonly chase: ChaseSettings
  readonly visits: readonly VisitRule[]
  /** What an hour spent on customers costs, by whoever has no rate of his own in staff.yaml. */
  readonly hourlyCost?: Minor
  readonly reconcile: ReconcileSettings
  /** How money that names no document is set against what is open, unless a customer's file says otherwise. */
  readonly allocation: AllocationPolicy
  /** What `sell` and `bill` do about a customer beyond his credit limit. */
  readonly creditLimits: CreditLimits
  /** Upper ends, inclusive, of the aging buckets in days overdue: 30, 60, 90 … */
  readonly aging: readonly number[]
  readonly accounts: readonly AccountSettings[]
  /** Without it no provision is made. */
  readonly provision?: ProvisionSettings
  /** Accounts of the general ledger for exports. */
  readonly ledger: LedgerSettings
  readonly views: readonly ViewSettings[]
  readonly alerts: readonly AlertSettings[]
}

/** The language of documents where a customer states none. */
export function languageOf(settings: Settings): Language {
  return settings.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
