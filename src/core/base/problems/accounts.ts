// Codes of the area "accounts" (exchange differences, statements, confirmations, credit limits) and what each carries.

export interface AccountsProblems {
  /** The day is the first on which the rate was needed. */
  'rate-needed': { readonly from: string; readonly to: string; readonly day: string }
  /** Amounts with their currency. */
  'payment-exchanged': { readonly given: string; readonly arrived: string }
  'receives-own-currency': { readonly currency: string }
  'open-in-other-currency': {
    readonly customer: string
    readonly currency: string
    /** As `INV-2026-0001 100.00 USD`. */
    readonly documents: readonly string[]
    readonly number: string
  }
  /** Headings that are single currencies. */
  'rates-without-base': { readonly headings: readonly string[] }
  'confirmed-later': { readonly day: string; readonly answered: string }
  confirmed: { readonly customer: string; readonly day: string }
  'confirmed-already': { readonly customer: string; readonly day: string; readonly answered: string }
  'flag-not-of-report': { readonly flag: string; readonly report: string }
  'report-not-compared': { readonly report: string }
}
