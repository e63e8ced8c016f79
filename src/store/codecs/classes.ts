// classes.csv: accepted classifications, append-only.
import * as z from 'zod'
import { isDay } from '../../core/base/day.ts'
import { once } from '../../core/base/once.ts'
import type { ClassRow } from '../../core/book/classes.ts'
import { isCustomerId } from '../../core/book/customer.ts'
import type { CsvCodec } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const classesSchema = once(() =>
  z
    .strictObject({
      date: field.dayField,
      customer: field.customerIdField,
      dimension: field.name,
      class: field.name,
      reason: field.line,
    })
    .meta({ title: 'classes.csv' }),
)

export const classesCodec: CsvCodec<z.output<ReturnType<typeof classesSchema>>, ClassRow, undefined> = {
  kind: 'classes',
  columns: ['date', 'customer', 'dimension', 'class', 'reason'],
  get schema() {
    return classesSchema()
  },
  limit: 64 * 1024 * 1024,
  value: (shape) => shape,
  quick([date = '', customer = '', dimension = '', name = '', reason = '']) {
    const known = isDay(date) && isCustomerId(customer) && field.isName(dimension) && field.isName(name)
    return known ? { date, customer, dimension, class: name, reason } : null
  },
  cells: (row) => [row.date, row.customer, row.dimension, row.class, row.reason],
}
