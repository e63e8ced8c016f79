// Deposits: bills for money in advance, and what later bills take off of them again, line by line, with its tax.
import type { Currency } from '../base/currency.ts'
import { exact } from '../base/decimal.ts'
import { formatAmount, type Minor, safe, sum } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { Bill, BillLine } from '../book/bill.ts'
import type { CustomerId } from '../book/customer.ts'
import type { TaxSettings } from '../book/settings.ts'
import { type TaxRules, taxOf, totalsOf } from '../book/totals.ts'

/** What a deposit leaves at one rate, in the price mode of the book. */
interface DepositPart extends Pick<BillLine, 'tax' | 'category' | 'exemption'> {
  readonly left: Minor
}

export interface OpenDeposit {
  readonly bill: Bill
  readonly parts: readonly DepositPart[]
}

/** What a bill is about: a deposit for a project or quote is taken off only where it belongs. */
export interface DepositPlace {
  readonly customer: CustomerId
  readonly currency: Currency
  readonly projects: ReadonlySet<string>
  readonly quotes: ReadonlySet<string>
}

/** The open deposits of a book, from which bills of one run take one after another. */
export interface Deposits {
  /** Those for the quote first, then the oldest. */
  at(place: DepositPlace): readonly OpenDeposit[]
  /** What a bill of this run has taken is not there for the next. */
  take(lines: readonly BillLine[]): void
}

export function openDeposits(bills: ReadonlyMap<string, Bill>, tax: TaxSettings): Deposits {
  const deposits = depositsOf(bills)
  if (deposits.length === 0) return { at: () => [], take: () => {} }
  const used = usedOf(bills, tax.mode)
  const order = [...deposits].sort((a, b) => compareText(a.date, b.date) || compareText(a.number, b.number))
  return {
    at(place) {
      return order
        .filter((d) => d.customer === place.customer && d.currency === place.currency && belongs(d, place))
        .sort((a, b) => Number(b.quote !== undefined) - Number(a.quote !== undefined))
        .map((bill) => ({ bill, parts: partsOf(bill, tax.mode, used).filter((part) => part.left > 0) }))
        .filter((d) => d.parts.length > 0)
    },
    take(lines) {
      for (const line of lines) if (line.deposit !== undefined) use(used, line.deposit, line, -line.amount)
    },
  }
}

/**
 * Deposits of which bills took off, and credit notes took back, more than they hold: two branches that each billed, merged. Every document that
 * took part of one rounds for itself, so each may be a unit off.
 */
export function overusedDeposits(bills: ReadonlyMap<string, Bill>, tax: TaxSettings): readonly Bill[] {
  const used = usedOf(bills, tax.mode)
  return depositsOf(bills).filter((bill) => {
    const takers = [...bills.values()].filter((b) => b.of === bill.number || takesOff(b, bill.number)).length
    return partsOf(bill, tax.mode, used).some((part) => part.left < -takers)
  })
}

function takesOff(bill: Bill, number: string): boolean {
  return bill.lines.some((l) => l.deposit === number)
}

function depositsOf(bills: ReadonlyMap<string, Bill>): readonly Bill[] {
  return [...bills.values()].filter((b) => b.deposit === true && b.kind === 'bill')
}

function use(used: Map<string, Minor>, number: string, rate: RateOf, amount: Minor): void {
  const key = keyOf(number, rate)
  used.set(key, safe((used.get(key) ?? 0) + amount))
}

/** What is gone of every deposit by rate, in the price mode of the book. */
function usedOf(bills: ReadonlyMap<string, Bill>, mode: 'net' | 'gross'): Map<string, Minor> {
  const used = new Map<string, Minor>()
  for (const bill of bills.values()) {
    const sign = bill.kind === 'credit' ? 1 : -1
    for (const line of bill.lines)
      if (line.deposit !== undefined)
        use(
          used,
          line.deposit,
          line,
          sign * inMode(line.amount, line.tax, { from: bill.mode, to: mode }, bill.currency),
        )
    if (bill.kind === 'credit' && bill.of !== undefined && bills.get(bill.of)?.deposit === true)
      for (const group of bill.taxes) use(used, bill.of, group, groupAmount(group, mode))
  }
  return used
}

function belongs({ quote, project }: Bill, place: DepositPlace): boolean {
  return (quote === undefined || place.quotes.has(quote)) && (project === undefined || place.projects.has(project))
}

type RateOf = Pick<BillLine, 'tax' | 'category'>

function keyOf(number: string, { tax, category }: RateOf): string {
  return `${number} ${exact(tax).toFixed()} ${category}`
}

function groupAmount(group: Bill['taxes'][number], mode: 'net' | 'gross'): Minor {
  return mode === 'net' ? group.net : safe(group.net + group.amount)
}

function inMode(
  amount: Minor,
  tax: string,
  { from, to }: Readonly<Record<'from' | 'to', 'net' | 'gross'>>,
  c: Currency,
): Minor {
  if (from === to) return amount
  const part = taxOf(amount, exact(tax), from, c)
  return safe(to === 'net' ? amount - part : amount + part)
}

function partsOf(bill: Bill, mode: 'net' | 'gross', used: ReadonlyMap<string, Minor>): readonly DepositPart[] {
  return bill.taxes.flatMap((group) => {
    const { tax, category } = group
    const left = safe(groupAmount(group, mode) - (used.get(keyOf(bill.number, group)) ?? 0))
    const why = bill.lines.find((l) => l.exemption !== undefined && l.category === category)?.exemption
    return [{ tax, category, left, ...(why === undefined ? {} : { exemption: why }) }]
  })
}

/**
 * Lines that take deposits off a bill: first as much as it has at the same rate, then from what it has at others, always at the deposit's own
 * rate, so that the tax that was billed in advance comes off. The total never falls below zero; what is left waits for the next bill.
 */
export function depositLines(
  lines: readonly BillLine[],
  deposits: readonly OpenDeposit[],
  rules: TaxRules,
  c: Currency,
): readonly BillLine[] {
  const parts = deposits
    .flatMap(({ bill, parts: all }) => all.map((part) => ({ number: bill.number, part })))
    .filter(({ part }) => fitsOn(lines, part))
  if (parts.length === 0) return []
  const taken: BillLine[] = []
  const left = (number: string, part: DepositPart) =>
    safe(part.left + sum(taken.filter((l) => l.deposit === number && sameRate(l, part)).map((l) => l.amount)))
  const take = (number: string, part: DepositPart, most: Minor) => {
    const lineOf = (amount: Minor) => depositLine(number, part, amount, c)
    const amount = largest(most, (a) => totalsOf([...lines, ...taken, lineOf(a)], rules, c).total >= 0)
    if (amount > 0) taken.push(lineOf(amount))
  }
  for (const { number, part } of parts) {
    const same = sum([...lines, ...taken].filter((l) => sameRate(l, part)).map((l) => l.amount))
    take(number, part, Math.min(part.left, same))
  }
  for (const { number, part } of parts) take(number, part, left(number, part))
  return taken
}

/** What stands outside the scope of tax. */
export const outsideScope = 'O'

/**
 * A document of EN 16931 is outside the scope of tax as a whole or not at all (BR-O-11, BR-O-12). So a deposit without any tax does not come
 * off a taxed bill: with the bill's rate it would lower tax that it never claimed, with its own it would break the rule.
 */
function fitsOn(lines: readonly RateOf[], part: RateOf): boolean {
  return lines.some((l) => (l.category === outsideScope) === (part.category === outsideScope))
}

/** Deposits that do not come off these lines, because only one of the two is within the scope of tax. */
export function depositsApart(lines: readonly RateOf[], deposits: readonly OpenDeposit[]): readonly string[] {
  return deposits.filter((d) => d.parts.some((part) => !fitsOn(lines, part))).map((d) => d.bill.number)
}

function sameRate(a: RateOf, b: RateOf): boolean {
  return a.category === b.category && exact(a.tax).eq(b.tax)
}

/** The largest amount from 0 to `most` for which `fits`, which holds for all smaller ones, holds. */
function largest(most: Minor, fits: (amount: Minor) => boolean): Minor {
  if (most <= 0) return 0
  if (fits(most)) return most
  let low = 0
  let high = most
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function depositLine(number: string, { tax, category, exemption }: DepositPart, amount: Minor, c: Currency): BillLine {
  return {
    description: number,
    quantity: '-1',
    price: formatAmount(amount, c),
    amount: -amount,
    tax,
    category,
    ...(exemption === undefined ? {} : { exemption }),
    sales: [],
    deposit: number,
  }
}

/** What later bills have taken off a deposit so far, tax included; 0 for a document that is none. */
export function depositUsed(bills: ReadonlyMap<string, Bill>, number: string): Minor {
  if (bills.get(number)?.deposit !== true) return 0
  return sum(
    [...bills.values()].flatMap((bill) => {
      const lines = bill.lines.filter((l) => l.deposit === number)
      if (lines.length === 0) return []
      const { total } = totalsOf(lines, bill, bill.currency)
      return [bill.kind === 'credit' ? total : -total]
    }),
  )
}
