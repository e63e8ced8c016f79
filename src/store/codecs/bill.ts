// bills/<yyyy>/<number>.yaml: an issued document, complete in itself.
import * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { formatAmount, type Minor } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { type Bill, type BillLine, documentKinds, isQuote } from '../../core/book/bill.ts'
import { contractBounds } from '../../core/book/contract.ts'
import * as field from '../fields.ts'
import { amountAt, type YamlCodec } from '../yaml/codec.ts'
import { type OutMap, type Plain, plain, writeMap } from '../yaml/write.ts'
import { modeline } from './modeline.ts'
import { partySchema } from './party.ts'

const allowance = once(() =>
  z.strictObject({
    reason: field.line,
    percent: field.decimal.exactOptional(),
    amount: field.amount,
  }),
)

const billLine = once(() =>
  z.strictObject({
    item: field.line.exactOptional(),
    description: field.text,
    date: field.dayField.exactOptional(),
    quantity: field.decimal,
    unit: field.line.exactOptional(),
    unitCode: field.name.exactOptional(),
    price: field.decimal,
    amount: field.amount,
    allowances: z.array(allowance()).exactOptional(),
    tax: field.percent,
    category: field.name,
    exemption: field.line.exactOptional(),
    sales: z.array(field.rowIdField).exactOptional(),
    line: field.whole.exactOptional(),
    release: field.flag.exactOptional(),
    deposit: field.line.exactOptional(),
    bound: z.enum(contractBounds).exactOptional(),
  }),
)

const taxGroup = once(() =>
  z.strictObject({ tax: field.percent, category: field.name, net: field.amount, amount: field.amount }),
)

export const billSchema = once(() =>
  z
    .strictObject({
      number: field.documentNumber,
      kind: z.enum(documentKinds),
      date: field.dayField,
      customer: field.customerIdField,
      language: z.enum(['en', 'zh']),
      seller: partySchema(),
      buyer: partySchema(),
      currency: field.currencyField,
      mode: z.enum(['net', 'gross']),
      rounding: z.enum(['group', 'line']),
      contract: field.customerIdField.exactOptional(),
      project: field.line.exactOptional(),
      terms: field.text.exactOptional(),
      discountLowersTax: field.flag.exactOptional(),
      instalments: z.array(z.strictObject({ due: field.dayField, amount: field.amount })).exactOptional(),
      of: field.line.exactOptional(),
      reason: field.line.exactOptional(),
      quote: field.line.exactOptional(),
      deposit: field.flag.exactOptional(),
      validUntil: field.dayField.exactOptional(),
      lines: z.array(billLine()).exactOptional(),
      taxes: z.array(taxGroup()).exactOptional(),
      net: field.amount,
      tax: field.amount,
      total: field.amount,
      custom: field.custom,
    })
    .meta({ title: 'bills/<yyyy>/<number>.yaml' }),
)

export interface BillContext {
  /** The file's name without `.yaml`. */
  readonly number: string
  readonly folder: 'bills' | 'quotes'
}

/** The folder that a document belongs in. */
export function folderOf(kind: Bill['kind']): BillContext['folder'] {
  return isQuote(kind) ? 'quotes' : 'bills'
}

export const billCodec: YamlCodec<z.output<ReturnType<typeof billSchema>>, Bill, BillContext> = {
  kind: 'bill',
  get schema() {
    return billSchema()
  },
  limit: 4 * 1024 * 1024,
  value({ terms, instalments, lines, taxes, custom: _own, ...rest }, context, complain) {
    if (rest.number !== context.number)
      complain(['number'], 'id-differs-from-file', { id: rest.number, name: context.number })
    if (folderOf(rest.kind) !== context.folder)
      complain(['kind'], 'wrong-value', {
        key: 'kind',
        found: rest.kind,
        expected: 'one-of',
        detail: documentKinds.filter((k) => folderOf(k) === context.folder),
      })
    const money = (path: readonly (string | number)[], text: string) => amountAt(complain, path, text, rest.currency)
    return {
      ...rest,
      terms: terms ?? '',
      instalments: (instalments ?? []).map((part, i) => ({
        ...part,
        amount: money(['instalments', i, 'amount'], part.amount),
      })),
      lines: (lines ?? []).map(({ sales, allowances, ...line }, i) => ({
        ...line,
        ...(allowances === undefined
          ? {}
          : {
              allowances: allowances.map((a, n) => ({
                ...a,
                amount: money(['lines', i, 'allowances', n, 'amount'], a.amount),
              })),
            }),
        sales: sales ?? [],
        amount: money(['lines', i, 'amount'], line.amount),
      })),
      taxes: (taxes ?? []).map((group, i) => ({
        ...group,
        net: money(['taxes', i, 'net'], group.net),
        amount: money(['taxes', i, 'amount'], group.amount),
      })),
      net: money(['net'], rest.net),
      tax: money(['tax'], rest.tax),
      total: money(['total'], rest.total),
    }
  },
}

export function writeBill(bill: Bill): string {
  const money = (amount: Minor) => plain(formatAmount(amount, bill.currency))
  const { net, tax, total, instalments, lines, taxes, date, terms, seller, buyer, of, reason } = bill
  const tree: OutMap = {
    number: bill.number,
    kind: bill.kind,
    date: plain(date),
    customer: bill.customer,
    language: bill.language,
    seller: { ...seller },
    buyer: { ...buyer },
    currency: bill.currency,
    mode: bill.mode,
    rounding: bill.rounding,
    contract: bill.contract,
    project: bill.project,
    terms: terms === '' ? undefined : terms,
    discountLowersTax: bill.discountLowersTax === undefined ? undefined : plain(bill.discountLowersTax),
    instalments: instalments.map((part) => ({ due: plain(part.due), amount: money(part.amount) })),
    of,
    reason,
    quote: bill.quote,
    deposit: bill.deposit === undefined ? undefined : plain(bill.deposit),
    validUntil: bill.validUntil === undefined ? undefined : plain(bill.validUntil),
    lines: lines.map((line) => lineTree(line, bill.currency)),
    taxes: taxes.map((g) => ({ tax: plain(g.tax), category: g.category, net: money(g.net), amount: money(g.amount) })),
    net: money(net),
    tax: money(tax),
    total: money(total),
  }
  return modeline('bill', 2) + writeMap(tree)
}

function lineTree(line: BillLine, currency: Currency): OutMap {
  const optional = (value: string | boolean | undefined): Plain | undefined =>
    value === undefined ? undefined : plain(value)
  return {
    item: line.item,
    description: line.description,
    date: optional(line.date),
    quantity: plain(line.quantity),
    unit: line.unit,
    unitCode: line.unitCode,
    price: plain(line.price),
    amount: plain(formatAmount(line.amount, currency)),
    allowances: line.allowances?.map((a) => ({
      reason: a.reason,
      percent: optional(a.percent),
      amount: plain(formatAmount(a.amount, currency)),
    })),
    tax: plain(line.tax),
    category: line.category,
    exemption: line.exemption,
    sales: [...line.sales],
    line: line.line === undefined ? undefined : plain(String(line.line)),
    release: optional(line.release),
    deposit: line.deposit,
    bound: line.bound,
  }
}
