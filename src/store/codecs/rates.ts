// rates.csv: exchange rates.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { Rate } from '../../core/book/catalog.ts'
import { badCell, type CsvCodec } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const ratesSchema = once(() =>
  z
    .strictObject({ date: field.dayField, from: field.currencyField, to: field.currencyField, rate: field.decimal })
    .meta({ title: 'rates.csv' }),
)

export const ratesCodec: CsvCodec<z.output<ReturnType<typeof ratesSchema>>, Rate, undefined> = {
  kind: 'rates',
  columns: ['date', 'from', 'to', 'rate'],
  get schema() {
    return ratesSchema()
  },
  limit: 64 * 1024 * 1024,
  value(shape, _context, complain) {
    // A rate of nothing converts every amount to nothing.
    if (/^-|^[0.]+$/.test(shape.rate))
      complain('rate', 'bad-cell', badCell('rate', shape.rate, { expected: 'above-zero', detail: [] }))
    return shape
  },
  cells: (row) => [row.date, row.from, row.to, row.rate],
}
