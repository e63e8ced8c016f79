// journal/<yyyy-mm>.csv: every movement of goods and money, one row each.
import * as z from 'zod'
import { type Day, monthOf } from '../../core/base/day.ts'
import { formatAmount } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { type JournalKind, type JournalRow, journalColumns, journalKinds } from '../../core/book/journal.ts'
import { badCell, type ComplainCell, type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'
import { amountExpected } from '../yaml/codec.ts'

export const journalSchema = once(() =>
  z
    .strictObject({
      id: field.rowIdField,
      date: field.dayField,
      kind: z.enum(journalKinds),
      customer: field.customerIdField,
      document: field.line,
      of: field.line,
      item: field.line,
      quantity: field.orEmpty(field.decimal),
      price: field.orEmpty(field.decimal),
      tax: field.orEmpty(field.amount),
      amount: field.amount,
      currency: field.currencyField,
      rate: field.orEmpty(field.decimal),
      due: field.orEmpty(field.dayField),
      reason: field.line,
      source: field.line,
      method: field.line,
      memo: field.line,
    })
    .meta({ title: 'journal/<yyyy-mm>.csv' }),
)

type Shape = z.output<ReturnType<typeof journalSchema>>

/** The month that the file's name says. */
export interface MonthContext {
  readonly month: string
}

export const journalCodec: CsvCodec<Shape, JournalRow, MonthContext> = {
  kind: 'journal',
  columns: journalColumns,
  get schema() {
    return journalSchema()
  },
  limit: 256 * 1024 * 1024,
  value(shape, { month }, complain) {
    const { currency } = shape
    const amount = exactAmount(complain, 'amount', shape.amount, currency)
    inMonth(shape.date, month, complain)
    const sign = signOf(shape.kind)
    if (sign !== 'any' && (sign === 'above-zero' ? amount <= 0 : amount < 0))
      complain('amount', 'bad-cell', badCell('amount', shape.amount, amountExpected(`amount-${sign}`, currency)))
    return {
      ...shape,
      amount,
      tax: shape.tax === '' ? null : exactAmount(complain, 'tax', shape.tax, currency),
      due: shape.due === '' ? null : shape.due,
    }
  },
  cells: (row) => [
    row.id,
    row.date,
    row.kind,
    row.customer,
    row.document,
    row.of,
    row.item,
    row.quantity,
    row.price,
    row.tax === null ? '' : formatAmount(row.tax, row.currency),
    formatAmount(row.amount, row.currency),
    row.currency,
    row.rate,
    row.due ?? '',
    row.reason,
    row.source,
    row.method,
    row.memo,
  ],
}

/** A row stands in the file of its month. */
export function inMonth(date: Day, month: string, complain: ComplainCell): void {
  if (monthOf(date) !== month) complain('date', 'row-in-wrong-month', { date, month })
}

/** The kind gives the direction: only a sale (a return) and an opening may be negative; nothing is given away, tied or undone for less than nothing. */
export function signOf(kind: JournalKind): 'any' | 'not-negative' | 'above-zero' {
  if (kind === 'sale' || kind === 'opening') return 'any'
  return kind === 'bill' || kind === 'credit' || kind === 'match' || kind === 'reverse' ? 'not-negative' : 'above-zero'
}
