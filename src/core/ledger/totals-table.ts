// The roll-forward of a period as a table: one line for each thing that moved what is owed, from the balance before to the balance after.
import type { Row, Table } from '../base/table.ts'
import type { Word } from '../base/words.ts'
import type { PeriodTotals } from '../book/close.ts'
import { kindCode } from '../book/journal.ts'
import { signOf } from './kinds.ts'
import { movingKinds } from './period-totals.ts'

/** What lowers a balance is shown negative, so that each column adds up from top to bottom; lines without amount are left out. */
export function totalsTable(totals: readonly PeriodTotals[]): Table {
  return {
    name: 'monthTotals',
    columns: [
      { key: 'kind', type: 'word' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: totals.flatMap(linesOf),
  }
}

function linesOf(totals: PeriodTotals): Row[] {
  const { currency } = totals
  const line = (kind: Word, amount: number): Row => ({ kind, amount, currency })
  const moved = movingKinds.flatMap((kind) =>
    totals[kind] === 0 ? [] : [line(kind, (signOf[kindCode(kind)] ?? 0) * totals[kind])],
  )
  return [
    line('openingBalance', totals.before),
    ...moved,
    line('closingBalance', totals.after),
    line('open', totals.open),
    line('onAccount', totals.onAccount === 0 ? 0 : -totals.onAccount),
  ]
}
