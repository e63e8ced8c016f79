// What money verbs show: the rows they enter, and nothing where they refuse.

import type { Currency } from '../base/currency.ts'
import { formatAmount, type Minor } from '../base/money.ts'
import type { Problem } from '../base/problem.ts'
import type { Table } from '../base/table.ts'
import type { Change } from '../book/change.ts'
import type { JournalRow } from '../book/journal.ts'
import { noOutput } from '../book/paper.ts'
import type { Plan } from '../book/plan.ts'

/** Enters rows, in this order, after the other changes. */
export function entered(
  rows: readonly JournalRow[],
  problems: readonly Problem[],
  before: readonly Change[] = [],
): Plan {
  return {
    changes: [...before, ...rows.map((row): Change => ({ change: 'addRow', row }))],
    problems,
    output: rows.length === 0 ? noOutput : { tables: [rowsTable(rows)] },
  }
}

export function refused(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: noOutput }
}

function rowsTable(rows: readonly JournalRow[]): Table {
  return {
    name: 'entered',
    columns: [
      { key: 'id', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'customer', type: 'id' },
      { key: 'document', type: 'id' },
      { key: 'of', type: 'id' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: rows.map(({ id, date, kind, customer, document, of, amount, currency }) => ({
      id,
      date,
      kind,
      customer,
      document: document || null,
      of: of || null,
      amount,
      currency,
    })),
  }
}

/** `12.50 EUR` */
export function moneyText(amount: Minor, currency: Currency): string {
  return `${formatAmount(amount, currency)} ${currency}`
}
