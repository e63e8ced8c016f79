// bank/<account>/statements.csv: the statements that were imported, with the days they cover and the balances they say.
import * as z from 'zod'
import { formatAmount } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { type BankStatement, statementColumns } from '../../core/book/bank-statement.ts'
import { type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const statementSchema = once(() =>
  z
    .strictObject({
      file: field.line,
      format: field.line,
      number: field.line,
      from: field.dayField,
      to: field.dayField,
      currency: field.currencyField,
      opening: field.orEmpty(field.amount),
      closing: field.orEmpty(field.amount),
      lines: field.whole,
    })
    .meta({ title: 'bank/<account>/statements.csv' }),
)

export const statementCodec: CsvCodec<
  z.output<ReturnType<typeof statementSchema>>,
  BankStatement,
  { readonly account: string }
> = {
  kind: 'statement',
  columns: statementColumns,
  get schema() {
    return statementSchema()
  },
  limit: 64 * 1024 * 1024,
  value({ opening, closing, ...rest }, { account }, complain) {
    const money = (column: string, text: string) => exactAmount(complain, column, text, rest.currency)
    return {
      ...rest,
      account,
      ...(opening === '' ? {} : { opening: money('opening', opening) }),
      ...(closing === '' ? {} : { closing: money('closing', closing) }),
    }
  },
  cells(s) {
    const money = (amount: number | undefined) => (amount === undefined ? '' : formatAmount(amount, s.currency))
    const { file, format, number, from, to, currency, lines } = s
    return [file, format, number, from, to, currency, money(s.opening), money(s.closing), String(lines)]
  },
}
