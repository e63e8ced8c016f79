// The changes of a plan for `--json`: the domain words as they are, amounts as decimal strings in their own currency.
import type { Currency } from '../core/base/currency.ts'
import { formatAmount, type Minor } from '../core/base/money.ts'
import type { BankLine } from '../core/book/bank.ts'
import type { Bill } from '../core/book/bill.ts'
import type { Change } from '../core/book/change.ts'
import type { Close } from '../core/book/close.ts'
import type { JournalRow } from '../core/book/journal.ts'

/** A value that JSON can say; keys whose value is undefined are left out by `JSON.stringify`. */
export type JsonValue = unknown

/** `bookCurrency` is that of amounts that name none, as a customer's credit limit. */
export function changeValue(change: Change, bookCurrency: Currency): JsonValue {
  switch (change.change) {
    case 'addRow':
      return { change: change.change, row: rowValue(change.row) }
    case 'issueBill':
      return { change: change.change, bill: billValue(change.bill) }
    case 'addBankLine':
      return { change: change.change, line: lineValue(change.line) }
    case 'addStatement': {
      const { opening, closing, currency, ...rest } = change.statement
      const statement = { ...rest, currency, opening: money(opening, currency), closing: money(closing, currency) }
      return { change: change.change, statement }
    }
    case 'addCustomer': {
      const { creditLimit, ...customer } = change.customer
      return {
        ...change,
        customer: { ...customer, creditLimit: money(creditLimit, customer.currency ?? bookCurrency) },
      }
    }
    case 'writeClose':
      return { change: change.change, close: closeValue(change.close) }
    default:
      return change
  }
}

function money(amount: Minor | null | undefined, currency: Currency): string | undefined {
  return amount === null || amount === undefined ? undefined : formatAmount(amount, currency)
}

/** Columns without a value are left out. */
function rowValue(row: JournalRow): JsonValue {
  const value = { ...row, amount: money(row.amount, row.currency), tax: money(row.tax, row.currency) }
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== '' && v !== null))
}

function billValue(bill: Bill): JsonValue {
  const c = bill.currency
  return {
    ...bill,
    instalments: bill.instalments.map((i) => ({ ...i, amount: money(i.amount, c) })),
    lines: bill.lines.map(({ allowances, ...l }) => ({
      ...l,
      amount: money(l.amount, c),
      ...(allowances === undefined
        ? {}
        : { allowances: allowances.map((a) => ({ ...a, amount: money(a.amount, c) })) }),
    })),
    taxes: bill.taxes.map((t) => ({ ...t, net: money(t.net, c), amount: money(t.amount, c) })),
    net: money(bill.net, c),
    tax: money(bill.tax, c),
    total: money(bill.total, c),
  }
}

function lineValue(line: BankLine): JsonValue {
  return {
    ...line,
    amount: money(line.amount, line.currency),
    fee: money(line.fee, line.currency),
    balance: money(line.balance, line.currency),
    original: money(line.original, line.originalCurrency ?? line.currency),
  }
}

function closeValue(close: Close): JsonValue {
  const sums = ({ currency, ...rest }: Close['totals'][number]) => ({
    currency,
    ...Object.fromEntries(Object.entries(rest).map(([key, amount]) => [key, formatAmount(amount, currency)])),
  })
  return {
    ...close,
    totals: close.totals.map(sums),
    provision: close.provision.map((p) => ({ ...p, amount: money(p.amount, p.currency) })),
  }
}
