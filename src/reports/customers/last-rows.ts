// The last sales, payments and contacts of a customer, the latest first.
import { type Day, dayNumber } from '../../core/base/day.ts'
import { compareText } from '../../core/base/order.ts'
import type { Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { type JournalRow, journalRow, kindCode } from '../../core/book/journal.ts'

const shown = 5

export function lastRows(book: Book, asOf: Day, isMine: (id: string) => boolean): readonly Table[] {
  return [salesTable(book, asOf, isMine), paymentsTable(book, asOf, isMine), activitiesTable(book, asOf, isMine)]
}

function latest(book: Book, kind: 'sale' | 'payment', asOf: Day, isMine: (id: string) => boolean): JournalRow[] {
  const { journal } = book
  const mine = journal.customers.texts.map(isMine)
  const wanted = kindCode(kind)
  const last = dayNumber(asOf)
  const rows = new Map<string, JournalRow>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== wanted || mine[journal.customer[i] ?? 0] !== true || (journal.date[i] ?? 0) > last) continue
    const row = journalRow(journal, i)
    rows.set(row.id, row)
  }
  return [...rows.values()].sort(latestFirst).slice(0, shown)
}

function latestFirst(a: { date: string; id: string }, b: { date: string; id: string }): number {
  return compareText(b.date, a.date) || compareText(a.id, b.id)
}

function salesTable(book: Book, asOf: Day, isMine: (id: string) => boolean): Table {
  return {
    name: 'sales',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'item', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'quantity', type: 'number' },
      { key: 'price', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: latest(book, 'sale', asOf, isMine).map((r) => ({
      date: r.date,
      item: r.item,
      name: book.items.get(r.item)?.name ?? r.memo,
      quantity: r.quantity === '' ? null : r.quantity,
      price: r.price === '' ? null : r.price,
      amount: r.amount,
      currency: r.currency,
    })),
  }
}

function paymentsTable(book: Book, asOf: Day, isMine: (id: string) => boolean): Table {
  return {
    name: 'payments',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'method', type: 'text' },
      { key: 'text', type: 'text' },
    ],
    rows: latest(book, 'payment', asOf, isMine).map((r) => ({
      date: r.date,
      amount: r.amount,
      currency: r.currency,
      method: r.method,
      text: r.memo,
    })),
  }
}

function activitiesTable(book: Book, asOf: Day, isMine: (id: string) => boolean): Table {
  return {
    name: 'activities',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'by', type: 'text' },
      { key: 'subject', type: 'text' },
      { key: 'text', type: 'text' },
    ],
    rows: book.activity
      .filter((a) => a.date <= asOf && isMine(a.customer))
      .sort((a, b) => compareText(b.date, a.date) || compareText(b.time, a.time) || compareText(a.id, b.id))
      .slice(0, shown)
      .map((a) => ({
        date: a.date,
        kind: a.kind,
        by: a.by,
        subject: a.subject,
        text: [a.need, a.feedback, a.problem, a.solution, a.outcome].filter((t) => t !== '').join(' · '),
      })),
  }
}
