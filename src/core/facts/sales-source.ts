// All sale rows of the journal, measured per customer in one pass over the columns.
import { addMonths, type Day, type DayNumber, dayFrom, dayNumber, parts } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { once, oncePerIndex } from '../base/once.ts'
import { compareText } from '../base/order.ts'
import type { Item } from '../book/catalog.ts'
import type { Converter } from '../book/converter.ts'
import { type Journal, kindCode } from '../book/journal.ts'
import { discountReason } from '../ledger/discount.ts'
import type { CustomerIndex } from './customer-index.ts'
import { forEachMember, groupsOf, membersOf } from './groups.ts'
import { itemCosts } from './item-costs.ts'
import { countOrders } from './orders.ts'
import { reversals } from './reversals.ts'
import { saleDays } from './sale-days.ts'
import { sumsOf } from './sums.ts'

/** `year` is the calendar year up to the day; the others are whole months that end with the day itself. */
export const salesWindows = ['total', 'months12', 'before12', 'months3', 'before3', 'year', 'returns12'] as const
export type SalesWindow = (typeof salesWindows)[number]

export interface SalesSource {
  /** Sum in the converter's currency; null where a rate is missing. Returns and reversed sales count negatively. */
  amount(window: SalesWindow, index: number): Minor | null
  /** Distinct orders with something sold: sales of one document, or of one day where they name none. */
  orders(months: 12 | 'all', index: number): number
  /** Days with a sale that was not taken back, ascending, each once. */
  days(index: number): Int32Array
  /** The first and the last of them; null for those who never bought. */
  firstDay(index: number): DayNumber | null
  lastDay(index: number): DayNumber | null
  /** Distinct items sold in 12 months. */
  items12(index: number): number
  /** The item with the highest sales of 12 months; equal ones: the first by id. Empty where rows name none. */
  topItem(index: number): string
  /** Cost of what was sold in 12 months, from the catalogue; null where an item, its cost or a rate is missing. */
  cost12(index: number): Minor | null
  /** Rows of the journal, in its order, of a window. */
  rows(window: SalesWindow, index: number): readonly number[]
  /** The same as `amount` and `rows` within any days. */
  between(range: Range, index: number): Minor | null
  rowsBetween(range: Range, index: number): readonly number[]
}

/** Days after one day, up to and including another. */
export interface Range {
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

export function readSales(input: {
  readonly journal: Journal
  readonly index: CustomerIndex
  readonly items: ReadonlyMap<string, Item>
  readonly converter: Converter
}): SalesSource {
  const { journal, index, items, converter } = input
  const { amount, date, kind, item } = journal
  const asOf = dayNumber(converter.day)
  const sale = kindCode('sale')
  const undone = reversals(journal, 'sale', asOf)
  const owner = index.codes(journal.customers)
  const groups = groupsOf(index.customers.length, journal.length, (r) =>
    (kind[r] === sale && (date[r] ?? 0) <= asOf) || undone.targets.has(r)
      ? (owner[journal.customer[r] ?? 0] ?? -1)
      : -1,
  )
  const windows = ranges(converter.day)
  /** A reversal counts as its sale with the sign turned, on its own day. */
  const signed = (r: number): Minor => {
    const target = undone.targets.get(r)
    return target === undefined ? (amount[r] ?? 0) : -(amount[target] ?? 0)
  }
  const inside = (r: number, range: Range) => (date[r] ?? 0) > range.after && (date[r] ?? 0) <= range.upTo
  /** Something sold that was not taken back. */
  const sold = (r: number) => (amount[r] ?? 0) > 0 && kind[r] === sale && !undone.undone.has(r)
  const given = journal.texts.find(discountReason)
  /** What came back; a discount is no return. */
  const isReturn = (r: number) => signed(r) < 0 && journal.reason[r] !== given
  const taken = (window: SalesWindow, r: number) =>
    inside(r, windows[window]) && (window !== 'returns12' || isReturn(r))
  const rowsOf = (window: SalesWindow, i: number) => Array.from(membersOf(groups, i)).filter((r) => taken(window, r))

  const sumOf = sumsOf(journal, groups, converter)
  const amountOf = (window: SalesWindow) =>
    oncePerIndex((i: number) => sumOf(i, (r) => (taken(window, r) ? signed(r) : 0)))
  const amounts: Readonly<Record<SalesWindow, (i: number) => Minor | null>> = {
    total: amountOf('total'),
    months12: amountOf('months12'),
    before12: amountOf('before12'),
    months3: amountOf('months3'),
    before3: amountOf('before3'),
    year: amountOf('year'),
    returns12: amountOf('returns12'),
  }
  const orders = once(() => countOrders(groups, journal, { sold, recent: (r) => inside(r, windows.months12) }))
  const days = once(() => saleDays(groups, (r) => (sold(r) ? (date[r] ?? 0) : null)))
  const unitCosts = itemCosts(journal, items, converter.to)
  const itemOf = (r: number) => item[undone.targets.get(r) ?? r] ?? 0

  return {
    amount: (window, i) => amounts[window](i),
    orders: (months, i) => (months === 12 ? orders().recent : orders().all)[i] ?? 0,
    days: (i) => days().of(i),
    firstDay: (i) => days().first(i),
    lastDay: (i) => days().last(i),
    items12(i) {
      const seen: number[] = []
      forEachMember(groups, i, (r) => {
        const code = item[r] ?? 0
        if (code > 0 && sold(r) && inside(r, windows.months12) && !seen.includes(code)) seen.push(code)
      })
      return seen.length
    },
    topItem(i) {
      const codes: number[] = []
      forEachMember(groups, i, (r) => {
        const code = itemOf(r)
        if (code > 0 && taken('months12', r) && !codes.includes(code)) codes.push(code)
      })
      const ranked = codes.map((code) => ({ id: journal.items.text(code), code, amount: 0 }))
      if (ranked.length > 1)
        for (const one of ranked)
          one.amount = sumOf(i, (r) => (itemOf(r) === one.code && taken('months12', r) ? signed(r) : 0)) ?? 0
      return ranked.sort((a, b) => b.amount - a.amount || compareText(a.id, b.id))[0]?.id ?? ''
    },
    cost12(i) {
      let total = 0
      for (const r of membersOf(groups, i)) {
        if (!taken('months12', r)) continue
        const target = undone.targets.get(r)
        const cost = unitCosts(target ?? r)
        if (cost === null) return null
        const converted = converter.convert(target === undefined ? cost.amount : -cost.amount, cost.currency)
        if (converted === null) return null
        total = safe(total + converted)
      }
      return total
    },
    rows: rowsOf,
    between: (range, i) => sumOf(i, (r) => (inside(r, range) ? signed(r) : 0)),
    rowsBetween: (range, i) => Array.from(membersOf(groups, i)).filter((r) => inside(r, range)),
  }
}
