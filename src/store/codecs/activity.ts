// activity/<yyyy-mm>.csv: every contact with a customer, one row each.
import * as z from 'zod'
import { isCurrency } from '../../core/base/currency.ts'
import { type ActivityRow, activityColumns, activityKinds, channels } from '../../core/book/activity.ts'
import { badCell, type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'
import { inMonth, type MonthContext } from './journal.ts'

export const activitySchema = z
  .strictObject({
    id: field.rowIdField,
    date: field.dayField,
    time: field.orEmpty(field.timeField),
    kind: z.enum(activityKinds),
    customer: field.customerIdField,
    contact: field.line,
    channel: z.enum(['', ...channels]),
    direction: z.enum(['', 'in', 'out']),
    by: field.line,
    case: field.orEmpty(field.rowIdField),
    document: field.line,
    item: field.line,
    subject: field.line,
    need: field.line,
    feedback: field.line,
    problem: field.line,
    solution: field.line,
    outcome: field.line,
    severity: field.line,
    rating: field.orEmpty(field.decimal),
    scale: field.line,
    amount: field.orEmpty(field.amount),
    currency: field.orEmpty(field.currencyField),
    due: field.orEmpty(field.dayField),
    cause: field.line,
    minutes: field.orEmpty(field.decimal),
    source: field.line,
  })
  .meta({ title: 'activity/<yyyy-mm>.csv' })

type Shape = z.output<typeof activitySchema>

export const activityCodec: CsvCodec<Shape, ActivityRow, MonthContext> = {
  kind: 'activity',
  columns: activityColumns,
  schema: activitySchema,
  limit: 256 * 1024 * 1024,
  value(shape, { month }, complain) {
    inMonth(shape.date, month, complain)
    if (shape.amount !== '') {
      if (isCurrency(shape.currency)) exactAmount(complain, 'amount', shape.amount, shape.currency)
      else complain('currency', 'bad-cell', badCell('currency', '', { expected: 'currency', detail: [] }))
    }
    return shape
  },
  cells: (row) => activityColumns.map((column) => row[column]),
}
