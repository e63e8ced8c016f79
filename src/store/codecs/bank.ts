// bank/<account>/<yyyy-mm>.csv and ignored.csv: imported statement lines, and those decided not to concern customers.
import * as z from 'zod'
import { isCurrency } from '../../core/base/currency.ts'
import { formatAmount } from '../../core/base/money.ts'
import { type BankLine, bankColumns, type IgnoredLine } from '../../core/book/bank.ts'
import { badCell, type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'
import { inMonth, type MonthContext } from './journal.ts'

export const bankSchema = z
  .strictObject({
    id: field.rowIdField,
    date: field.dayField,
    value: field.orEmpty(field.dayField),
    amount: field.amount,
    currency: field.currencyField,
    kind: field.line,
    payer: field.line,
    payerAccount: field.line,
    reference: field.line,
    structured: field.line,
    text: field.line,
    original: field.orEmpty(field.amount),
    originalCurrency: field.orEmpty(field.currencyField),
    fee: field.orEmpty(field.amount),
    balance: field.orEmpty(field.amount),
    source: field.line,
  })
  .meta({ title: 'bank/<account>/<yyyy-mm>.csv' })

/** The account is the name of the folder. */
export interface BankContext extends MonthContext {
  readonly account: string
}

export const bankCodec: CsvCodec<z.output<typeof bankSchema>, BankLine, BankContext> = {
  kind: 'bank',
  columns: bankColumns,
  schema: bankSchema,
  limit: 256 * 1024 * 1024,
  value(shape, { month, account }, complain) {
    const { value, original, originalCurrency, fee, balance, ...rest } = shape
    const { currency } = shape
    inMonth(shape.date, month, complain)
    if (original !== '' && originalCurrency === '')
      complain('originalCurrency', 'bad-cell', badCell('originalCurrency', '', { expected: 'currency', detail: [] }))
    const money = (column: string, text: string) => exactAmount(complain, column, text, currency)
    return {
      ...rest,
      account,
      amount: money('amount', shape.amount),
      ...(value === '' ? {} : { value }),
      ...(isCurrency(originalCurrency) ? { originalCurrency } : {}),
      ...(original !== '' && isCurrency(originalCurrency)
        ? { original: exactAmount(complain, 'original', original, originalCurrency) }
        : {}),
      ...(fee === '' ? {} : { fee: money('fee', fee) }),
      ...(balance === '' ? {} : { balance: money('balance', balance) }),
    }
  },
  cells(line) {
    const money = (amount: number | undefined) => (amount === undefined ? '' : formatAmount(amount, line.currency))
    const { original, originalCurrency } = line
    return [
      line.id,
      line.date,
      line.value ?? '',
      formatAmount(line.amount, line.currency),
      line.currency,
      line.kind,
      line.payer,
      line.payerAccount,
      line.reference,
      line.structured,
      line.text,
      original === undefined || originalCurrency === undefined ? '' : formatAmount(original, originalCurrency),
      originalCurrency ?? '',
      money(line.fee),
      money(line.balance),
      line.source,
    ]
  },
}

export const ignoredSchema = z
  .strictObject({ line: field.rowIdField, reason: field.line })
  .meta({ title: 'bank/<account>/ignored.csv' })

export const ignoredCodec: CsvCodec<z.output<typeof ignoredSchema>, IgnoredLine, { readonly account: string }> = {
  kind: 'ignored',
  columns: ['line', 'reason'],
  schema: ignoredSchema,
  limit: 64 * 1024 * 1024,
  value: (shape, { account }) => ({ ...shape, account }),
  cells: (row) => [row.line, row.reason],
}
