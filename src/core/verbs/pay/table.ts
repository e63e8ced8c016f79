// What a payment settles, document by document.
import { sum } from '../../base/money.ts'
import type { Table } from '../../base/table.ts'
import { dueOf, type Share } from '../../ledger/allocate.ts'

/** At least one share; all in one currency. */
export function settledTable(shares: readonly Share[]): Table {
  return {
    name: 'settled',
    columns: [
      { key: 'document', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'due', type: 'day' },
      { key: 'open', type: 'money' },
      { key: 'applied', type: 'money' },
      { key: 'left', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: shares.map(({ document, amount }) => ({
      document: document.number,
      date: document.date,
      due: dueOf(document),
      open: document.open,
      applied: amount,
      left: document.open - amount,
      currency: document.currency,
    })),
    totals: [
      {
        document: null,
        date: null,
        due: null,
        open: sum(shares.map((s) => s.document.open)),
        applied: sum(shares.map((s) => s.amount)),
        left: sum(shares.map((s) => s.document.open - s.amount)),
        currency: shares[0]?.document.currency ?? null,
      },
    ],
  }
}
