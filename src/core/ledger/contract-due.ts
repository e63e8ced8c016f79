// What a contract says is due up to a day: pieces, each some days of one line at one price.
import type { Currency } from '../base/currency.ts'
import { addDays, type Day, day, earlierDay, laterDay } from '../base/day.ts'
import { type Exact, exact, formatDecimal } from '../base/decimal.ts'
import { formatAmount, lineAmount, type Minor, roundToMinor, safe, sum } from '../base/money.ts'
import { type Contract, type ContractLine, parseSpan, type Span } from '../book/contract.ts'
import {
  adjusted,
  boundsOn,
  chargedFrom,
  chargeOn,
  chargesWithin,
  countingOn,
  tiersWithin,
} from '../book/contract-price.ts'
import { cyclesWithin, type Days, elapsed, fractionOf } from '../book/cycle.ts'
import { tierParts } from '../book/tiers.ts'

export interface Piece {
  /** `<contract>/<line>/<first day>..<last day>`: what rows name as their origin. */
  readonly about: string
  readonly line: string
  readonly item: string
  readonly days: Days
  /** The day on which it falls due: in advance the first charged day of its cycle, in arrears the last. */
  readonly due: Day
  readonly quantity: string
  readonly price: string
  readonly amount: Minor
}

/** How much of an item was used on some days. */
export type Usage = (item: string, days: Days) => Exact

/** After every day that matters. */
const never = day('9998-12-31')

interface Terms {
  readonly contract: Contract
  readonly currency: Currency
  readonly every: Span
  readonly anchor: Day
  /** From the start to the end, as far as charging goes. */
  readonly range: Days
  /** The range without the trial: what recurs or is used. */
  readonly paid: Days
  readonly upTo: Day
}

/** The day after the last that a contract charges; null where it goes on. */
export function chargedUntil(contract: Contract): Day | null {
  return contract.end === undefined || contract.renewal === 'auto' ? null : addDays(contract.end, 1)
}

/** Pieces that are due on or before `upTo`, in order of line and day; of nothing (a price of 0) there is none. */
export function duePieces(
  contract: Contract,
  options: { readonly currency: Currency; readonly upTo: Day; readonly usage: Usage },
): readonly Piece[] {
  const after = addDays(options.upTo, 1)
  const range = { from: contract.start, until: chargedUntil(contract) ?? never }
  const terms: Terms = {
    contract,
    currency: options.currency,
    every: parseSpan(contract.every ?? 'month') ?? { unit: 'months', n: 1 },
    anchor: contract.anchor ?? contract.start,
    range,
    paid: { ...range, from: laterDay(range.from, chargedFrom(contract)) },
    upTo: options.upTo,
  }
  const cycles = cyclesWithin(terms.anchor, terms.every, {
    ...terms.paid,
    until: earlierDay(terms.range.until, after),
  })
  const once = contract.lines.filter((l) => l.kind === 'once').flatMap((l) => oncePiece(terms, l))
  const cyclic = cycles.flatMap((cycle) => {
    const pieces = contract.lines.flatMap((line) => linePieces(terms, line, cycle, options.usage))
    return [...pieces, ...boundPiece(terms, cycle, pieces)]
  })
  return [...once, ...cyclic].filter((p) => p.amount !== 0).sort(byLineAndDay)
}

function byLineAndDay(a: Piece, b: Piece): number {
  return a.line !== b.line
    ? a.line < b.line
      ? -1
      : 1
    : a.days.from < b.days.from
      ? -1
      : a.days.from > b.days.from
        ? 1
        : 0
}

function intersect(a: Days, b: Days): Days {
  return { from: laterDay(a.from, b.from), until: earlierDay(a.until, b.until) }
}

function piece(
  terms: Terms,
  line: { readonly id: string; readonly item: string },
  days: Days,
  charge: { readonly due: Day; readonly quantity: Exact; readonly price: Exact },
): Piece {
  return {
    about: `${terms.contract.id}/${line.id}/${days.from}..${addDays(days.until, -1)}`,
    line: line.id,
    item: line.item,
    days,
    due: charge.due,
    quantity: formatDecimal(charge.quantity),
    price: formatDecimal(charge.price),
    amount: lineAmount(charge.quantity, charge.price, terms.currency),
  }
}

/** An amount that is no quantity × price: one piece at that amount. */
function amountPiece(
  terms: Terms,
  line: { readonly id: string; readonly item: string },
  days: Days,
  due: Day,
  amount: Minor,
): Piece {
  const price = exact(formatAmount(Math.abs(amount), terms.currency))
  return piece(terms, line, days, { due, quantity: exact(amount < 0 ? -1 : 1), price })
}

function oncePiece(terms: Terms, line: ContractLine): readonly Piece[] {
  const due = line.from ?? terms.contract.start
  if (due > terms.upTo || due >= terms.range.until || line.price === undefined) return []
  const days = { from: due, until: addDays(due, 1) }
  return [
    piece(terms, line, days, {
      due,
      quantity: exact(line.quantity ?? '1'),
      price: adjusted({ ...terms.contract, indexation: [] }, exact(line.price), { on: due, agreed: null }),
    }),
  ]
}

function linePieces(terms: Terms, line: ContractLine, cycle: Days, usage: Usage): readonly Piece[] {
  if (line.kind === 'once') return []
  const within = {
    from: line.from ?? cycle.from,
    until: line.until === undefined ? cycle.until : addDays(line.until, 1),
  }
  const days = intersect(intersect(cycle, terms.paid), within)
  if (days.from >= days.until) return []
  const ends = addDays(intersect(cycle, terms.range).until, -1)
  const due = line.kind === 'usage' || terms.contract.timing === 'arrears' ? ends : days.from
  if (due > terms.upTo) return []
  return line.kind === 'usage'
    ? usagePieces(terms, line, days, due, usage)
    : recurringPieces(terms, line, { cycle, days, due })
}

/** Each unit at the price of its day, in the tier that the cycle had reached by then. */
function usagePieces(terms: Terms, line: ContractLine, days: Days, due: Day, usage: Usage): readonly Piece[] {
  const counting = countingOn(line, days.from)
  const total = usage(line.item, days)
  let before = exact(0)
  return tiersWithin(terms.contract, line, days).flatMap(({ from, tiers }, i, all) => {
    const part = { from, until: all[i + 1]?.from ?? days.until }
    const after = all.length === 1 ? total : before.plus(usage(line.item, part))
    const last = i === all.length - 1
    const parts = tierParts({ before, after, total, last }, { ...counting, tiers })
    before = after
    return parts.map(({ quantity, price }) => piece(terms, line, part, { due, quantity, price }))
  })
}

/** One piece for each price within the days. Parts of a cycle at one price add up to the price of the cycle. */
function recurringPieces(
  terms: Terms,
  line: ContractLine,
  { cycle, days, due }: { readonly cycle: Days; readonly days: Days; readonly due: Day },
): readonly Piece[] {
  const proration = terms.contract.proration ?? 'day'
  const charges =
    proration === 'none'
      ? [{ from: days.from, ...chargeOn(terms.contract, line, days.from) }]
      : chargesWithin(terms.contract, line, days)
  return charges.map(({ from, quantity, price: each }, i) => {
    const part = { from, until: charges[i + 1]?.from ?? days.until }
    const whole = part.from === cycle.from && part.until === cycle.until
    if (whole || proration === 'none') return piece(terms, line, part, { due, quantity, price: each })
    const upTo = (d: Day) =>
      roundToMinor(quantity.times(each).times(elapsed(cycle, terms.every, d, proration)), terms.currency)
    return amountPiece(terms, line, part, due, safe(upTo(part.until) - upTo(part.from)))
  })
}

/** What lifts a finished cycle to its minimum, or cuts it to its maximum; both in proportion for an incomplete cycle. */
function boundPiece(terms: Terms, cycle: Days, pieces: readonly Piece[]): readonly Piece[] {
  const { contract, currency, upTo, every } = terms
  const days = intersect(cycle, terms.paid)
  const due = addDays(days.until, -1)
  const item = contract.lines[0]?.item
  const { minimum, maximum } = boundsOn(contract, days.from)
  if (due > upTo || item === undefined || (minimum === undefined && maximum === undefined)) return []
  const proration = contract.proration ?? 'day'
  const part = proration === 'none' ? exact(1) : fractionOf(cycle, every, days, proration)
  const bound = (text: string) => roundToMinor(exact(text).times(part), currency)
  const charged = sum(pieces.map((p) => p.amount))
  if (minimum !== undefined && charged < bound(minimum)) {
    return [amountPiece(terms, { id: 'minimum', item }, days, due, safe(bound(minimum) - charged))]
  }
  if (maximum === undefined || charged <= bound(maximum)) return []
  return [amountPiece(terms, { id: 'maximum', item }, days, due, safe(bound(maximum) - charged))]
}
