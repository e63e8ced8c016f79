// Codes of the area "billing" and what each carries. Amounts are canonical text, as `formatAmount` writes it.

export interface BillingProblems {
  'ambiguous-item': { readonly item: string; readonly candidates: readonly string[] }
  'terms-unknown': { readonly text: string }
  /** `sum` is what the parts come to, in percent. */
  'terms-shares': { readonly text: string; readonly sum: string }
  /** `readings` with the due day that each gives a bill of `day`. */
  'terms-ambiguous': {
    readonly text: string
    readonly day: string
    readonly readings: readonly { readonly terms: string; readonly due: string }[]
  }
  'calendar-unknown-year': { readonly day: string; readonly base: string; readonly known: readonly string[] }
  'unknown-tax': { readonly name: string; readonly known: readonly string[] }
  'no-price': { readonly item: string; readonly currency: string }
  /** A sale row that says neither price nor amount. */
  'price-missing': { readonly customer: string; readonly item: string; readonly date: string; readonly id: string }
  'sales-of-nobody': { readonly customer: string; readonly count: number }
  'below-minimum-bill': {
    readonly customer: string
    readonly currency: string
    readonly count: number
    readonly amount: string
    readonly minimum: string
  }
  'nothing-left-to-bill': { readonly customer: string; readonly currency: string; readonly count: number }
  /** exposure = balance + unbilled, with what is entered now. */
  'over-credit-limit': {
    readonly customer: string
    readonly currency: string
    readonly exposure: string
    readonly balance: string
    readonly unbilled: string
    readonly limit: string
    readonly over: string
  }
  'discount-taken': {
    readonly number: string
    readonly amount: string
    readonly currency: string
    readonly until: string
  }
  'rate-missing': { readonly from: string; readonly to: string }
  'nothing-to-bill': Record<never, never>
  /** `percent` against the previous bill; `most` is what the book lets pass. */
  'bill-jumps': {
    readonly number: string
    readonly customer: string
    readonly total: string
    readonly previous: string
    readonly currency: string
    readonly percent: number
    readonly most: number
  }
  /** `known` are the percents that the country has on the day. */
  'rate-not-in-force': {
    readonly rate: string
    readonly country: string
    readonly date: string
    readonly known: readonly string[]
  }
  'buyers-without-tax-id': { readonly customers: readonly string[] }
  'bills-planned': { readonly bills: number; readonly credits: number; readonly sales: number }
  'quote-planned': {
    readonly number: string
    readonly customer: string
    readonly amount: string
    readonly currency: string
  }
  'proformas-planned': { readonly count: number }
  'proforma-exists': { readonly number: string; readonly customer: string }
  'proforma-not-positive': { readonly customer: string; readonly amount: string; readonly currency: string }
  'unknown-quote': { readonly number: string; readonly known: readonly string[] }
  'quote-of-another': { readonly number: string; readonly customer: string }
  'quote-accepted-already': { readonly number: string; readonly bill: string }
  'quote-expired': { readonly number: string; readonly until: string }
  /** `sales` are no longer there to be billed. */
  'quote-outdated': { readonly number: string; readonly sales: readonly string[] }
  /** Sums of the lines, in the price mode, and the rates of the bill. */
  'quote-differs': {
    readonly number: string
    readonly quoted: string
    readonly billed: string
    readonly currency: string
    readonly rates: readonly string[]
  }
  'quote-line': { readonly text: string }
  'not-a-deposit': { readonly text: string; readonly currency: string }
  'deposit-without-quote': { readonly text: string }
  'deposit-beyond-quote': {
    readonly number: string
    readonly amount: string
    readonly total: string
    readonly currency: string
  }
  /** Of a deposit, `used` is what later bills took off. */
  'deposit-used': { readonly number: string; readonly amount: string; readonly used: string; readonly currency: string }
  'deposit-outside-scope': { readonly number: string; readonly customer: string }
  'deposit-overused': { readonly number: string; readonly total: string; readonly used: string }
  'unknown-branch': { readonly branch: string; readonly known: readonly string[] }
  'bill-not-positive': { readonly amount: string; readonly currency: string }
  'sale-planned': {
    readonly customer: string
    readonly item: string
    readonly quantity: string
    readonly amount: string
    readonly currency: string
  }
  'usage-planned': { readonly customer: string; readonly item: string; readonly quantity: string }
  'bill-planned': { readonly number: string; readonly amount: string; readonly currency: string; readonly due: string }
  'paid-at-once': { readonly number: string; readonly amount: string; readonly currency: string }
  'not-a-span': { readonly flag: string; readonly text: string }
  'contract-id': { readonly id: string }
  'unknown-contract': { readonly customer: string; readonly contract: string; readonly known: readonly string[] }
  'unknown-contract-line': { readonly contract: string; readonly line: string; readonly known: readonly string[] }
  /** `flags` are about a contract that begins. */
  'contract-exists': { readonly customer: string; readonly contract: string; readonly flags: readonly string[] }
  'contract-line-exists': { readonly customer: string; readonly contract: string; readonly line: string }
  'contract-ends-before-start': { readonly contract: string; readonly start: string; readonly on: string }
  'contract-without-term': { readonly contract: string }
  'contract-renewal-earlier': { readonly contract: string; readonly end: string; readonly until: string }
  'contract-unchanged': { readonly contract: string }
  'contract-line-added': { readonly customer: string; readonly contract: string; readonly items: readonly string[] }
  'contract-terms-set': { readonly contract: string; readonly fields: readonly string[] }
  /** `keys` are what only usage has. */
  'tiers-of-usage': {
    readonly contract: string
    readonly line: string
    readonly kind: string
    readonly keys: readonly string[]
  }
  'usage-without-quantity': { readonly contract: string; readonly line: string }
  'price-or-tiers': { readonly contract: string; readonly line: string }
  'once-has-no-steps': { readonly customer: string; readonly contract: string; readonly line: string }
  'contract-line-id': { readonly id: string }
  'contract-line-reserved': { readonly line: string }
  'contract-line-text': { readonly text: string; readonly keys: readonly string[] }
  'contract-line-key': { readonly key: string; readonly like: readonly string[]; readonly keys: readonly string[] }
  /** `flags` belong to other actions of the verb. */
  'contract-flags': { readonly action: string; readonly flags: readonly string[]; readonly allowed: readonly string[] }
  /** `flags` are agreed for the whole contract. */
  'contract-fixed': { readonly customer: string; readonly contract: string; readonly flags: readonly string[] }
  'contract-bounds-crossed': { readonly minimum: string; readonly maximum: string }
  'contract-changes-apart': { readonly flags: readonly string[] }
  'contract-change-missing': Record<never, never>
  'tier-text': { readonly text: string }
  /** Within `days`; `ended` are over and still in the file of an active customer. */
  'contracts-expire': { readonly contracts: readonly string[]; readonly days: number }
  'contract-changed': { readonly contract: string; readonly line: string; readonly from: string }
  'contract-changed-all': {
    readonly contract: string
    readonly what: 'discount' | 'index'
    readonly percent: string
    readonly from: string
  }
  'contract-bounds-changed': { readonly contract: string; readonly from: string }
  /** `last` is the last day with a discount. */
  'contract-discounts-end': { readonly contract: string; readonly last: string }
  'contract-ended': { readonly contract: string; readonly on: string }
  'contract-renewed': { readonly contract: string; readonly until: string }
}
