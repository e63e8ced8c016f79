// crm report evidence DOCUMENT: everything that stands behind a claim, in one answer: the bill, what was delivered, what was paid, what was said.
import { isDay } from '../../core/base/day.ts'
import { likely } from '../../core/base/likely.ts'
import { note, problem } from '../../core/base/problem.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Bill } from '../../core/book/bill.ts'
import type { Book } from '../../core/book/book.ts'
import { type JournalRow, journalRow } from '../../core/book/journal.ts'
import { letterAgain } from '../../core/cases/letter.ts'
import { documentsOf, inOrder } from '../../core/cases/order.ts'
import { ledgerOf, openLedger } from '../../core/ledger/ledger.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import type { ReportModule } from '../report.ts'

const movementColumns: readonly Column[] = [
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'id', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'reason', type: 'text' },
  { key: 'method', type: 'text' },
  { key: 'amount', type: 'money' },
  { key: 'currency', type: 'text' },
]

/** Of one document as of a day; what came later is left out. */
export const evidence: ReportModule = {
  needs: ['customers', 'journal', 'bills', 'bank', 'activity'],
  by: [],
  report(book, { names, asOf }) {
    const number = names[0] ?? ''
    const document = openLedger(book.journal, asOf).document(number)
    if (document === undefined) {
      const like = likely(number, book.bills.keys())
      return { output: { tables: [] }, problems: [problem('unknown-document', { number, like })] }
    }
    const bill = book.bills.get(number)
    const rows = Array.from({ length: book.journal.length }, (_, i) => journalRow(book.journal, i)).filter(
      (r) => r.date <= asOf,
    )
    const settled = settling(rows, number)
    const lines = new Set(
      settled.flatMap((r) => (r.source.startsWith('bank:') ? [r.source.slice('bank:'.length)] : [])),
    )
    const { customer, date, amount, applied, deducted, writtenOff, open, currency } = document
    const claim: Row = {
      document: number,
      customer,
      date,
      amount,
      applied,
      deduct: deducted,
      writtenOff,
      open,
      currency,
    }
    const tables: Table[] = [
      {
        name: 'claims',
        columns: [
          { key: 'document', type: 'id' },
          { key: 'customer', type: 'id' },
          { key: 'date', type: 'day' },
          { key: 'amount', type: 'money' },
          { key: 'applied', type: 'money' },
          { key: 'deduct', type: 'money' },
          { key: 'writtenOff', type: 'money' },
          { key: 'open', type: 'money' },
          { key: 'currency', type: 'text' },
        ],
        rows: [claim],
      },
      salesTable(rows, bill),
      { name: 'settledBy', columns: movementColumns, rows: settled.map(movementRow) },
      linesTable(book, lines),
      activityTable(book, number, asOf),
    ]
    const papers = [...(bill === undefined ? [] : [bill]), ...creditsOf(book, settled)].map(
      (b) => ({ paper: 'bill', name: b.number, language: b.language, bill: b }) as const,
    )
    const { letters, lost } = lettersOf(book, number, asOf)
    return {
      output: { tables, papers: [...papers, ...letters] },
      problems: lost === 0 ? [] : [note('letters-not-again', { count: lost })],
    }
  },
}

/** Applications, deductions, credit notes and write-offs of it, and the payments that were applied. */
function settling(rows: readonly JournalRow[], number: string): JournalRow[] {
  const mine = rows.filter(
    (r) =>
      (r.document === number && r.kind !== 'bill' && r.kind !== 'sale') || (r.kind === 'credit' && r.of === number),
  )
  const sources = new Set(mine.filter((r) => r.kind === 'apply').map((r) => r.of))
  const own = rows.filter((r) => r.kind === 'payment' && sources.has(r.id))
  const ids = new Set([...mine, ...own].map((r) => r.id))
  const undone = rows.filter((r) => (r.kind === 'reverse' || r.kind === 'match') && ids.has(r.of))
  return rows.filter((r) => ids.has(r.id) || undone.includes(r))
}

/** Credit notes that settle it or are about it, where the book has them as documents. */
function creditsOf(book: Book, settled: readonly JournalRow[]): Bill[] {
  const numbers = new Set(settled.flatMap((r) => [r.document, r.of]))
  return [...book.bills.values()].filter((b) => b.kind === 'credit' && numbers.has(b.number))
}

function movementRow({ date, kind, id, document, of, reason, method, amount, currency }: JournalRow): Row {
  return { date, kind, id, document: document || of || null, reason, method, amount, currency }
}

/** The sale rows that the bill bills: each is a delivery or a service rendered. */
function salesTable(rows: readonly JournalRow[], bill: Bill | undefined): Table {
  const ids = new Set(bill?.lines.flatMap((l) => l.sales))
  return {
    name: 'sales',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'id', type: 'id' },
      { key: 'item', type: 'text' },
      { key: 'quantity', type: 'text' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'text', type: 'text' },
    ],
    rows: rows
      .filter((r) => r.kind === 'sale' && ids.has(r.id))
      .map(
        ({ date, id, item, quantity, amount, currency, memo }): Row => ({
          date,
          id,
          item,
          quantity,
          amount,
          currency,
          memo,
        }),
      ),
  }
}

function linesTable(book: Book, wanted: ReadonlySet<string>): Table {
  return {
    name: 'bankLines',
    columns: [
      { key: 'line', type: 'id' },
      { key: 'account', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'payer', type: 'text' },
      { key: 'text', type: 'text' },
    ],
    rows: book.bank
      .filter((l) => wanted.has(l.id))
      .map(
        ({ id, account, date, amount, currency, payer, text }): Row => ({
          line: id,
          account,
          date,
          amount,
          currency,
          payer,
          text,
        }),
      ),
  }
}

/** The reminders about it as the letters that they were; `lost` are those which the book of today cannot write again. */
function lettersOf(book: Book, number: string, asOf: Parameters<typeof inOrder>[1]) {
  const reminders = inOrder(book.activity, asOf).filter((r) => r.kind === 'reminder' && documentsOf(r).includes(number))
  const trace = reminders.length === 0 ? null : traceJournal(book.journal)
  const letters = reminders.flatMap((row) => {
    const customer = book.customers.get(row.customer)
    if (customer === undefined || trace === null) return []
    const paper = letterAgain(row, { ledger: ledgerOf(trace, row.date), customer, settings: book.settings })
    return paper === null ? [] : [{ ...paper, name: `${row.date}-${paper.letter.step}` }]
  })
  return { letters, lost: reminders.length - letters.length }
}

/** Letters, reminders, promises and disputes that name the document, and what was said in a case about it. */
function activityTable(book: Book, number: string, asOf: Parameters<typeof inOrder>[1]): Table {
  const ordered = inOrder(book.activity, asOf)
  const named = ordered.filter((r) => documentsOf(r).includes(number))
  const cases = new Set(named.flatMap((r) => [r.id, r.case]).filter((id) => id !== ''))
  return {
    name: 'activity',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'id', type: 'id' },
      { key: 'channel', type: 'text' },
      { key: 'by', type: 'text' },
      { key: 'subject', type: 'text' },
      { key: 'outcome', type: 'text' },
      { key: 'due', type: 'day' },
    ],
    rows: ordered
      .filter((r) => named.includes(r) || cases.has(r.case))
      .map(
        ({ date, kind, id, channel, by, subject, outcome, due }): Row => ({
          date,
          kind,
          id,
          channel,
          by,
          subject,
          outcome,
          due: isDay(due) ? due : null,
        }),
      ),
  }
}
