// What a new book begins with, and what a section that `crm.yaml` leaves out means. Dated facts with their sources.
import { type Currency, decimalsOf } from '../core/base/currency.ts'
import type { Minor } from '../core/base/money.ts'
import type { Settings, TaxSettings } from '../core/book/settings.ts'

/**
 * China: VAT Law of the PRC, in force since 2026-01-01, articles 10 and 11 (13 %, 9 %, 6 %, exports zero; simplified method 3 %),
 * and the reduction of the 3 % levy to 1 % for small-scale taxpayers (MoF and STA announcement 2026 no. 10, until 2027-12-31).
 */
const chinese: TaxSettings = {
  mode: 'gross',
  rounding: 'line',
  default: 'standard',
  rates: { standard: '13', transport: '9', services: '6', simplified: '3', small: '1', zero: '0' },
}

/** Standard rates by currency where one country stands behind it; a book in euros or dollars must say its own. */
const standardRates: Readonly<Record<string, string>> = { GBP: '20', JPY: '10', CHF: '8.1', SGD: '9', KRW: '10' }

export function defaultTax(currency: Currency): TaxSettings {
  if (currency === 'CNY') return chinese
  const rate = standardRates[currency] ?? '0'
  return {
    mode: 'net',
    rounding: 'group',
    default: rate === '0' ? 'zero' : 'standard',
    rates: rate === '0' ? { zero: '0' } : { standard: rate, zero: '0' },
  }
}

/** Thresholds in whole units of the currency, a rough purchasing scale: a hundred yen or ten yuan for one of the rest. */
function scale(currency: Currency): number {
  const units: Readonly<Record<string, number>> = { CNY: 10, JPY: 100, KRW: 1000, INR: 100, HKD: 10, TWD: 10 }
  return (units[currency] ?? 1) * 10 ** decimalsOf(currency)
}

/** What an hour of work costs in a new book, until it says better. */
export function startingHourlyCost(currency: Currency): Minor {
  return 20 * scale(currency)
}

export function defaultSettings(name: string, currency: Currency, locale: string, timezone: string): Settings {
  const unit = scale(currency)
  return {
    company: { name },
    currency,
    locale,
    timezone,
    tax: defaultTax(currency),
    numbering: {
      bill: 'INV-{yyyy}-{nnnn}',
      credit: 'CN-{yyyy}-{nnnn}',
      fee: 'FEE-{yyyy}-{nnnn}',
      quote: 'QT-{yyyy}-{nnnn}',
      proforma: 'PF-{yyyy}-{nnnn}',
    },
    terms: 'net 30',
    classes: {
      tiers: [
        { name: 'high', atLeast: 50_000 * unit },
        { name: 'middle', atLeast: 5_000 * unit },
        { name: 'low', atLeast: 0 },
      ],
      abc: { a: 0.8, b: 0.95 },
      rfmBins: 5,
      rfm: { by: 'quantile' },
      grace: 0,
      lifecycle: { newDays: 90, slipping: 1.5, dormant: 3, lost: 6 },
      dimensions: [],
      actions: [],
    },
    chase: {
      ladder: [
        { name: 'friendly', after: 3, channel: 'email' },
        { name: 'firm', after: 15, channel: 'email' },
        { name: 'final', after: 30, channel: 'post' },
      ],
      every: 7,
      minimum: 0,
    },
    visits: [
      { grade: 'A', everyMonths: 3, channel: 'meeting' },
      { grade: 'B', everyMonths: 6, channel: 'phone' },
      { grade: 'C', everyMonths: 12, channel: 'email' },
    ],
    reconcile: { tolerance: 0, withholding: [], disputes: 'open' },
    allocation: 'exact-then-oldest',
    creditLimits: 'warn',
    aging: [30, 60, 90, 180, 365],
    accounts: [],
    ledger: { chart: 'en', names: {} },
    views: [],
    alerts: [
      { name: 'falling', when: 'grade=A and salesAgainstRhythm<-40%', again: 180 },
      { name: 'silent', when: 'grade in A,B and silence>2', again: 180 },
      { name: 'firstLate', when: 'late24m=1 and settled24m>=2 and lastLateDays<=30', again: 180 },
      { name: 'aboutToRise', when: 'tierProgress>=90%', again: 180 },
      { name: 'brokenPromise', when: 'brokenPromises>0 and overdue>0', again: 90 },
      { name: 'lateCase', when: 'casesLate>0', again: 30 },
    ],
  }
}
