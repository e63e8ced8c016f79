// Tables of exchange rates as banks publish them, turned into one rate a row: a column a currency, or the statistical form of central banks.
import { type Currency, isCurrency } from '../../base/currency.ts'
import { fail, ok, type Result } from '../../base/problem.ts'
import type { ImportMapping } from '../../book/mapping.ts'
import type { Sheet } from '../../book/sheet.ts'
import { importFields } from './fields.ts'
import { headingKey } from './headings.ts'

/** What the cells of a column are: units of `to` for so many of `from`. */
interface Pair {
  readonly from: Currency
  readonly to: Currency
  readonly units: string
}

/** The European Central Bank's table names no base: it is the price of one euro. */
const ecbBase = 'EUR'
const ecbMarks = ['USD', 'JPY', 'GBP'] as const

const both = /^(\d*) ?([A-Z]{3}) ?\/ ?([A-Z]{3})$/
const series = /^FX([A-Z]{3})([A-Z]{3})$/
const single = /^(\d*) ?([A-Z]{3})$/
const empty = /^(?:n\/?a|[-–.]*)$/i

/** A sheet with the columns `date`, `from`, `to`, `units`, `rate` where the file has a column for each currency; otherwise the sheet itself. */
export function ratesSheet(sheet: Sheet, mapping: ImportMapping | null): Result<Sheet> {
  const keys = sheet.headings.map(headingKey)
  if (keys.includes('currencydenom') && keys.includes('currency')) return ok(statistical(sheet, keys))
  if (keys.some((k) => headingsOf('rate').has(k)) || mapping?.columns.rate !== undefined) return ok(sheet)
  const headings = sheet.headings.map((h) => h.trim().toUpperCase())
  const bare = headings.filter((h) => isCurrency(single.exec(h)?.[2] ?? ''))
  const base = baseOf(bare, mapping)
  const pairs = headings.map((h) => pairOf(h, base))
  if (pairs.every((p) => p === null))
    return bare.length === 0
      ? ok(sheet)
      : fail('rates-without-base', { headings: bare.slice(0, 5) }, { file: sheet.name })
  return ok(
    oneEach(
      sheet,
      pairs,
      Math.max(
        0,
        keys.findIndex((k) => headingsOf('date').has(k)),
      ),
    ),
  )
}

function headingsOf(field: string): ReadonlySet<string> {
  return new Set(importFields.rates.find((f) => f.name === field)?.headings.map(headingKey))
}

type Base = { readonly from: Currency } | { readonly to: Currency } | null

/** What the columns with a single currency are against: said by the mapping, or known of the table. */
function baseOf(bare: readonly string[], mapping: ImportMapping | null): Base {
  const { from = '', to = '' } = mapping?.constants ?? {}
  if (isCurrency(from)) return { from }
  if (isCurrency(to)) return { to }
  const isEcb = ecbMarks.every((c) => bare.includes(c)) && !bare.includes(ecbBase) && isCurrency(ecbBase)
  return isEcb ? { from: ecbBase } : null
}

function pairOf(heading: string, base: Base): Pair | null {
  const two = both.exec(heading)
  const [units = '', a = '', b = ''] = two === null ? ['', ...(series.exec(heading) ?? []).slice(1)] : two.slice(1)
  if (isCurrency(a) && isCurrency(b)) return { from: a, to: b, units: units || '1' }
  const [, many = '', code = ''] = single.exec(heading) ?? []
  if (base === null || !isCurrency(code)) return null
  return 'from' in base ? { from: base.from, to: code, units: '1' } : { from: code, to: base.to, units: many || '1' }
}

/** Days on which a currency has no rate are left out. */
function oneEach(sheet: Sheet, pairs: readonly (Pair | null)[], day: number): Sheet {
  const rows = sheet.rows.flatMap((row) =>
    pairs.flatMap((pair, i) => {
      const rate = (row.cells[i] ?? '').trim()
      if (pair === null || empty.test(rate)) return []
      return [{ ...row, cells: [row.cells[day] ?? '', pair.from, pair.to, pair.units, rate] }]
    }),
  )
  return { ...sheet, headings: ['date', 'from', 'to', 'units', 'rate'], rows }
}

/** SDMX: units of CURRENCY for one of CURRENCY_DENOM. */
function statistical(sheet: Sheet, keys: readonly string[]): Sheet {
  const names = new Map([
    ['currency', 'to'],
    ['currencydenom', 'from'],
    ['timeperiod', 'date'],
    ['obsvalue', 'rate'],
  ])
  const rate = keys.indexOf('obsvalue')
  return {
    ...sheet,
    headings: sheet.headings.map((h, i) => names.get(keys[i] ?? '') ?? h),
    rows: sheet.rows.filter((row) => !empty.test((row.cells[rate] ?? '').trim())),
  }
}
