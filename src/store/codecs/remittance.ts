// remittances.csv: lines of remittance advice, append-only.
import * as z from 'zod'
import { formatAmount } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { type Remittance, remittanceColumns } from '../../core/book/remittance.ts'
import { type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const remittanceSchema = once(() =>
  z
    .strictObject({
      id: field.rowIdField,
      reference: field.line,
      payer: field.line,
      date: field.orEmpty(field.dayField),
      document: field.line,
      amount: field.amount,
      deducted: field.orEmpty(field.amount),
      currency: field.currencyField,
      memo: field.line,
    })
    .meta({ title: 'remittances.csv' }),
)

export const remittanceCodec: CsvCodec<z.output<ReturnType<typeof remittanceSchema>>, Remittance, undefined> = {
  kind: 'remittance',
  columns: remittanceColumns,
  get schema() {
    return remittanceSchema()
  },
  limit: 64 * 1024 * 1024,
  value(shape, _context, complain) {
    const { date, deducted, ...rest } = shape
    const money = (column: string, text: string) => exactAmount(complain, column, text, shape.currency)
    return {
      ...rest,
      amount: money('amount', shape.amount),
      ...(date === '' ? {} : { date }),
      ...(deducted === '' ? {} : { deducted: money('deducted', deducted) }),
    }
  },
  cells: (row) => [
    row.id,
    row.reference,
    row.payer,
    row.date ?? '',
    row.document,
    formatAmount(row.amount, row.currency),
    row.deducted === undefined ? '' : formatAmount(row.deducted, row.currency),
    row.currency,
    row.memo,
  ],
}
