// What a bill, credit note, fee note or quote says, in the words of its language: the parts that every form of page lays out.
import { decimalsOf } from '../core/base/currency.ts'
import { exact, roundHalfUp } from '../core/base/decimal.ts'
import { formatAmount, type Minor } from '../core/base/money.ts'
import { type Bill, type BillLine, isQuote, type Party } from '../core/book/bill.ts'
import { parseTerms } from '../core/book/terms.ts'
import { totalsOf } from '../core/book/totals.ts'
import { taxInDiscount } from '../core/ledger/early.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { capitalAmount } from './capital.ts'
import { groupDigits } from './cell.ts'
import type { GridColumn } from './page.ts'

export interface BillParts {
  readonly title: string
  readonly seller: readonly string[]
  /** Number, days and what it is about. */
  readonly facts: readonly string[]
  readonly to: string
  readonly buyer: readonly string[]
  readonly columns: readonly GridColumn[]
  /** The last is the total. */
  readonly sums: readonly (readonly [label: string, amount: string])[]
  /** The total in characters; null where that is not customary. */
  readonly inCharacters: string | null
  readonly conditions: readonly string[]
}

export function billParts(bill: Bill, words: PaperWords): BillParts {
  const w = words.bill
  return {
    title: w.title[bill.deposit === true && bill.kind === 'bill' ? 'deposit' : bill.kind],
    seller: partyLines(bill.seller, words),
    facts: facts(bill, words),
    to: w.label(w.to, '').trimEnd(),
    buyer: partyLines(bill.buyer, words),
    columns: billColumns(bill, words),
    sums: totals(bill, words),
    inCharacters:
      w.inCharacters !== '' && bill.currency === 'CNY' && bill.total >= 0
        ? `${w.inCharacters}：${capitalAmount(bill.total)}`
        : null,
    conditions: conditions(bill, words),
  }
}

function partyLines(party: Party, words: PaperWords): string[] {
  const taxId = party.taxId === undefined ? undefined : words.bill.label(words.bill.taxId, party.taxId)
  return [party.name, party.address, taxId, party.email, party.phone].filter((text) => text !== undefined)
}

function facts(bill: Bill, words: PaperWords): string[] {
  const { label, number, date, due, of, contract, project, validUntil, quoteNumber } = words.bill
  const [first, ...later] = bill.instalments
  return [
    label(number, bill.number),
    label(date, bill.date),
    ...(first === undefined || later.length > 0 || isQuote(bill.kind) ? [] : [label(due, first.due)]),
    ...(bill.validUntil === undefined ? [] : [label(validUntil, bill.validUntil)]),
    ...(bill.quote === undefined ? [] : [label(quoteNumber, bill.quote)]),
    ...(bill.of === undefined ? [] : [label(of, bill.of)]),
    ...(bill.contract === undefined ? [] : [label(contract, bill.contract)]),
    ...(bill.project === undefined ? [] : [label(project, bill.project)]),
  ]
}

function billColumns(bill: Bill, words: PaperWords): readonly GridColumn[] {
  const w = words.bill
  const column = (heading: string, right: boolean, cell: (line: Bill['lines'][number]) => string) => ({
    heading,
    right,
    cells: bill.lines.map(cell),
  })
  const units = bill.lines.some((l) => l.unit !== undefined)
  return [
    column(w.description, false, (l) => describe(l, bill, words)),
    column(w.quantity, true, (l) => groupDigits(l.quantity)),
    ...(units ? [column(w.unit, false, (l) => l.unit ?? '')] : []),
    column(w.price, true, (l) => priceText(l.price, bill)),
    column(w.tax, true, (l) => `${l.tax}%`),
    column(w.amount, true, (l) => amountText(l.amount, bill)),
  ]
}

/** What it is, its day, and on lines of their own what comes off and why there is no tax. */
function describe(line: BillLine, bill: Bill, words: PaperWords): string {
  const w = words.bill
  const name =
    line.deposit !== undefined
      ? w.lessDeposit(line.deposit)
      : bill.deposit === true
        ? w.deposit(line.description)
        : // A credit note of a deposit that says nothing of itself names it.
          line.description || (bill.of ?? '')
  const said = line.bound === undefined ? name : w.bound(line.bound, name)
  const what = line.date === undefined ? said : `${said} (${line.date})`
  const off = (line.allowances ?? []).map((a) => words.bill.allowance(a.reason, a.percent, amountText(-a.amount, bill)))
  return [what, ...off].join('\n')
}

function amountText(amount: Minor, bill: Bill): string {
  return groupDigits(formatAmount(amount, bill.currency))
}

/** At least the currency's decimals, more where the price has them. */
function priceText(price: string, bill: Bill): string {
  const value = exact(price)
  return groupDigits(value.toFixed(Math.max(value.decimalPlaces(), decimalsOf(bill.currency))))
}

function totals(bill: Bill, words: PaperWords): readonly (readonly [string, string])[] {
  const w = words.bill
  const taxLines = bill.taxes.map((group): [string, string] => [
    w.taxLine(group.tax, amountText(group.net, bill), group.category),
    amountText(group.amount, bill),
  ])
  return [
    [w.net, amountText(bill.net, bill)],
    ...taxLines,
    [`${w.total} ${bill.currency}`, amountText(bill.total, bill)],
  ]
}

function conditions(bill: Bill, words: PaperWords): string[] {
  const w = words.bill
  const money = (amount: Minor) => words.moneyInWords(amountText(amount, bill), bill.currency)
  const gross = bill.mode === 'gross' ? [w.gross] : []
  const untaxed = exemptions(bill).map((e) => w.exemption(e.tax, e.reason))
  const reason = bill.reason === undefined || bill.reason === '' ? [] : [w.reason(bill.reason)]
  if (bill.kind === 'credit') return [...gross, ...untaxed, ...reason, w.credited(money(bill.total))]
  if (isQuote(bill.kind)) {
    const terms = bill.terms === '' ? [] : [w.terms(bill.terms)]
    return [...gross, ...untaxed, ...terms, bill.kind === 'quote' ? w.quoteOnly : w.proformaOnly]
  }
  const taken = depositsTaken(bill).map(({ number, net, tax }) =>
    w.depositTaken(number, amountText(net, bill), amountText(tax, bill), amountText(net + tax, bill)),
  )
  if (bill.instalments.length === 0) return [...gross, ...untaxed, ...taken, w.covered]
  const [first, ...later] = bill.instalments
  const pay =
    first === undefined
      ? []
      : later.length === 0
        ? [w.pay(money(first.amount), first.due)]
        : [w.instalments, ...bill.instalments.map((i) => `  ${w.instalment(money(i.amount), i.due)}`)]
  const terms = bill.terms === '' ? [] : [w.terms(bill.terms), ...discountTaxed(bill, words)]
  const bank = bill.seller.bank === undefined ? [] : [w.bank(bill.seller.bank)]
  return [...gross, ...untaxed, ...reason, ...taken, ...terms, ...pay, ...bank, w.quote(bill.number)]
}

/** Each reason for a rate without tax once. */
function exemptions(bill: Bill): readonly { readonly tax: string; readonly reason: string }[] {
  const found = new Map<string, { tax: string; reason: string }>()
  for (const { tax, exemption } of bill.lines)
    if (exemption !== undefined) found.set(exemption, { tax, reason: exemption })
  return [...found.values()]
}

/** Of each deposit what this bill takes off, net and tax. */
function depositsTaken(bill: Bill): readonly { readonly number: string; readonly net: Minor; readonly tax: Minor }[] {
  const numbers = new Set(bill.lines.flatMap((l) => l.deposit ?? []))
  return [...numbers].map((number) => {
    const lines = bill.lines.filter((l) => l.deposit === number)
    const { net, tax } = totalsOf(lines, bill, bill.currency)
    return { number, net: -net, tax: -tax }
  })
}

/** What a discount leaves of the amount and its tax, where it lowers both. */
function discountTaxed(bill: Bill, words: PaperWords): readonly string[] {
  const terms = parseTerms(bill.terms)
  if (bill.discountLowersTax !== true || 'fault' in terms || terms.discount === undefined) return []
  const off = roundHalfUp(exact(bill.total).times(terms.discount.percent).div(100), 0).toNumber()
  const tax = taxInDiscount(bill, off) ?? 0
  const money = (amount: Minor) => words.moneyInWords(amountText(amount, bill), bill.currency)
  return [words.bill.discountTaxed(money(bill.total - off), money(bill.tax - tax))]
}
