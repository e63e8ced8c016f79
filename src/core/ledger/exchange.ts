// Exchange differences: what settling gained or lost against the booked rates, and what every open amount stands at in the book's currency.
import type { DayNumber } from '../base/day.ts'
import { type Day, dayNumber } from '../base/day.ts'
import { exact, roundHalfUp } from '../base/decimal.ts'
import { type Minor, safe } from '../base/money.ts'
import { type BookedValues, moveHalves, spanOf } from './booked-values.ts'
import { code } from './kinds.ts'
import { states } from './reverse.ts'
import { comparePlace } from './rows.ts'
import type { Trace } from './trace.ts'

/** One settlement of an amount in another currency, in the book's currency but for `amount`. */
export interface Settlement {
  readonly day: DayNumber
  /** Index of the row that settled: `apply`, `deduct`, `writeoff`, `refund` or `out`. */
  readonly row: number
  /** The row was taken back on that day, and the difference with it. */
  readonly reversal: boolean
  readonly amount: Minor
  /** What the settled claim stood at; for a refund or move, what the money that went out had come in at. */
  readonly booked: Minor
  /** What it was settled with. */
  readonly settled: Minor
  /** Positive: a gain. */
  readonly difference: Minor
}

/** Something open: a document, or money on account. */
export interface Position {
  /** Index of its first row. */
  readonly row: number
  /** In its currency; negative for money on account. */
  readonly amount: Minor
  /** In the book's currency, of the same sign. */
  readonly booked: Minor
}

export interface ExchangeFold {
  /** In order of day, also those without a difference. */
  readonly settlements: readonly Settlement[]
  readonly positions: readonly Position[]
}

/** What is left of something, in its currency and in the book's. */
interface Item {
  left: Minor
  value: Minor
}

interface Event {
  readonly day: DayNumber
  readonly row: number
  /** 0: a row ends · 1: a row states something · 2: a row settles something */
  readonly phase: 0 | 1 | 2
}

/**
 * Every document and every payment carries its booked value; settling a part takes the same part of the value, the last part all that is
 * left, so nothing remains of what is settled. Taking a settlement back restores exactly what it took. For any set of accounts, the value
 * of the balances at the closing rates less the booked values of everything but moves is Σ differences + Σ (closing value − booked) of the
 * positions.
 */
export function foldExchange(trace: Trace, values: BookedValues, asOf: Day): ExchangeFold {
  const last = dayNumber(asOf)
  const items: Items = { documents: new Map(), sources: new Map() }
  const effects = effectsOf(trace, values, items)
  const settlements: Settlement[] = []
  const done = new Map<number, Settlement>()
  for (const { day, row, phase } of eventsUpTo(trace, values, last)) {
    if (phase === 1) effects.state(row, 1)
    else if (phase === 2) {
      const settlement = { day, row, reversal: false, ...effects.settle(row) }
      done.set(row, settlement)
      settlements.push(settlement)
    } else {
      const settlement = done.get(row)
      if (settlement === undefined) effects.state(row, -1)
      else {
        effects.restore(settlement)
        settlements.push({ ...settlement, day, reversal: true, difference: safe(-settlement.difference) })
      }
    }
  }
  return { settlements, positions: positionsOf(trace, items) }
}

/** By index of document and of source in the trace; only those in other currencies. */
interface Items {
  readonly documents: Map<number, Item>
  readonly sources: Map<number, Item>
}

function itemOf(items: Map<number, Item>, index: number): Item {
  const known = items.get(index)
  if (known !== undefined) return known
  const item = { left: 0, value: 0 }
  items.set(index, item)
  return item
}

function put(item: Item, amount: Minor, value: Minor): void {
  item.left = safe(item.left + amount)
  item.value = safe(item.value + value)
}

/** The part of the value that goes with a part of the amount, rounded half away from zero; the last part takes all. */
function takeFrom(item: Item, amount: Minor): Minor {
  const value =
    amount === item.left || item.left <= 0
      ? item.value
      : roundHalfUp(exact(item.value).times(amount).div(item.left), 0).toNumber()
  put(item, -amount, -value)
  return value
}

type Taken = Pick<Settlement, 'amount' | 'booked' | 'settled' | 'difference'>

interface Effects {
  /** Something new, or its end: a bill, a payment, a recovery. */
  state(row: number, sign: 1 | -1): void
  settle(row: number): Taken
  restore(settlement: Settlement): void
}

function effectsOf(trace: Trace, values: BookedValues, items: Items): Effects {
  const { journal } = trace
  const halves = moveHalves(trace)
  const document = (row: number) => itemOf(items.documents, trace.document[row] ?? -1)
  const source = (row: number) => itemOf(items.sources, trace.source[row] ?? -1)
  const isOwed = (row: number) => (trace.document[row] ?? -1) >= 0
  const drawn = (row: number, amount: Minor) => (values.isOwn(row) ? amount : takeFrom(source(row), amount))
  return {
    state(row, sign) {
      const amount = sign * Math.abs(journal.amount[row] ?? 0)
      put(isOwed(row) ? document(row) : source(row), amount, sign * (values.of(row) ?? 0))
    },
    settle(row) {
      const amount = journal.amount[row] ?? 0
      const kind = journal.kind[row]
      if (kind === code.apply) {
        const booked = takeFrom(document(row), amount)
        return taken(amount, booked, takeFrom(source(row), amount))
      }
      if (kind === code.deduct || kind === code.writeoff)
        return taken(amount, takeFrom(document(row), amount), values.of(row) ?? 0)
      const booked = drawn(row, amount)
      // Money that goes out discharges what was held: what it costs beyond that is a loss.
      const other = kind === code.out ? halves.get(row) : undefined
      const settled = values.of(other ?? row, values.isNeeded(row)) ?? 0
      return { amount, booked, settled, difference: safe(booked - settled) }
    },
    restore({ row, amount, booked, settled }) {
      const kind = journal.kind[row]
      if (kind === code.refund || kind === code.out) {
        if (!values.isOwn(row)) put(source(row), amount, booked)
        return
      }
      put(document(row), amount, booked)
      if (kind === code.apply) put(source(row), amount, settled)
    },
  }
}

function taken(amount: Minor, booked: Minor, settled: Minor): Taken {
  return { amount, booked, settled, difference: safe(settled - booked) }
}

const settling: ReadonlySet<number> = new Set([code.apply, code.deduct, code.writeoff, code.refund, code.out])

/** In order of day; what ends goes first, then what is stated, then what settles, as rows of a day take effect. */
function eventsUpTo(trace: Trace, values: BookedValues, last: DayNumber): Event[] {
  const { journal } = trace
  const events: Event[] = []
  for (let row = 0; row < journal.length; row++) {
    const kind = journal.kind[row] ?? -1
    const settles = settling.has(kind)
    if (!settles && kind !== code.recover && !states(trace, row)) continue
    if (values.isOwn(row) && kind !== code.out) continue
    const span = spanOf(trace, row, last)
    if (span === null) continue
    events.push({ day: span[0], row, phase: settles ? 2 : 1 })
    if (span[1] <= last) events.push({ day: span[1], row, phase: 0 })
  }
  return events.sort((a, b) => a.day - b.day || a.phase - b.phase || comparePlace(journal, a.row, b.row))
}

function positionsOf(trace: Trace, items: Items): Position[] {
  const positions: Position[] = []
  for (const [index, { left, value }] of items.documents)
    if (left !== 0 || value !== 0) positions.push({ row: trace.documents.row[index] ?? 0, amount: left, booked: value })
  for (const [index, { left, value }] of items.sources)
    if (left !== 0 || value !== 0)
      positions.push({ row: trace.sources.row[index] ?? 0, amount: safe(-left), booked: safe(-value) })
  return positions
}
