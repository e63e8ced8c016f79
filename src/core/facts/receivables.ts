// Facts about what a customer owes and how he pays; amounts in the book's currency at the rates of the day.
import { dayNumber, dayOf, daysBetween, noDay } from '../base/day.ts'
import { currencyAt, textAt } from '../book/journal.ts'
import { code } from '../ledger/kinds.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import { fraction } from './sales.ts'
import type { Sources } from './sources.ts'

const journal = ['journal', 'rates'] as const

/** Sales that are on no bill are worth what their bill would come to. */
const unbilled = ['journal', 'rates', 'bills', 'items'] as const

/** The rows of some documents. */
export const documentRows = (s: Sources, documents: readonly number[]): readonly Evidence[] =>
  documents.flatMap((d) =>
    Array.from(s.receivables().documentColumns().instalments(d), (row) => ({ from: 'journal' as const, row })),
  )

const openDocuments = (s: Sources, i: number) => s.receivables().documentsWhere(i, (d, { open }) => open[d] !== 0)

const overdueDocuments = (s: Sources, i: number) => s.receivables().documentsWhere(i, (d, { late }) => late[d] !== 0)

const writtenOff = (s: Sources, i: number) => s.receivables().documentsWhere(i, (d, c) => c.writtenOff[d] !== 0)

const billed = (s: Sources, i: number) => {
  const columns = s.receivables().ledger.journal
  const yearAgo = dayNumber(s.yearAgo)
  return s.receivables().documentsWhere(i, (d, { row }) => {
    const r = row[d] ?? 0
    return columns.kind[r] !== code.opening && (columns.date[r] ?? 0) > yearAgo
  })
}

/** Payments that were not reversed, since after a day. */
const payments = (s: Sources, i: number, after = noDay) => {
  const columns = s.receivables().ledger.journal
  return s.receivables().sourcesWhere(i, (p, { row }) => {
    const r = row[p] ?? 0
    return columns.kind[r] === code.payment && (columns.date[r] ?? 0) > after
  })
}

/** A column of some documents or sources, summed in the book's currency. */
function total(
  s: Sources,
  members: readonly number[],
  { row }: { readonly row: readonly number[] },
  column: Float64Array,
): number | null {
  const receivables = s.receivables()
  return receivables.inBook(
    members.map((m) => ({ currency: currencyAt(receivables.ledger.journal, row[m] ?? 0), amount: column[m] ?? 0 })),
  )
}

const sourceRows = (s: Sources, sources: readonly number[]): readonly Evidence[] =>
  sources.map((p) => ({ from: 'journal', row: s.receivables().sourceColumns().row[p] ?? 0 }))

const account = (part: 'balance' | 'open' | 'onAccount') => ({
  type: 'money' as const,
  needs: journal,
  value: (s: Sources, i: number): FactValue => s.receivables().account(part, i),
  evidence: (s: Sources, i: number): readonly Evidence[] => [
    ...(part === 'onAccount' ? [] : documentRows(s, openDocuments(s, i))),
    ...(part === 'open'
      ? []
      : sourceRows(
          s,
          s.receivables().sourcesWhere(i, (p, { remaining }) => remaining[p] !== 0),
        )),
  ],
})

function overdue(s: Sources, i: number): number | null {
  const receivables = s.receivables()
  return receivables.inBook(receivables.overdue(i).map((o) => ({ currency: o.currency, amount: o.net })))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 10) / 10
}

interface Settled {
  /** Days from the document's own day, and from its last due day, to the day on which nothing was open any more. */
  readonly afterDocument: number
  readonly late: number
}

function settledOf(s: Sources, i: number): readonly Settled[] {
  const { row, due, settledOn } = s.receivables().documentColumns()
  const { date } = s.receivables().ledger.journal
  return s
    .receivables()
    .settled12(i)
    .map((d) => {
      const on = settledOn[d] ?? 0
      return { afterDocument: on - (date[row[d] ?? 0] ?? 0), late: on - (due[d] ?? 0) }
    })
}

const ofSettled = (type: 'days' | 'percent' | 'number', value: (settled: readonly Settled[]) => number | null) => ({
  type,
  needs: journal,
  value: (s: Sources, i: number): FactValue => value(settledOf(s, i)),
  evidence: (s: Sources, i: number) => documentRows(s, s.receivables().settled12(i)),
})

/** The day of the last payment. */
function lastPayment(s: Sources, i: number): number | null {
  const last = lastPayments(s, i)[0]
  if (last === undefined) return null
  const receivables = s.receivables()
  return receivables.ledger.journal.date[receivables.sourceColumns().row[last] ?? 0] ?? null
}

/** Those of the last day with one, in order. */
function lastPayments(s: Sources, i: number): readonly number[] {
  const all = payments(s, i)
  if (all.length < 2) return all
  const { date } = s.receivables().ledger.journal
  const { row } = s.receivables().sourceColumns()
  const dayAt = (p: number) => date[row[p] ?? 0] ?? 0
  const latest = all.reduce((day, p) => Math.max(day, dayAt(p)), noDay)
  return all.filter((p) => dayAt(p) === latest)
}

/** Balance and unbilled sales, in the book's currency. */
function exposure(s: Sources, i: number): number | null {
  const { currency, exposure: amount, missing } = s.exposure(i)
  return missing.length > 0 ? null : s.receivables().inBook([{ currency, amount }])
}

/** The credit limit in the book's currency. */
function limit(s: Sources, i: number): number | null {
  const customer = s.customers[i]
  if (customer?.creditLimit === undefined) return null
  const currency = customer.currency ?? s.book.settings.currency
  return s.receivables().inBook([{ currency, amount: customer.creditLimit }])
}

/** The earliest due day of what is still overdue after the money on account. */
function oldestOverdue(s: Sources, i: number): string | null {
  let oldest: string | null = null
  for (const o of s.receivables().overdue(i)) if (o.net > 0 && (oldest === null || o.oldest < oldest)) oldest = o.oldest
  return oldest
}

function overdueDays(s: Sources, i: number): number {
  let days = 0
  for (const o of s.receivables().overdue(i)) if (o.net > 0) days = Math.max(days, daysBetween(o.oldest, s.asOf))
  return days
}

export const receivableFacts = [
  fact({ name: 'balance', ...account('balance') }),
  fact({ name: 'open', ...account('open') }),
  fact({ name: 'onAccount', ...account('onAccount') }),
  fact({
    name: 'overdue',
    type: 'money',
    needs: journal,
    value: overdue,
    evidence: (s, i) => documentRows(s, overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueDays',
    type: 'days',
    needs: journal,
    value: overdueDays,
    evidence: (s, i) => documentRows(s, overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueSince',
    type: 'day',
    needs: journal,
    value: oldestOverdue,
    evidence: (s, i) => documentRows(s, overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueDocuments',
    type: 'number',
    needs: journal,
    value: (s, i) => overdueDocuments(s, i).length,
    evidence: (s, i) => documentRows(s, overdueDocuments(s, i)),
  }),
  fact({
    name: 'openDocuments',
    type: 'number',
    needs: journal,
    value: (s, i) => openDocuments(s, i).length,
    evidence: (s, i) => documentRows(s, openDocuments(s, i)),
  }),
  fact({ name: 'creditLimit', type: 'money', needs: journal, value: limit }),
  fact({
    name: 'exposure',
    type: 'money',
    needs: unbilled,
    value: exposure,
    evidence: account('balance').evidence,
  }),
  fact({
    name: 'creditUsed',
    type: 'percent',
    needs: unbilled,
    value: (s, i) => fraction(exposure(s, i), limit(s, i)),
    evidence: account('balance').evidence,
  }),
  fact({
    name: 'daysToPay',
    ...ofSettled('days', (settled) => mean(settled.map((d) => d.afterDocument))),
  }),
  fact({ name: 'daysLate', ...ofSettled('days', (settled) => mean(settled.map((d) => d.late))) }),
  fact({
    name: 'worstDaysLate',
    ...ofSettled('days', (settled) => (settled.length === 0 ? null : Math.max(...settled.map((d) => d.late)))),
  }),
  fact({
    name: 'lateShare',
    ...ofSettled('percent', (settled) => fraction(settled.filter((d) => d.late > 0).length, settled.length)),
  }),
  fact({ name: 'settled12m', ...ofSettled('number', (settled) => settled.length) }),
  fact({
    name: 'billed12m',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const columns = s.receivables().documentColumns()
      return total(s, billed(s, i), columns, columns.amount)
    },
    evidence: (s, i) => documentRows(s, billed(s, i)),
  }),
  fact({
    name: 'bills12m',
    type: 'number',
    needs: journal,
    value: (s, i) => billed(s, i).length,
    evidence: (s, i) => documentRows(s, billed(s, i)),
  }),
  fact({
    name: 'paid12m',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const columns = s.receivables().sourceColumns()
      return total(s, payments(s, i, dayNumber(s.yearAgo)), columns, columns.amount)
    },
    evidence: (s, i) => sourceRows(s, payments(s, i, dayNumber(s.yearAgo))),
  }),
  fact({
    name: 'lastPayment',
    type: 'day',
    needs: journal,
    value: (s, i) => {
      const last = lastPayment(s, i)
      return last === null ? null : dayOf(last)
    },
    evidence: (s, i) => sourceRows(s, lastPayments(s, i)),
  }),
  fact({
    name: 'lastPaymentDays',
    type: 'days',
    needs: journal,
    value: (s, i) => {
      const last = lastPayment(s, i)
      return last === null ? null : dayNumber(s.asOf) - last
    },
    evidence: (s, i) => sourceRows(s, lastPayments(s, i)),
  }),
  fact({
    name: 'paymentMethod',
    type: 'text',
    needs: journal,
    value: (s, i) => {
      const last = lastPayments(s, i).at(-1)
      const { ledger, sourceColumns } = s.receivables()
      if (last === undefined) return null
      return textAt(ledger.journal.texts, ledger.journal.method, sourceColumns().row[last] ?? 0) || null
    },
    evidence: (s, i) => sourceRows(s, lastPayments(s, i).slice(-1)),
  }),
  fact({
    name: 'writtenOff',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const columns = s.receivables().documentColumns()
      return total(s, writtenOff(s, i), columns, columns.writtenOff)
    },
    evidence: (s, i) => documentRows(s, writtenOff(s, i)),
  }),
] as const satisfies readonly Fact[]
