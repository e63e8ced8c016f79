// crm report ratios --period: how fast what is billed is collected, and how much hangs on few customers, with what it was computed from.
import type { Currency } from '../../core/base/currency.ts'
import { addDays, type Day, dayNumber, earlierDay } from '../../core/base/day.ts'
import { type Exact, exact, roundHalfUp } from '../../core/base/decimal.ts'
import { compareText } from '../../core/base/order.ts'
import { problem } from '../../core/base/problem.ts'
import type { Column, Row } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { textAt } from '../../core/book/journal.ts'
import { daysToPay, type PaidDays } from '../../core/ledger/days-to-pay.ts'
import { ledgerOf } from '../../core/ledger/ledger.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { movementsUpTo } from '../../core/ledger/movements.ts'
import type { RatioInputs } from '../../core/models/ratios.ts'
import type { ReportModule } from '../report.ts'
import { chooseCustomers, nameOf } from './customers.ts'
import { type CurrencyFigures, figuresOf, isBilling } from './ratio-figures.ts'
import { ratioRows } from './ratio-rows.ts'

const inputColumns: readonly Column[] = [
  { key: 'currency', type: 'text' },
  { key: 'from', type: 'day' },
  { key: 'until', type: 'day' },
  { key: 'periodDays', type: 'number' },
  { key: 'openBefore', type: 'money' },
  { key: 'billed', type: 'money' },
  { key: 'openAtEnd', type: 'money' },
  { key: 'openNotDue', type: 'money' },
]

const ratioColumns: readonly Column[] = [
  { key: 'currency', type: 'text' },
  { key: 'ratio', type: 'word' },
  { key: 'value', type: 'number' },
  { key: 'unit', type: 'word' },
  { key: 'formula', type: 'word' },
  { key: 'calculation', type: 'text' },
]

const customerColumns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'currency', type: 'text' },
  { key: 'open', type: 'money' },
  { key: 'share', type: 'percent' },
  { key: 'paidBills', type: 'number' },
  { key: 'paidDays', type: 'number' },
  { key: 'daysToPay', type: 'number' },
]

export const ratios: ReportModule = {
  needs: ['customers', 'journal'],
  by: [],
  report(book, wish, context) {
    const { period } = wish
    if (period === null)
      return { output: { tables: [] }, problems: [problem('report-needs-period', { report: 'ratios' })] }
    const chosen = chooseCustomers(book, wish.names, context)
    // A period that is not over counts until today: its days and its billing must be of the same time.
    const last = earlierDay(earlierDay(addDays(period.until, -1), wish.asOf), context.today)
    const trace = traceJournal(book.journal)
    const wanted = ({ customer }: { readonly customer: string }) => chosen.includes(customer)
    const ledger = ledgerOf(trace, last)
    const documents = ledger.documents.filter(wanted)
    const before = ledgerOf(trace, addDays(period.from, -1)).documents.filter(wanted)
    const billing = movementsUpTo(
      trace,
      dayNumber(last),
      (row) =>
        isBilling(book.journal, row) &&
        wanted({ customer: textAt(book.journal.customers, book.journal.customer, row) }),
    )
    const figures = figuresOf({ journal: book.journal, documents, before, billing, period, last })
    const paid = daysToPay(ledger, documents, period.from)
    const inputs = figures.map(({ currency, inputs }): Row => inputRow(currency, inputs, period.from, last))
    const customers = customerRows(book, figures, paid)
    return {
      output: {
        tables: [
          { name: 'inputs', columns: inputColumns, rows: inputs },
          { name: 'ratios', columns: ratioColumns, rows: figures.flatMap(ratioRows) },
          { name: 'customers', columns: customerColumns, rows: customers },
        ],
      },
      problems: chosen.problems,
    }
  },
}

function inputRow(currency: Currency, { before, billed, end, notDue, days }: RatioInputs, from: Day, until: Day): Row {
  return { currency, from, until, periodDays: days, openBefore: before, billed, openAtEnd: end, openNotDue: notDue }
}

/** By currency, the largest amount first, then by customer; those who owe nothing but paid in the period stand last. */
function customerRows(book: Book, figures: readonly CurrencyFigures[], paid: readonly PaidDays[]): Row[] {
  const currencies = [...new Set([...figures.map((f) => f.currency), ...paid.map((p) => p.currency)])].sort(compareText)
  return currencies.flatMap((currency) => {
    const figure = figures.find((f) => f.currency === currency)
    const open = new Map(figure?.open)
    const payers = paid.filter((p) => p.currency === currency)
    const names = [...open.keys(), ...payers.map((p) => p.customer).filter((c) => !open.has(c))]
    return names.map((customer): Row => {
      const amount = open.get(customer) ?? 0
      const payer = payers.find((p) => p.customer === customer)
      const whole = figure?.inputs.end ?? 0
      return {
        customer,
        name: nameOf(book, customer),
        currency,
        open: amount,
        share: whole <= 0 ? null : amount / whole,
        paidBills: payer?.documents ?? 0,
        paidDays: payer?.days ?? 0,
        daysToPay: payer === undefined ? null : rounded(exact(payer.days).div(payer.documents), 1),
      }
    })
  })
}

function rounded(value: Exact, decimals: number): string {
  return roundHalfUp(value, decimals).toFixed(decimals)
}
