// bank/<account>/<yyyy-mm>.csv and ignored.csv: imported statement lines, and those decided not to concern customers.
import * as z from 'zod'
import { type Currency, decimalsOf, isCurrency } from '../../core/base/currency.ts'
import { isDay, monthOf } from '../../core/base/day.ts'
import { isRowId } from '../../core/base/id.ts'
import { formatAmount } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { type BankLine, bankColumns, type IgnoredLine, laterBankColumns, laterTexts } from '../../core/book/bank.ts'
import { badCell, type CsvCodec, exactAmount } from '../csv/codec.ts'
import * as field from '../fields.ts'
import { inMonth, type MonthContext } from './journal.ts'

export const bankSchema = once(() =>
  z
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
      endToEnd: field.line,
      mandate: field.line,
      code: field.line,
      reason: field.line,
      batch: field.line,
      details: field.line,
    })
    .meta({ title: 'bank/<account>/<yyyy-mm>.csv' }),
)

/** The account is the name of the folder. */
export interface BankContext extends MonthContext {
  readonly account: string
}

export const bankCodec: CsvCodec<z.output<ReturnType<typeof bankSchema>>, BankLine, BankContext> = {
  kind: 'bank',
  columns: bankColumns,
  later: laterBankColumns.length,
  get schema() {
    return bankSchema()
  },
  limit: 256 * 1024 * 1024,
  value(shape, { month, account }, complain) {
    const {
      value,
      original,
      originalCurrency,
      fee,
      balance,
      endToEnd,
      mandate,
      code,
      reason,
      batch,
      details,
      ...rest
    } = shape
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
      ...laterTexts({ endToEnd, mandate, code, reason, batch, details }),
    }
  },
  quick: quickLine,
  cells(line) {
    const money = (amount: number | undefined) => (amount === undefined ? '' : formatAmount(amount, line.currency))
    const { original, originalCurrency } = line
    const cells = [
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
    for (const column of laterBankColumns) cells.push(line[column] ?? '')
    return cells
  },
}

/** Lines in a foreign currency, with fees, and anything that is not as crm writes it, are left to the schema. */
function quickLine(cells: readonly string[], { month, account }: BankContext): BankLine | null {
  const [id = '', date = '', value = '', money = '', unit = '', kind = '', payer = '', payerAccount = ''] = cells
  const [reference = '', structured = '', text = '', original, originalCurrency, fee, balance = '', source = ''] =
    cells.slice(8)
  const [endToEnd = '', mandate = '', code = '', reason = '', batch = '', details = ''] = cells.slice(16)
  if (original !== '' || originalCurrency !== '' || fee !== '' || !isCurrency(unit)) return null
  if (!isRowId(id) || !isDay(date) || monthOf(date) !== month || (value !== '' && !isDay(value))) return null
  const amount = canonicalAmount(money, unit)
  const after = balance === '' ? undefined : canonicalAmount(balance, unit)
  if (amount === null || after === null) return null
  return {
    id,
    date,
    amount,
    currency: unit,
    kind,
    payer,
    payerAccount,
    reference,
    structured,
    text,
    source,
    account,
    ...laterTexts({ endToEnd, mandate, code, reason, batch, details }),
    ...(isDay(value) ? { value } : {}),
    ...(after === undefined ? {} : { balance: after }),
  }
}

/** Null for any other writing, and beyond fifteen digits. */
function canonicalAmount(text: string, currency: Currency): number | null {
  const decimals = decimalsOf(currency)
  const whole = decimals === 0 ? text.length : text.length - decimals - 1
  if (text.length > 16 || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return null
  if (decimals > 0 && text.charAt(whole) !== '.') return null
  if (decimals === 0 && text.includes('.')) return null
  const minor = Number(text.slice(0, whole) + text.slice(whole + 1))
  return Number.isSafeInteger(minor) && !Object.is(minor, -0) ? minor : null
}

export const ignoredSchema = once(() =>
  z.strictObject({ line: field.rowIdField, reason: field.line }).meta({ title: 'bank/<account>/ignored.csv' }),
)

export const ignoredCodec: CsvCodec<
  z.output<ReturnType<typeof ignoredSchema>>,
  IgnoredLine,
  { readonly account: string }
> = {
  kind: 'ignored',
  columns: ['line', 'reason'],
  get schema() {
    return ignoredSchema()
  },
  limit: 64 * 1024 * 1024,
  value: (shape, { account }) => ({ ...shape, account }),
  cells: (row) => [row.line, row.reason],
}
