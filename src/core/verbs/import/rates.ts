// Rows that are exchange rates. A table against a third currency is turned into rates to the book's own, where it quotes that too.
import { type Currency, isCurrency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { type Exact, exact, formatDecimal } from '../../base/decimal.ts'
import { compareText } from '../../base/order.ts'
import type { Rate } from '../../book/catalog.ts'
import type { Change } from '../../book/change.ts'
import { type Cells, RowFault } from './reader.ts'
import { eachRow, type Harvest, type Job } from './taken.ts'

interface Quote {
  readonly date: Day
  readonly from: Currency
  readonly to: Currency
  /** Units of `to` for one of `from`. */
  readonly rate: Exact
}

/** Significant digits of a rate that was computed from two published ones. */
const digits = 8

/** A rate that the book states already is known; another one for the same pair and day is refused, so that nothing is restated. */
export function importRates(job: Job): Harvest {
  const { book } = job
  const own = book.settings.currency
  const ownPer = pricesOfOwn(job, own)
  const stated = new Map(book.rates.map((r) => [keyOf(r), exact(r.rate)]))
  const rates: Rate[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const { rate, ...pair } = toOwn(quoteOf(cells, own), own, ownPer)
    const known = stated.get(keyOf(pair))
    if (known !== undefined && !known.eq(rate)) cells.reject('rateDiffers', 'rate')
    if (known === undefined) {
      stated.set(keyOf(pair), rate)
      rates.push({ ...pair, rate: formatDecimal(rate) })
    }
    return { state: known === undefined ? 'imported' : 'known', amount: null, currency: null }
  })
  const changes = rates
    .sort((a, b) => compareText(keyOf(a), keyOf(b)))
    .map((rate): Change => ({ change: 'addRate', rate }))
  return { changes, notes: [], taken, rejected }
}

function keyOf({ date, from, to }: Pick<Rate, 'date' | 'from' | 'to'>): string {
  return `${date} ${from} ${to}`
}

function quoteOf(cells: Cells, own: Currency): Quote {
  const date = cells.day('date') ?? cells.reject('missingValue', 'date', '')
  const from = currencyOf(cells, 'from', undefined)
  const to = currencyOf(cells, 'to', own)
  if (from === to) cells.reject('sameCurrency', 'to')
  const rate = cells.number('rate') ?? cells.reject('missingValue', 'rate', '')
  const units = cells.number('units') ?? exact(1)
  if (rate.lte(0) || units.lte(0)) cells.reject('negativeAmount', rate.lte(0) ? 'rate' : 'units')
  return { date, from, to, rate: rate.div(units) }
}

function currencyOf(cells: Cells, field: 'from' | 'to', fallback: Currency | undefined): Currency {
  const code = cells.text(field).toUpperCase()
  if (code === '' && fallback !== undefined) return fallback
  if (code === '') cells.reject('missingValue', field, '')
  return isCurrency(code) ? code : cells.reject('unknownCurrency', field)
}

/** By day and currency: units of the book's currency for one of it. Rows that cannot be read are rejected later. */
function pricesOfOwn({ sheet, reader }: Job, own: Currency): ReadonlyMap<string, Exact> {
  const prices = new Map<string, Exact>()
  for (const row of sheet.rows) {
    try {
      const { date, from, to, rate } = quoteOf(reader.read(row), own)
      if (to === own) prices.set(`${date} ${from}`, rate)
      else if (from === own) prices.set(`${date} ${to}`, exact(1).div(rate))
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
    }
  }
  return prices
}

function toOwn(quote: Quote, own: Currency, ownPer: ReadonlyMap<string, Exact>): Quote {
  const { date, from, to, rate } = quote
  if (from === own || to === own) return quote
  const [base, target] = [ownPer.get(`${date} ${from}`), ownPer.get(`${date} ${to}`)]
  const round = (value: Exact) => value.toSignificantDigits(digits)
  if (base !== undefined) return { date, from: to, to: own, rate: round(base.div(rate)) }
  return target === undefined ? quote : { date, from, to: own, rate: round(target.times(rate)) }
}
