// activity/<yyyy-mm>.csv: every contact with a customer, one row each.
import * as z from 'zod'
import { isCurrency } from '../../core/base/currency.ts'
import { isDay, monthOf } from '../../core/base/day.ts'
import { isRowId } from '../../core/base/id.ts'
import { once } from '../../core/base/once.ts'
import {
  type ActivityColumn,
  type ActivityRow,
  activityColumns,
  activityKinds,
  channels,
  emptyActivity,
  isActivityKind,
} from '../../core/book/activity.ts'
import { isCustomerId } from '../../core/book/customer.ts'
import { isDimensionNote } from '../../core/cases/dimension-notes.ts'
import { badCell, type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'
import { inMonth, type MonthContext } from './journal.ts'

export const activitySchema = once(() =>
  z
    .strictObject({
      id: field.rowIdField,
      date: field.dayField,
      time: field.orEmpty(field.timeField),
      kind: z.enum(activityKinds),
      customer: field.orEmpty(field.customerIdField),
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
    .meta({ title: 'activity/<yyyy-mm>.csv' }),
)

type Shape = z.output<ReturnType<typeof activitySchema>>

export const activityCodec: CsvCodec<Shape, ActivityRow, MonthContext> = {
  kind: 'activity',
  columns: activityColumns,
  get schema() {
    return activitySchema()
  },
  limit: 256 * 1024 * 1024,
  value(shape, { month }, complain) {
    inMonth(shape.date, month, complain)
    if (shape.customer === '' && !isDimensionNote(shape))
      complain('customer', 'bad-cell', badCell('customer', '', { expected: 'customer-id', detail: [] }))
    if (shape.amount !== '') {
      if (isCurrency(shape.currency)) exactAmount(complain, 'amount', shape.amount, shape.currency)
      else complain('currency', 'bad-cell', badCell('currency', '', { expected: 'currency', detail: [] }))
    }
    return shape
  },
  quick: quickRow,
  cells: (row) => activityColumns.map((column) => row[column]),
}

const channelNames: ReadonlySet<string> = new Set(['', ...channels])
const directions: ReadonlySet<string> = new Set(['', 'in', 'out'])

/** Rows with amounts, and anything that is not as crm writes it, are left to the schema. */
function quickRow(cells: readonly string[], { month }: MonthContext): ActivityRow | null {
  // Filled in place: a copy of so many columns for each row would cost more than looking at them.
  const free: Record<ActivityColumn, string> = { id: '', date: '', kind: '', customer: '', ...emptyActivity }
  for (let i = 0; i < activityColumns.length; i++) free[activityColumns[i] ?? 'id'] = cells[i] ?? ''
  const { id, date, time, kind, customer, channel, direction } = free
  if (!isRowId(id) || !isDay(date) || monthOf(date) !== month || !isActivityKind(kind)) return null
  if (!isCustomerId(customer) && (customer !== '' || !isDimensionNote({ kind, source: free.source }))) return null
  if (!channelNames.has(channel) || !directions.has(direction)) return null
  if (time !== '' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  if (free.amount !== '' || (free.currency !== '' && !isCurrency(free.currency))) return null
  if (!emptyOr(free.case, isRowId) || !emptyOr(free.due, isDay)) return null
  if (!emptyOr(free.rating, field.isDecimal) || !emptyOr(free.minutes, field.isDecimal)) return null
  return Object.assign(free, { id, date, kind, customer })
}

function emptyOr(text: string, accepts: (text: string) => boolean): boolean {
  return text === '' || accepts(text)
}
