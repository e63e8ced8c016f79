// crm report sales: goods and services delivered in a period, per currency, by customer, item or month.
import { addDays, dayNumber, dayOf } from '../../core/base/day.ts'
import { type Exact, exact, formatDecimal } from '../../core/base/decimal.ts'
import { type Minor, safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Column, Row } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { type Journal, kindCode, textAt } from '../../core/book/journal.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { counts } from '../../core/ledger/trace.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { type Chosen, chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

const choices = ['customer', 'item', 'month'] as const
type By = (typeof choices)[number]

interface Group {
  readonly key: string
  readonly currency: string
  count: number
  quantity: Exact
  amount: Minor
}

/** Sales that were not reversed, by their own day, returns deducted; amounts in the book's price mode. */
export const sales: ReportModule = {
  needs: ['customers', 'items', 'journal'],
  by: choices,
  report(book, wish, context) {
    const by = choices.find((b) => b === wish.by) ?? 'customer'
    const chosen = chooseCustomers(book, wish.names, context)
    const groups = groupSales(book.journal, by, wish, chosen)
    const columns = columnsOf(by)
    const rows = groups.map((group) => rowOf(book, by, group))
    return {
      output: { tables: [{ name: 'sales', columns, rows, totals: totalsByCurrency(columns, rows) }] },
      problems: chosen.problems,
    }
  },
}

/** Months in order; customers and items by currency, the largest amount first. */
function groupSales(journal: Journal, by: By, wish: ReportWish, chosen: Chosen): Group[] {
  const trace = traceJournal(journal)
  const asOf = dayNumber(wish.asOf)
  const first = wish.period === null ? Number.NEGATIVE_INFINITY : dayNumber(wish.period.from)
  const last = wish.period === null ? asOf : Math.min(asOf, dayNumber(addDays(wish.period.until, -1)))
  const included = journal.customers.texts.map((id) => chosen.includes(id))
  const sale = kindCode('sale')
  const groups = new Map<string, Group>()
  for (let i = 0; i < journal.length; i++) {
    const date = journal.date[i] ?? 0
    if (journal.kind[i] !== sale || date < first || date > last || !counts(trace, i, asOf)) continue
    if (included[journal.customer[i] ?? 0] !== true) continue
    addSale(groups, journal, i, by)
  }
  return [...groups.values()].sort(
    (a, b) =>
      (by === 'month' ? compareText(a.key, b.key) : 0) ||
      compareText(a.currency, b.currency) ||
      b.amount - a.amount ||
      compareText(a.key, b.key),
  )
}

function addSale(groups: Map<string, Group>, journal: Journal, i: number, by: By): void {
  const key = keyOf(journal, i, by)
  const currency = textAt(journal.currencies, journal.currency, i)
  const name = `${key}\u001f${currency}`
  const group = groups.get(name) ?? { key, currency, count: 0, quantity: exact(0), amount: 0 }
  groups.set(name, group)
  group.count += 1
  group.amount = safe(group.amount + (journal.amount[i] ?? 0))
  if (by === 'item') group.quantity = group.quantity.plus(textAt(journal.texts, journal.quantity, i) || '0')
}

function keyOf(journal: Journal, i: number, by: By): string {
  if (by === 'customer') return textAt(journal.customers, journal.customer, i)
  return by === 'item' ? textAt(journal.items, journal.item, i) : dayOf(journal.date[i] ?? 0).slice(0, 7)
}

function columnsOf(by: By): Column[] {
  const tail: Column[] = [
    { key: 'currency', type: 'text' },
    { key: 'count', type: 'number' },
    { key: 'amount', type: 'money' },
  ]
  if (by === 'month') return [{ key: 'month', type: 'period' }, ...tail]
  const head: Column[] = [
    { key: by, type: 'id' },
    { key: 'name', type: 'text' },
  ]
  return by === 'customer'
    ? [...head, ...tail]
    : [...head, { key: 'unit', type: 'text' }, { key: 'quantity', type: 'number' }, ...tail]
}

function rowOf(book: Book, by: By, { key, currency, count, quantity, amount }: Group): Row {
  const tail = { currency, count, amount }
  if (by === 'month') return { month: key, ...tail }
  if (by === 'customer') return { customer: key, name: nameOf(book, key), ...tail }
  const item = book.items.get(key)
  return { item: key, name: item?.name ?? key, unit: item?.unit ?? '', quantity: formatDecimal(quantity), ...tail }
}
