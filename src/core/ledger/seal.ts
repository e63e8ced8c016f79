// What a closed month is sealed over: its rows and documents, sorted, without personal text, so that merging, sorting and erasing break nothing.
import { type Day, dayNumber } from '../base/day.ts'
import { type Hash, rowId } from '../base/id.ts'
import { compareText } from '../base/order.ts'
import type { Bill } from '../book/bill.ts'
import type { Book } from '../book/book.ts'
import type { Close, SealedLine } from '../book/close.ts'
import { type JournalRow, journalRow } from '../book/journal.ts'

/** Rows and documents dated from (null: the first one) to a day, both inside; by kind and id. */
export function sealedLines(
  book: Pick<Book, 'journal' | 'bills'>,
  days: { readonly from: Day | null; readonly to: Day },
  hash: Hash,
): SealedLine[] {
  const { journal } = book
  const first = days.from === null ? Number.NEGATIVE_INFINITY : dayNumber(days.from)
  const last = dayNumber(days.to)
  const lines: SealedLine[] = []
  for (let i = 0; i < journal.length; i++) {
    const date = journal.date[i] ?? 0
    if (date < first || date > last) continue
    const row = journalRow(journal, i)
    lines.push({ kind: 'row', id: row.id, digest: rowId(hash, rowFields(row)) })
  }
  for (const bill of book.bills.values()) {
    if ((days.from !== null && bill.date < days.from) || bill.date > days.to) continue
    lines.push({ kind: 'document', id: bill.number, digest: rowId(hash, [JSON.stringify(billFields(bill))]) })
  }
  return lines.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

/** Everything but the memo. */
function rowFields(row: JournalRow): string[] {
  const { id, date, kind, customer, document, of, item, quantity, price, tax, amount } = row
  const { currency, rate, due, reason, source, method } = row
  return [id, date, kind, customer, document, of, item, quantity, price, tax, amount, currency]
    .map((v) => (v === null ? '' : String(v)))
    .concat([rate, due ?? '', reason, source, method])
}

/** Everything but the parties, the terms and the descriptions. */
function billFields(bill: Bill): unknown {
  const { number, kind, date, customer, currency, mode, rounding, instalments, of, reason, taxes, net, tax, total } =
    bill
  return [
    [number, kind, date, customer, currency, mode, rounding, of ?? '', reason ?? '', net, tax, total],
    instalments.map((i) => [i.due, i.amount]),
    bill.lines.map((l) => [
      [l.item ?? '', l.date ?? '', l.quantity, l.unit ?? '', l.price, l.amount, l.tax, l.category],
      l.sales,
      l.release ?? false,
      ...(l.line === undefined ? [] : [l.line]),
    ]),
    taxes.map((g) => [g.tax, g.category, g.net, g.amount]),
  ]
}

/** As `tail -n +2 closes/2026-10.csv | sha256sum` prints it: the lines of the file, sorted. */
export function digestOfLines(lines: readonly SealedLine[], hash: Hash): string {
  return hash(
    lines
      .map(({ kind, id, digest }) => `${kind},${id},${digest}\n`)
      .sort(compareText)
      .join(''),
  )
}

/** Over everything a close says but its state and what happened to it later. */
export function sealOf(close: Omit<Close, 'seal' | 'state' | 'reopened'>, hash: Hash): string {
  const { month, date, totals, provision, rows, digest, previous } = close
  const parts = totals.map((t) => [
    [t.currency, t.before, t.opening, t.bill, t.fee, t.recover, t.refund, t.out],
    [t.payment, t.credit, t.in, t.deduct, t.writeoff, t.after, t.open, t.onAccount],
  ])
  return hash(
    JSON.stringify([month, date, parts, provision.map((p) => [p.currency, p.amount]), rows, digest, previous]),
  )
}
