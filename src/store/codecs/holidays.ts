// holidays.csv: free days and weekend days that are worked, beside those that crm knows.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { SpecialDay } from '../../core/book/calendar.ts'
import type { CsvCodec } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const holidaysSchema = once(() =>
  z
    .strictObject({ date: field.dayField, kind: z.enum(['holiday', 'workday']), name: field.line.exactOptional() })
    .meta({ title: 'holidays.csv' }),
)

export const holidaysCodec: CsvCodec<z.output<ReturnType<typeof holidaysSchema>>, SpecialDay, undefined> = {
  kind: 'holidays',
  columns: ['date', 'kind', 'name'],
  get schema() {
    return holidaysSchema()
  },
  limit: 1024 * 1024,
  value: (shape) => ({ ...shape, name: shape.name ?? '' }),
  cells: (row) => [row.date, row.kind, row.name],
}
