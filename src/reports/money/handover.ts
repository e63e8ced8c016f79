// crm report handover MONTH: what the accountant takes over, from the roll-forward through every movement to the lines to sign on.
import { addDays, type Day, dayNumber, dayOf, earlierDay, monthOf } from '../../core/base/day.ts'
import { type Period, parsePeriod } from '../../core/base/period.ts'
import { problem } from '../../core/base/problem.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Word } from '../../core/base/words.ts'
import type { Book } from '../../core/book/book.ts'
import { closedThrough, monthAfter } from '../../core/book/close.ts'
import { type JournalKind, journalRow, kindAt } from '../../core/book/journal.ts'
import type { Context, Report } from '../../core/book/plan.ts'
import { openSources } from '../../core/facts/sources.ts'
import { undecidedLines } from '../../core/ledger/bank-lines.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import { type Movement, movementsUpTo } from '../../core/ledger/movements.ts'
import { periodTotals } from '../../core/ledger/period-totals.ts'
import { totalsTable } from '../../core/ledger/totals-table.ts'
import { provisionOf } from '../../core/models/provision.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { nameOf } from './customers.ts'
import { movementTable, noProvision, provision } from './provision.ts'
import { totalsByCurrency } from './totals.ts'

export const handover: ReportModule = {
  needs: [...new Set([...provision.needs, 'bank' as const, 'closes' as const])],
  by: [],
  report(book, wish, context) {
    const period = periodOf(wish, context)
    if (period === null) {
      const [text] = wish.names
      const fault =
        text === undefined
          ? problem('report-needs-period', { report: 'handover' })
          : problem('not-a-period', { flag: 'handover', text })
      return { output: { tables: [] }, problems: [fault] }
    }
    return handoverOf(book, period, earlierDay(addDays(period.until, -1), wish.asOf))
  },
}

/** `crm report handover 2026-10` as well as `--period 2026-10`. */
function periodOf({ names, period }: ReportWish, { today }: Context): Period | null {
  const [text] = names
  return text === undefined ? period : parsePeriod(text, today)
}

function handoverOf(book: Book, period: Period, last: Day): Report {
  const ledger = openLedger(book.journal, last)
  const first = dayNumber(period.from)
  const moved = movementsUpTo(ledger.trace, dayNumber(last), () => true).filter((m) => m.day >= first)
  const table = (name: Word, kinds: readonly JournalKind[], sign: 1 | -1) =>
    movementsTable(book, { name, sign, moved: moved.filter((m) => kinds.includes(kindAt(book.journal, m.row))) })
  const allowances = noProvision(book) === null ? provisionOf(openSources(book, last)) : null
  return {
    output: {
      tables: [
        headTable(book, period, last),
        totalsTable(periodTotals(ledger.trace, period.from, last)),
        table('claims', ['bill', 'fee', 'opening', 'credit'], 1),
        table('receipts', ['payment', 'refund', 'in', 'out'], -1),
        table('deductions', ['deduct'], -1),
        table('writeOffs', ['writeoff', 'recover'], -1),
        onAccountTable(book, ledger),
        bankTable(book, last),
        ...(allowances === null ? [] : [movementTable(allowances.movements)]),
        statesTable(book, period),
        signTable(),
      ],
    },
    problems: allowances?.problems ?? [],
  }
}

/** Whose book, and which days, so that a printed page says what it is. */
function headTable({ settings }: Book, { from }: Period, last: Day): Table {
  const columns: readonly Column[] = [
    { key: 'name', type: 'text' },
    { key: 'from', type: 'day' },
    { key: 'until', type: 'day' },
  ]
  return { name: 'handover', columns, rows: [{ name: settings.company.name, from, until: last }] }
}

const movementColumns: readonly Column[] = [
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'document', type: 'id' },
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'reason', type: 'text' },
  { key: 'tax', type: 'money' },
  { key: 'amount', type: 'money' },
  { key: 'currency', type: 'text' },
]

interface Movements {
  readonly name: Word
  /** 1: amounts as they raise what is owed; −1: as they lower it. */
  readonly sign: 1 | -1
  readonly moved: readonly Movement[]
}

/** A reversal stands on its own day with the other sign, so that the sums are those of the roll-forward. */
function movementsTable(book: Book, { name, sign, moved }: Movements): Table {
  const rows = moved.map(({ row, day, amount, reversal }): Row => {
    const { id, kind, document, customer, reason, method, tax, currency } = journalRow(book.journal, row)
    return {
      date: dayOf(day),
      kind: reversal ? 'reverse' : kind,
      document: document || id,
      customer,
      name: nameOf(book, customer),
      reason: [reason, method].filter((t) => t !== '').join(' · ') || null,
      tax: tax === null ? null : Math.sign(amount) * Math.abs(tax) * sign || 0,
      amount: amount * sign,
      currency,
    }
  })
  const columns = movementColumns.filter((c) => c.key !== 'tax' || name === 'claims')
  return { name, columns, rows, totals: totalsByCurrency(columns, rows) }
}

function onAccountTable(book: Book, { accounts }: Ledger): Table {
  const columns: readonly Column[] = [
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'onAccount', type: 'money' },
    { key: 'currency', type: 'text' },
  ]
  const rows = accounts
    .filter((a) => a.onAccount !== 0)
    .map(({ customer, currency, onAccount }): Row => ({ customer, name: nameOf(book, customer), onAccount, currency }))
  return { name: 'onAccount', columns, rows, totals: totalsByCurrency(columns, rows) }
}

function bankTable(book: Book, last: Day): Table {
  const columns: readonly Column[] = [
    { key: 'line', type: 'id' },
    { key: 'account', type: 'id' },
    { key: 'date', type: 'day' },
    { key: 'payer', type: 'text' },
    { key: 'text', type: 'text' },
    { key: 'amount', type: 'money' },
    { key: 'currency', type: 'text' },
  ]
  const rows = undecidedLines(book, last).map(
    ({ id, account, date, payer, text, amount, currency }): Row => ({
      line: id,
      account,
      date,
      payer,
      text,
      amount,
      currency,
    }),
  )
  return { name: 'unreconciled', columns, rows, totals: totalsByCurrency(columns, rows) }
}

/** A line for every month of the period; those before the first close went with it. */
function statesTable({ closes }: Book, { from, until }: Period): Table {
  const columns: readonly Column[] = [
    { key: 'month', type: 'period' },
    { key: 'state', type: 'word' },
    { key: 'date', type: 'day' },
    { key: 'seal', type: 'id' },
    { key: 'reopenings', type: 'text' },
  ]
  const through = closedThrough(closes)
  const rows: Row[] = []
  for (let month = monthOf(from); month < monthOf(until) || month === monthOf(from); month = monthAfter(month)) {
    const close = closes.get(month)
    const went = close === undefined && through !== null && month <= monthOf(through)
    rows.push({
      month,
      state: close?.state ?? (went ? 'closed' : 'notClosed'),
      date: close?.state === 'closed' ? close.date : null,
      seal: close?.state === 'closed' ? close.seal : null,
      reopenings: (close?.reopened ?? []).map((r) => `${r.date}: ${r.reason}`).join('; ') || null,
    })
  }
  return { name: 'closeStates', columns, rows }
}

function signTable(): Table {
  const columns: readonly Column[] = [
    { key: 'role', type: 'word' },
    { key: 'name', type: 'text' },
    { key: 'date', type: 'text' },
    { key: 'signature', type: 'text' },
  ]
  const blank = '____________'
  const rows = (['preparedBy', 'checkedBy', 'takenOverBy'] as const).map(
    (role): Row => ({ role, name: blank, date: blank, signature: blank }),
  )
  return { name: 'signOff', columns, rows }
}
