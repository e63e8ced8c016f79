// Facts about what a customer owes and how he pays; amounts in the book's currency at the rates of the day.
import { daysBetween } from '../base/day.ts'
import type { LedgerDocument } from '../ledger/documents.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import type { Settled } from './receivables-source.ts'
import { fraction } from './sales.ts'
import type { Sources } from './sources.ts'

const journal = ['journal', 'rates'] as const

const rows = (documents: readonly LedgerDocument[]): readonly Evidence[] =>
  documents.flatMap((d) => d.instalments.map((n) => ({ from: 'journal' as const, row: n.row })))

const openDocuments = (s: Sources, i: number) =>
  s
    .receivables()
    .documents(i)
    .filter((d) => d.open !== 0)

const overdueDocuments = (s: Sources, i: number) =>
  s
    .receivables()
    .documents(i)
    .filter((d) => d.instalments.some((n) => n.open > 0 && n.due < s.asOf))

const accounts = (s: Sources, i: number, part: 'balance' | 'open' | 'onAccount'): number | null =>
  s.receivables().inBook(
    s
      .receivables()
      .accounts(i)
      .map((a) => ({ currency: a.currency, amount: a[part] })),
  )

const account = (part: 'balance' | 'open' | 'onAccount') => ({
  type: 'money' as const,
  needs: journal,
  value: (s: Sources, i: number): FactValue => accounts(s, i, part),
  evidence: (s: Sources, i: number): readonly Evidence[] => [
    ...(part === 'onAccount' ? [] : rows(openDocuments(s, i))),
    ...(part === 'open'
      ? []
      : s
          .receivables()
          .sources(i)
          .filter((p) => p.remaining !== 0)
          .map((p) => ({ from: 'journal' as const, row: p.row }))),
  ],
})

function overdue(s: Sources, i: number): number | null {
  const receivables = s.receivables()
  return receivables.inBook(receivables.overdue(i).map((o) => ({ currency: o.currency, amount: o.net })))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 10) / 10
}

const ofSettled = (type: 'days' | 'percent' | 'number', value: (settled: readonly Settled[]) => number | null) => ({
  type,
  needs: journal,
  value: (s: Sources, i: number): FactValue => value(s.receivables().settled12(i)),
  evidence: (s: Sources, i: number) =>
    rows(
      s
        .receivables()
        .settled12(i)
        .map((d) => d.document),
    ),
})

const late = ({ on, due }: Settled) => daysBetween(due, on)

const billed = (s: Sources, i: number) =>
  s
    .receivables()
    .documents(i)
    .filter((d) => d.kind !== 'opening' && d.date > s.yearAgo)

const payments = (s: Sources, i: number) =>
  s
    .receivables()
    .sources(i)
    .filter((p) => p.kind === 'payment')

const writtenOff = (s: Sources, i: number) =>
  s
    .receivables()
    .documents(i)
    .filter((d) => d.writtenOff !== 0)

/** The credit limit in the book's currency. */
function limit(s: Sources, i: number): number | null {
  const customer = s.customers[i]
  if (customer?.creditLimit === undefined) return null
  const currency = customer.currency ?? s.book.settings.currency
  return s.receivables().inBook([{ currency, amount: customer.creditLimit }])
}

/** The earliest due day of what is still overdue after the money on account. */
function oldestOverdue(s: Sources, i: number): string | null {
  const days = s
    .receivables()
    .overdue(i)
    .flatMap((o) => (o.net > 0 && o.oldest !== null ? [o.oldest] : []))
  return [...days].sort()[0] ?? null
}

function overdueDays(s: Sources, i: number): number {
  const oldest = s
    .receivables()
    .overdue(i)
    .flatMap((o) => (o.net > 0 && o.oldest !== null ? [daysBetween(o.oldest, s.asOf)] : []))
  return Math.max(0, ...oldest)
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
    evidence: (s, i) => rows(overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueDays',
    type: 'days',
    needs: journal,
    value: overdueDays,
    evidence: (s, i) => rows(overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueSince',
    type: 'day',
    needs: journal,
    value: oldestOverdue,
    evidence: (s, i) => rows(overdueDocuments(s, i)),
  }),
  fact({
    name: 'overdueDocuments',
    type: 'number',
    needs: journal,
    value: (s, i) => overdueDocuments(s, i).length,
    evidence: (s, i) => rows(overdueDocuments(s, i)),
  }),
  fact({
    name: 'openDocuments',
    type: 'number',
    needs: journal,
    value: (s, i) => openDocuments(s, i).length,
    evidence: (s, i) => rows(openDocuments(s, i)),
  }),
  fact({ name: 'creditLimit', type: 'money', needs: journal, value: limit }),
  fact({
    name: 'creditUsed',
    type: 'percent',
    needs: journal,
    value: (s, i) => fraction(accounts(s, i, 'balance'), limit(s, i)),
    evidence: account('balance').evidence,
  }),
  fact({
    name: 'daysToPay',
    ...ofSettled('days', (settled) => mean(settled.map(({ document, on }) => daysBetween(document.date, on)))),
  }),
  fact({ name: 'daysLate', ...ofSettled('days', (settled) => mean(settled.map(late))) }),
  fact({
    name: 'worstDaysLate',
    ...ofSettled('days', (settled) => (settled.length === 0 ? null : Math.max(...settled.map(late)))),
  }),
  fact({
    name: 'lateShare',
    ...ofSettled('percent', (settled) => fraction(settled.filter((d) => late(d) > 0).length, settled.length)),
  }),
  fact({ name: 'settled12m', ...ofSettled('number', (settled) => settled.length) }),
  fact({
    name: 'billed12m',
    type: 'money',
    needs: journal,
    value: (s, i) => s.receivables().inBook(billed(s, i)),
    evidence: (s, i) => rows(billed(s, i)),
  }),
  fact({
    name: 'bills12m',
    type: 'number',
    needs: journal,
    value: (s, i) => billed(s, i).length,
    evidence: (s, i) => rows(billed(s, i)),
  }),
  fact({
    name: 'paid12m',
    type: 'money',
    needs: journal,
    value: (s, i) => s.receivables().inBook(payments(s, i).filter((p) => p.date > s.yearAgo)),
    evidence: (s, i) =>
      payments(s, i)
        .filter((p) => p.date > s.yearAgo)
        .map((p) => ({ from: 'journal', row: p.row })),
  }),
  fact({
    name: 'lastPayment',
    type: 'day',
    needs: journal,
    value: (s, i) =>
      payments(s, i)
        .map((p) => p.date)
        .sort()
        .at(-1) ?? null,
    evidence: (s, i) => payments(s, i).map((p) => ({ from: 'journal', row: p.row })),
  }),
  fact({
    name: 'lastPaymentDays',
    type: 'days',
    needs: journal,
    value: (s, i) => {
      const last = payments(s, i)
        .map((p) => p.date)
        .sort()
        .at(-1)
      return last === undefined ? null : daysBetween(last, s.asOf)
    },
    evidence: (s, i) => payments(s, i).map((p) => ({ from: 'journal', row: p.row })),
  }),
  fact({
    name: 'paymentMethod',
    type: 'text',
    needs: journal,
    value: (s, i) => {
      const last = payments(s, i).at(-1)
      return last === undefined || last.method === '' ? null : last.method
    },
    evidence: (s, i) =>
      payments(s, i)
        .slice(-1)
        .map((p) => ({ from: 'journal', row: p.row })),
  }),
  fact({
    name: 'writtenOff',
    type: 'money',
    needs: journal,
    value: (s, i) =>
      s.receivables().inBook(writtenOff(s, i).map((d) => ({ currency: d.currency, amount: d.writtenOff }))),
    evidence: (s, i) => rows(writtenOff(s, i)),
  }),
] as const satisfies readonly Fact[]
