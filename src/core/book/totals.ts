// Sums of a document as EN 16931 computes them: lines to tax groups to totals, in either price mode and either rounding.
import type { Currency } from '../base/currency.ts'
import { type Exact, exact, formatDecimal } from '../base/decimal.ts'
import { type Minor, roundToMinor, safe, share, sum, toExact } from '../base/money.ts'
import type { TaxGroup } from './bill.ts'

/** What of a line decides the totals. Allowances of the whole document are lines with a negative amount. */
export interface TaxedLine {
  /** In the price mode. */
  readonly amount: Minor
  /** Percent, exact decimal text. */
  readonly tax: string
  readonly category: string
}

export interface TaxRules {
  /** Amounts stand without (`net`) or with (`gross`) tax. */
  readonly mode: 'net' | 'gross'
  /** Tax is rounded once per rate and category (`group`, as EN 16931 BR-CO-17 asks) or on every line. */
  readonly rounding: 'group' | 'line'
}

export interface Totals {
  /** Highest rate first, then by category. */
  readonly taxes: readonly TaxGroup[]
  readonly net: Minor
  readonly tax: Minor
  /** `net + tax`; in gross mode exactly the sum of the lines. */
  readonly total: Minor
}

/**
 * The tax on or in an amount, rounded half away from zero. Gross: the net is rounded and the tax is the rest, so the two sum to the amount
 * (9.99 at 13 % is 8.84 + 1.15).
 */
export function taxOf(amount: Minor, percent: Exact, mode: 'net' | 'gross', c: Currency): Minor {
  if (mode === 'net') return roundToMinor(toExact(amount, c).times(percent).div(100), c)
  const net = roundToMinor(toExact(amount, c).times(100).div(percent.plus(100)), c)
  return safe(amount - net)
}

function groupLines<L extends TaxedLine>(lines: readonly L[]): readonly (readonly L[])[] {
  const groups = new Map<string, L[]>()
  for (const line of lines) {
    const key = `${formatDecimal(exact(line.tax))} ${line.category}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].sort(([a], [b]) => {
    if (a === undefined || b === undefined) return 0
    return exact(b.tax).cmp(a.tax) || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0)
  })
}

function taxGroup(lines: readonly TaxedLine[], rules: TaxRules, c: Currency): TaxGroup {
  const percent = exact(lines[0]?.tax ?? '0')
  const amount = sum(lines.map((l) => l.amount))
  const tax =
    rules.rounding === 'group'
      ? taxOf(amount, percent, rules.mode, c)
      : sum(lines.map((l) => taxOf(l.amount, percent, rules.mode, c)))
  const net = rules.mode === 'net' ? amount : safe(amount - tax)
  return { tax: formatDecimal(percent), category: lines[0]?.category ?? '', net, amount: tax }
}

/** The order of lines changes nothing. */
export function totalsOf(lines: readonly TaxedLine[], rules: TaxRules, c: Currency): Totals {
  const taxes = groupLines(lines).map((group) => taxGroup(group, rules, c))
  const net = sum(taxes.map((g) => g.net))
  const tax = sum(taxes.map((g) => g.amount))
  return { taxes, net, tax, total: safe(net + tax) }
}

/**
 * The net amount of every line, so that the lines of a group sum to the group's net: in net mode the amounts themselves, in gross mode by
 * largest remainder over the exact nets (what a structured invoice has to print).
 */
export function lineNets(lines: readonly TaxedLine[], rules: TaxRules, c: Currency): readonly Minor[] {
  if (rules.mode === 'net') return lines.map((l) => l.amount)
  const nets = lines.map((l) => safe(l.amount - taxOf(l.amount, exact(l.tax), 'gross', c)))
  if (rules.rounding === 'line') return nets
  for (const group of groupLines(lines.map((line, index) => ({ ...line, index })))) {
    const difference = safe(taxGroup(group, rules, c).net - sum(group.map((l) => nets[l.index] ?? 0)))
    if (difference !== 0) spread(group, nets, difference)
  }
  return nets
}

/** Gives a difference of a few units to the lines whose own rounding was furthest off in that direction; ties to the earlier line. */
function spread(group: readonly (TaxedLine & { index: number })[], nets: Minor[], by: Minor): void {
  const off = group
    .map(({ index, amount, tax }) => {
      const whole = exact(amount).times(100).div(exact(tax).plus(100))
      return { index, rest: whole.minus(nets[index] ?? 0).times(Math.sign(by)) }
    })
    .sort((a, b) => b.rest.cmp(a.rest) || a.index - b.index)
  const shares = share(
    by,
    off.map(() => exact(1)),
  )
  off.forEach(({ index }, i) => {
    nets[index] = safe((nets[index] ?? 0) + (shares[i] ?? 0))
  })
}
