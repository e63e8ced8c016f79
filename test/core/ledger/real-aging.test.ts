// The IBM receivables of 2012–2013 as an oracle: at every month end, aging says what the file's own three dates say.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Day, dayFrom, dayNumber, endOfMonth } from '../../../src/core/base/day.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { ageLedger } from '../../../src/core/ledger/aging.ts'
import { ledgerOf } from '../../../src/core/ledger/ledger.ts'
import { traceJournal } from '../../../src/core/ledger/link.ts'
import { journal, row } from '../../support/book.ts'
import { sharedData } from '../../support/shared.ts'

const path = sharedData('transactions/pthiagu2__DataMining/IBM_AR_2012_invoices.csv')
const ends = [30, 60]

interface Invoice {
  readonly number: string
  readonly customer: string
  readonly date: Day
  readonly due: Day
  readonly settled: Day
  readonly cents: number
}

/** `10/25/2012` */
function american(text = ''): Day {
  const [month = 0, date = 0, year = 0] = text.split('/').map(Number)
  return dayFrom(year, month, date)
}

function invoices(file: string): Invoice[] {
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [, customer = '', , number = '', date, due, amount = '', , settled] = line.split(',')
    const cents = Math.round(Number(amount) * 100)
    return { number, customer, date: american(date), due: american(due), settled: american(settled), cents }
  })
}

function rowsOf({ number, customer, date, due, settled, cents }: Invoice): JournalRow[] {
  const paid = row(settled, 'payment', customer, cents, { memo: number })
  return [
    row(date, 'bill', customer, cents, { document: number, due, source: 'import:ibm' }),
    paid,
    row(settled, 'apply', customer, cents, { of: paid.id, document: number }),
  ]
}

/** By customer: not due, 1–30, 31–60, later; straight from the dates. */
function expected(all: readonly Invoice[], asOf: Day): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const { customer, date, due, settled, cents } of all) {
    if (date > asOf || settled <= asOf) continue
    const late = dayNumber(asOf) - dayNumber(due)
    const at = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : 3
    const buckets = found.get(customer) ?? [0, 0, 0, 0]
    buckets[at] = (buckets[at] ?? 0) + cents
    found.set(customer, buckets)
  }
  return found
}

test.skipIf(path === null)('every month end of 2012 and 2013 equals the file’s own dates', () => {
  const all = invoices(path ?? '')
  expect(all.length).toBe(1277)
  expect(all[0]?.number).toBe('0015752855')
  const trace = traceJournal(journal(all.flatMap(rowsOf)))
  let seen = 0
  for (let month = 0; month < 24; month++) {
    const asOf = endOfMonth(dayFrom(2012 + Math.floor(month / 12), (month % 12) + 1, 1))
    const aged = ageLedger(ledgerOf(trace, asOf), ends, 'due')
    expect(new Map(aged.map((a) => [a.customer, [...a.buckets]]))).toEqual(expected(all, asOf))
    seen += aged.length
  }
  expect(seen).toBeGreaterThan(500)
})
