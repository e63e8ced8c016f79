// crm report provision: what is provided for doubtful debts, by segment and age, at which rates, and what that adds to the last one.
import { type Exact, formatDecimal, roundHalfUp } from '../../core/base/decimal.ts'
import { note, type Problem, warning } from '../../core/base/problem.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Book, BookPart } from '../../core/book/book.ts'
import { facts } from '../../core/facts/registry.ts'
import { openSources } from '../../core/facts/sources.ts'
import { bucketName } from '../../core/ledger/aging.ts'
import type { AllowanceMovement } from '../../core/models/allowance-movement.ts'
import { type Provision, type ProvisionCell, provisionOf } from '../../core/models/provision.ts'
import type { ReportModule } from '../report.ts'
import { totalsByCurrency } from './totals.ts'

const cellColumns: readonly Column[] = [
  { key: 'segment', type: 'text' },
  { key: 'age', type: 'word' },
  { key: 'currency', type: 'text' },
  { key: 'open', type: 'money' },
  { key: 'lossRate', type: 'number' },
  { key: 'allowance', type: 'money' },
]

const movementColumns: readonly Column[] = [
  { key: 'currency', type: 'text' },
  { key: 'coveredUntil', type: 'day' },
  { key: 'previousAllowance', type: 'money' },
  { key: 'lessWrittenOff', type: 'money' },
  { key: 'plusRecovered', type: 'money' },
  { key: 'beforeTopUp', type: 'money' },
  { key: 'required', type: 'money' },
  { key: 'topUp', type: 'money' },
]

const rollColumns: readonly Column[] = [
  { key: 'segment', type: 'text' },
  { key: 'currency', type: 'text' },
  { key: 'age', type: 'word' },
  { key: 'reachedBucket', type: 'money' },
  { key: 'rollRate', type: 'number' },
  { key: 'lossRate', type: 'number' },
]

export const provision: ReportModule = {
  // Which facts the segments ask for is known only once crm.yaml is read.
  needs: [...new Set<BookPart>(['customers', 'journal', 'rates', 'closes', ...facts.flatMap((f) => f.needs)])],
  by: [],
  report(book, wish) {
    const none = noProvision(book)
    if (none !== null)
      return { output: { tables: [] }, problems: [none], ...(none.severity === 'warning' ? { exit: 1 } : {}) }
    const found = provisionOf(openSources(book, wish.asOf))
    const rolls = wish.detail || book.settings.provision?.method === 'roll' ? [rollTable(book, found)] : []
    const tables = [cellTable(book, found.cells), movementTable(found.movements), ...rolls]
    return { output: { tables }, problems: found.problems }
  },
}

/** Why a book has no provision. */
export function noProvision({ settings }: Pick<Book, 'settings'>): Problem | null {
  const { provision: own } = settings
  if (own?.framework === 'small') return note('framework-without-provision', {})
  return own === undefined ? warning('provision-not-set-up', { rates: settings.aging.length + 2 }) : null
}

function cellTable(book: Book, cells: readonly ProvisionCell[]): Table {
  const rows = cells.map(
    ({ segment, currency, bucket, amount, rate, allowance }): Row => ({
      segment,
      age: ageOf(book, bucket),
      currency,
      open: amount,
      lossRate: percent(rate),
      allowance,
    }),
  )
  return { name: 'provision', columns: cellColumns, rows, totals: totalsByCurrency(cellColumns, rows) }
}

/** How the allowance came from the last one to the required one. */
export function movementTable(movements: readonly AllowanceMovement[]): Table {
  const rows = movements.map(
    (m): Row => ({
      currency: m.currency,
      coveredUntil: m.since,
      previousAllowance: m.previous,
      lessWrittenOff: m.writtenOff === 0 ? 0 : -m.writtenOff,
      plusRecovered: m.recovered,
      beforeTopUp: m.before,
      required: m.required,
      topUp: m.topUp,
    }),
  )
  return { name: 'allowances', columns: movementColumns, rows }
}

function rollTable(book: Book, { rolls }: Provision): Table {
  const rows = rolls.flatMap(({ segment, currency, reached, roll, loss }) =>
    reached.map(
      (amount, bucket): Row => ({
        segment,
        currency,
        age: ageOf(book, bucket),
        reachedBucket: amount,
        rollRate: percent(roll[bucket] ?? null),
        lossRate: percent(loss[bucket] ?? null),
      }),
    ),
  )
  return { name: 'rollRates', columns: rollColumns, rows }
}

function ageOf({ settings }: Book, bucket: number): string {
  return bucketName(settings.provision?.buckets ?? settings.aging, bucket)
}

/** A fraction as percentage with up to four decimals; the allowance is computed with the unrounded one. */
function percent(rate: Exact | null): string | null {
  return rate === null ? null : formatDecimal(roundHalfUp(rate.times(100), 4))
}
