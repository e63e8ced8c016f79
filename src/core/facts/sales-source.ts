// All sale rows of the journal, measured per customer in one pass over the columns.
import { addMonths, type Day, type DayNumber, dayFrom, dayNumber, parts } from '../base/day.ts'
import { exact } from '../base/decimal.ts'
import { type Minor, roundToMinor, safe } from '../base/money.ts'
import type { Item } from '../book/catalog.ts'
import type { Converter } from '../book/converter.ts'
import { currencyAt, type Journal, kindCode, textAt } from '../book/journal.ts'
import type { CustomerIndex } from './customer-index.ts'
import { oncePerIndex } from './once.ts'
import { reversals } from './reversals.ts'

/** `year` is the calendar year up to the day; the others are whole months that end with the day itself. */
export const salesWindows = ['total', 'months12', 'before12', 'months3', 'before3', 'year', 'returns12'] as const
export type SalesWindow = (typeof salesWindows)[number]

export interface SalesSource {
  /** Sum in the converter's currency; null where a rate is missing. Returns and reversed sales count negatively. */
  amount(window: SalesWindow, index: number): Minor | null
  /** Distinct orders with something sold: sales of one document, or of one day where they name none. */
  orders(months: 12 | 'all', index: number): number
  /** Days with a sale that was not taken back, ascending, each once. */
  days(index: number): readonly DayNumber[]
  /** Distinct items sold in 12 months. */
  items12(index: number): number
  /** The item with the highest sales of 12 months; equal ones: the first by id. Empty where rows name none. */
  topItem(index: number): string
  /** Cost of what was sold in 12 months, from the catalogue; null where an item, its cost or a rate is missing. */
  cost12(index: number): Minor | null
  /** Rows of the journal, in its order, of a window. */
  rows(window: SalesWindow, index: number): readonly number[]
}

interface Range {
  readonly after: DayNumber
  readonly upTo: DayNumber
}

function ranges(asOf: Day): Readonly<Record<SalesWindow, Range>> {
  const now = dayNumber(asOf)
  const back = (months: number) => dayNumber(addMonths(asOf, -months))
  const startOfYear = dayNumber(dayFrom(parts(asOf).year, 1, 1)) - 1
  return {
    total: { after: Number.NEGATIVE_INFINITY, upTo: now },
    months12: { after: back(12), upTo: now },
    before12: { after: back(24), upTo: back(12) },
    months3: { after: back(3), upTo: now },
    before3: { after: back(6), upTo: back(3) },
    year: { after: startOfYear, upTo: now },
    returns12: { after: back(12), upTo: now },
  }
}

interface Grouped {
  /** Rows of customer i are `rows[starts[i]] … rows[starts[i + 1] - 1]`, in the journal's order. */
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/** Counting sort of the sale rows (and reversals of sales) up to a day by customer. */
function grouped(journal: Journal, owner: Int32Array, taken: (row: number) => boolean, count: number): Grouped {
  const starts = new Uint32Array(count + 1)
  const { length, customer } = journal
  for (let r = 0; r < length; r++) {
    const i = owner[customer[r] ?? 0] ?? -1
    if (i >= 0 && taken(r)) starts[i + 1] = (starts[i + 1] ?? 0) + 1
  }
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const rows = new Uint32Array(starts[count] ?? 0)
  const next = starts.slice()
  for (let r = 0; r < length; r++) {
    const i = owner[customer[r] ?? 0] ?? -1
    if (i < 0 || !taken(r)) continue
    const at = next[i] ?? 0
    rows[at] = r
    next[i] = at + 1
  }
  return { starts, rows }
}

export function readSales(input: {
  readonly journal: Journal
  readonly index: CustomerIndex
  readonly items: ReadonlyMap<string, Item>
  readonly converter: Converter
}): SalesSource {
  const { journal, index, items, converter } = input
  const asOf = dayNumber(converter.day)
  const sale = kindCode('sale')
  const undone = reversals(journal, 'sale', asOf)
  const { starts, rows } = grouped(
    journal,
    index.codes(journal.customers),
    (r) => (journal.kind[r] === sale && (journal.date[r] ?? 0) <= asOf) || undone.targets.has(r),
    index.customers.length,
  )
  const windows = ranges(converter.day)
  const of = (i: number) => rows.subarray(starts[i] ?? 0, starts[i + 1] ?? 0)
  /** A reversal counts as its sale with the sign turned, on its own day. */
  const signed = (r: number): Minor => {
    const target = undone.targets.get(r)
    return target === undefined ? (journal.amount[r] ?? 0) : -(journal.amount[target] ?? 0)
  }
  const inside = (r: number, range: Range) => {
    const date = journal.date[r] ?? 0
    return date > range.after && date <= range.upTo
  }
  const live = (r: number) => !undone.targets.has(r) && !undone.undone.has(r)

  const rowsOf = (window: SalesWindow, i: number) => {
    const range = windows[window]
    return Array.from(of(i)).filter((r) => inside(r, range) && (window !== 'returns12' || signed(r) < 0))
  }
  const byCurrency = (chosen: readonly number[], value: (r: number) => Minor): Minor | null => {
    const sums = new Map<number, Minor>()
    for (const r of chosen) {
      const code = journal.currency[r] ?? 0
      sums.set(code, safe((sums.get(code) ?? 0) + value(r)))
    }
    let total = 0
    for (const [code, amount] of sums) {
      const row = chosen.find((r) => journal.currency[r] === code) ?? 0
      const converted = converter.convert(amount, currencyAt(journal, row))
      if (converted === null) return null
      total = safe(total + converted)
    }
    return total
  }
  const amountOf = (window: SalesWindow) =>
    oncePerIndex((i: number) => {
      const range = windows[window]
      const chosen: number[] = []
      for (const r of of(i)) if (inside(r, range) && (window !== 'returns12' || signed(r) < 0)) chosen.push(r)
      return byCurrency(chosen, signed)
    })
  const amounts: Readonly<Record<SalesWindow, (i: number) => Minor | null>> = {
    total: amountOf('total'),
    months12: amountOf('months12'),
    before12: amountOf('before12'),
    months3: amountOf('months3'),
    before3: amountOf('before3'),
    year: amountOf('year'),
    returns12: amountOf('returns12'),
  }
  const costOf = (r: number): Minor | null => {
    const target = undone.targets.get(r) ?? r
    const item = items.get(textAt(journal.items, journal.item, target))
    if (item?.cost === undefined) return null
    const quantity = textAt(journal.texts, journal.quantity, target)
    const currency = item.currency ?? converter.to
    const cost = roundToMinor(exact(quantity === '' ? '1' : quantity).times(item.cost), currency)
    return converter.convert(target === r ? cost : -cost, currency)
  }

  return {
    amount: (window, i) => amounts[window](i),
    orders(months, i) {
      const range = months === 12 ? windows.months12 : windows.total
      const keys = new Set<number>()
      for (const r of of(i)) {
        if (!live(r) || (journal.amount[r] ?? 0) <= 0 || !inside(r, range)) continue
        const document = journal.document[r] ?? 0
        // Codes of documents are positive; days are kept below zero, so that the two never meet.
        keys.add(document > 0 ? document : -1_000_000 - (journal.date[r] ?? 0))
      }
      return keys.size
    },
    days: oncePerIndex((i) => {
      const seen = new Set<DayNumber>()
      for (const r of of(i)) if (live(r) && (journal.amount[r] ?? 0) > 0) seen.add(journal.date[r] ?? 0)
      return [...seen].sort((a, b) => a - b)
    }),
    items12(i) {
      const seen = new Set<number>()
      for (const r of of(i)) {
        const item = journal.item[r] ?? 0
        if (item > 0 && live(r) && (journal.amount[r] ?? 0) > 0 && inside(r, windows.months12)) seen.add(item)
      }
      return seen.size
    },
    topItem(i) {
      const sums = new Map<string, number[]>()
      for (const r of rowsOf('months12', i)) {
        const item = textAt(journal.items, journal.item, undone.targets.get(r) ?? r)
        const list = sums.get(item)
        if (list === undefined) sums.set(item, [r])
        else list.push(r)
      }
      const ranked = [...sums]
        .filter(([item]) => item !== '')
        .map(([item, chosen]) => ({ item, amount: byCurrency(chosen, signed) ?? 0 }))
        .sort((a, b) => b.amount - a.amount || (a.item < b.item ? -1 : 1))
      return ranked[0]?.item ?? ''
    },
    cost12(i) {
      let total = 0
      for (const r of rowsOf('months12', i)) {
        const cost = costOf(r)
        if (cost === null) return null
        total = safe(total + cost)
      }
      return total
    },
    rows: rowsOf,
  }
}
