// The provision for doubtful debts of a book as of a day: what each segment owes by age, times its loss rates, and what that adds to the last one.
import type { Currency } from '../base/currency.ts'
import { type Exact, exact } from '../base/decimal.ts'
import { type Minor, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import { type Problem, warning } from '../base/problem.ts'
import type { Allowance } from '../book/close.ts'
import type { ProvisionSettings } from '../book/settings.ts'
import { holds, readCondition } from '../facts/condition.ts'
import type { Sources } from '../facts/sources.ts'
import { ageLedger, bucketName } from '../ledger/aging.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { allowanceOn, type LossRates, lossRates } from './allowance.ts'
import { type AllowanceMovement, movementsOf, previousOf } from './allowance-movement.ts'
import { rollOf } from './roll.ts'

export interface ProvisionCell {
  readonly segment: string
  readonly currency: Currency
  /** 0: not due; then the buckets; the last is beyond all. */
  readonly bucket: number
  readonly amount: Minor
  /** A fraction; null where neither crm.yaml nor the book's history has one. */
  readonly rate: Exact | null
  readonly allowance: Minor
}

export interface SegmentRoll extends LossRates {
  readonly segment: string
  readonly currency: Currency
  readonly reached: readonly Minor[]
  readonly lost: Minor
}

export interface Provision {
  /** By segment in the order of crm.yaml, then currency, then bucket; nothing for what is not owed. */
  readonly cells: readonly ProvisionCell[]
  readonly rolls: readonly SegmentRoll[]
  readonly movements: readonly AllowanceMovement[]
  readonly problems: readonly Problem[]
}

/** A framework without provisions, and a book without a matrix, has an empty one. */
export function provisionOf(sources: Sources): Provision {
  const { book, asOf } = sources
  const { provision: settings } = book.settings
  if (settings === undefined || settings.framework === 'small')
    return { cells: [], rolls: [], movements: [], problems: [] }
  const ledger = openLedger(book.journal, asOf)
  const segments = segmentOf(sources, settings)
  if (segments.problems.length > 0) return { cells: [], rolls: [], movements: [], problems: segments.problems }
  const rolls = rollsOf(ledger, settings, segments.of)
  const cells = cellsOf({ ledger, settings, segment: segments.of, rolls })
  const missing = cells.filter((c) => c.rate === null)
  const problems = missing.map((c) =>
    warning('provision-without-rate', {
      segment: c.segment,
      currency: c.currency,
      age: bucketName(settings.buckets, c.bucket),
    }),
  )
  return { cells, rolls, movements: movementsOf(previousOf(book, asOf), ledger, requiredOf(cells)), problems }
}

/** What is required per currency, in order of currency. */
export function requiredOf(cells: readonly ProvisionCell[]): Allowance[] {
  const sums = new Map<Currency, Minor>()
  for (const { currency, allowance } of cells) sums.set(currency, safe((sums.get(currency) ?? 0) + allowance))
  return [...sums].sort(([a], [b]) => compareText(a, b)).map(([currency, amount]) => ({ currency, amount }))
}

interface Segments {
  readonly problems: readonly Problem[]
  /** Index of a customer's segment; −1 where he is in none. */
  readonly of: (customer: string) => number
}

/** The first segment whose condition holds; one without a condition takes everybody. */
function segmentOf(sources: Sources, { segments }: ProvisionSettings): Segments {
  const conditions = segments.map((s) => readCondition(s.when, sources))
  const problems = conditions.flatMap((c) => c.problems)
  const known = new Map<string, number>()
  return {
    problems,
    of(customer) {
      const found = known.get(customer)
      if (found !== undefined) return found
      const index = sources.indexOf(customer)
      const segment = segments.findIndex((s, i) => {
        if (s.when === undefined) return true
        return index >= 0 && holds(conditions[i]?.predicate ?? [], sources, index)
      })
      known.set(customer, segment)
      return segment
    },
  }
}

/** What stands for customers who are in no segment. */
const nowhere = '–'

function rollsOf(ledger: Ledger, settings: ProvisionSettings, segment: Segments['of']): SegmentRoll[] {
  const { buckets: ends, months, segments } = settings
  return rollOf(ledger, { ends, months, segment }).map(({ segment: at, currency, reached, lost }) => ({
    segment: segments[at]?.name ?? nowhere,
    currency,
    reached,
    lost,
    ...lossRates(reached, lost),
  }))
}

interface CellsInput {
  readonly ledger: Ledger
  readonly settings: ProvisionSettings
  readonly segment: Segments['of']
  readonly rolls: readonly SegmentRoll[]
}

function cellsOf({ ledger, settings, segment, rolls }: CellsInput): ProvisionCell[] {
  const sums = new Map<string, { segment: number; currency: Currency; bucket: number; amount: Minor }>()
  for (const { customer, currency, buckets } of ageLedger(ledger, settings.buckets, 'due')) {
    const at = segment(customer)
    buckets.forEach((amount, bucket) => {
      if (amount === 0) return
      const key = `${at} ${currency} ${bucket}`
      const sum = sums.get(key) ?? { segment: at, currency, bucket, amount: 0 }
      sums.set(key, { ...sum, amount: safe(sum.amount + amount) })
    })
  }
  return [...sums.values()]
    .sort((a, b) => a.segment - b.segment || compareText(a.currency, b.currency) || a.bucket - b.bucket)
    .map(({ segment: at, currency, bucket, amount }) => {
      const { name = nowhere, rates } = settings.segments[at] ?? {}
      const stated = rates?.[bucket] === undefined ? null : exact(rates[bucket] ?? 0).div(100)
      const found = rolls.find((r) => r.segment === name && r.currency === currency)?.loss[bucket] ?? null
      const rate = settings.method === 'roll' ? (found ?? stated) : stated
      return { segment: name, currency, bucket, amount, rate, allowance: rate === null ? 0 : allowanceOn(amount, rate) }
    })
}
