// crm report statement ID: a customer's account in a period: opening, every movement, closing, per currency.
import { addDays, type Day, dayNumber, dayOf, earlierDay } from '../../core/base/day.ts'
import { safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import { problem } from '../../core/base/problem.ts'
import type { Column, Row } from '../../core/base/table.ts'
import { dayAt, type Journal, kindAt, rowIdAt, textAt } from '../../core/book/journal.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { type Movement, movementsUpTo } from '../../core/ledger/movements.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { chooseCustomers } from './customers.ts'

const columns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'document', type: 'id' },
  { key: 'due', type: 'day' },
  { key: 'text', type: 'text' },
  { key: 'increase', type: 'money' },
  { key: 'decrease', type: 'money' },
  { key: 'balance', type: 'money' },
  { key: 'currency', type: 'text' },
]

/** Rows that were reversed within the period are left out together with their reversal, unless all is asked for. */
export const statement: ReportModule = {
  needs: ['customers', 'journal'],
  by: [],
  report(book, wish, context) {
    if (wish.names.length === 0)
      return { output: { tables: [] }, problems: [problem('report-needs-customer', { report: 'statement' })] }
    const chosen = chooseCustomers(book, wish.names, context)
    const { journal } = book
    const trace = traceJournal(journal)
    const wanted = journal.customers.texts.map((id) => chosen.includes(id))
    const last = lastDay(wish)
    const moved = movementsUpTo(trace, dayNumber(last), (row) => wanted[journal.customer[row] ?? 0] === true)
    const rows = accounts(journal, moved).flatMap((group) => accountRows(journal, group, wish, last))
    return { output: { tables: [{ name: 'statement', columns, rows }] }, problems: chosen.problems }
  },
}

function lastDay(wish: ReportWish): Day {
  return wish.period === null ? wish.asOf : earlierDay(addDays(wish.period.until, -1), wish.asOf)
}

/** Movements of one customer and currency each, in order of both. */
function accounts(journal: Journal, moved: readonly Movement[]): (readonly Movement[])[] {
  const groups = new Map<string, Movement[]>()
  for (const movement of moved) {
    const key = `${textAt(journal.customers, journal.customer, movement.row)} ${currencyOf(journal, movement)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [movement])
    else group.push(movement)
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group)
}

function currencyOf(journal: Journal, { row }: Movement): string {
  return textAt(journal.currencies, journal.currency, row)
}

function accountRows(journal: Journal, moved: readonly Movement[], wish: ReportWish, last: Day): Row[] {
  const [first] = moved
  if (first === undefined) return []
  const from = wish.period === null ? null : wish.period.from
  const start = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from)
  const account = {
    customer: textAt(journal.customers, journal.customer, first.row),
    currency: currencyOf(journal, first),
  }
  const opening = moved.filter((m) => m.day < start).reduce((sum, m) => safe(sum + m.amount), 0)
  const within = moved.filter((m) => m.day >= start)
  const shown = wish.all ? within : withoutPairs(within)
  const rows = [edge(account, 'openingBalance', from, opening)]
  let balance = opening
  for (const movement of shown) {
    balance = safe(balance + movement.amount)
    rows.push({ ...account, ...movementRow(journal, movement), balance })
  }
  return [...rows, edge(account, 'closingBalance', last, balance)]
}

function withoutPairs(moved: readonly Movement[]): Movement[] {
  const undone = new Set(moved.filter((m) => m.reversal).map((m) => m.row))
  const begun = new Set(moved.filter((m) => !m.reversal).map((m) => m.row))
  return moved.filter((m) => !(undone.has(m.row) && begun.has(m.row)))
}

function edge(
  account: { readonly customer: string; readonly currency: string },
  kind: 'openingBalance' | 'closingBalance',
  date: Day | null,
  balance: number,
): Row {
  return { ...account, date, kind, document: null, due: null, text: null, increase: null, decrease: null, balance }
}

function movementRow(journal: Journal, { row, day, amount, reversal }: Movement): Row {
  const words = [journal.reason, journal.method, journal.memo].map((column) => textAt(journal.texts, column, row))
  return {
    date: dayOf(day),
    kind: reversal ? 'reverse' : kindAt(journal, row),
    document: textAt(journal.documents, journal.document, row) || rowIdAt(journal, row),
    due: reversal ? null : dayAt(journal.due, row),
    text: words.filter((w) => w !== '').join(' · '),
    increase: amount > 0 ? amount : null,
    decrease: amount < 0 ? -amount : null,
  }
}
