// Files that others made import with a mapping and give the counts that an independent reading of them gives.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { addDays, day, daysBetween } from '../../../src/core/base/day.ts'
import type { ImportMapping } from '../../../src/core/book/mapping.ts'
import { ageLedger } from '../../../src/core/ledger/aging.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { book } from '../../support/book.ts'
import { applied, importing, rowsOf } from '../../support/import.ts'
import { sharedData } from '../../support/shared.ts'

const retail: ImportMapping = {
  columns: {
    customer: 'CustomerID',
    date: 'InvoiceDate',
    item: 'StockCode',
    description: 'Description',
    quantity: 'Quantity',
    price: 'UnitPrice',
    document: 'InvoiceNo',
  },
  constants: { currency: 'GBP' },
}

/**
 * Counted with Python's csv and decimal modules over the same files: rows; rows with a CustomerID; of those with
 * Quantity × UnitPrice below zero; the sum of Quantity × UnitPrice, each rounded half up to pence; distinct CustomerIDs.
 */
const counted = [
  {
    path: 'transactions/databricks__online_retail/by-day-sample/2010-12-01.csv',
    rows: 3108,
    taken: 1968,
    returns: 26,
    sum: 4605126,
    returned: -32523,
    customers: 98,
  },
  {
    path: 'transactions/databricks__online_retail/by-day-sample/2011-06-30.csv',
    rows: 1620,
    taken: 1202,
    returns: 10,
    sum: 4078028,
    returned: -96276,
    customers: 59,
  },
  {
    path: 'transactions/linumolk__RFM/OnlineRetail.csv',
    rows: 30000,
    taken: 28000,
    returns: 616,
    sum: 55593910,
    returned: -1959667,
    customers: 3569,
  },
]

describe.each(counted)('UCI Online Retail, $path', (expected) => {
  const path = sharedData(expected.path)

  test.runIf(path !== null)('imports as sales, counts what it rejects, and importing again changes nothing', () => {
    const bytes = readFileSync(path ?? '')
    const start = book()
    const map = { name: 'retail', mapping: retail }
    const plan = importing(start, 'sales', bytes, { map, create: true })
    const sales = rowsOf(plan.changes)
    const returns = sales.filter((r) => r.amount < 0)
    const total = (list: readonly { amount: number }[]) => list.reduce((a, r) => a + r.amount, 0)
    expect({
      rows: sales.length + plan.rejected.length,
      taken: sales.length,
      returns: returns.length,
      sum: total(sales),
      returned: total(returns),
      customers: plan.changes.filter((c) => c.change === 'addCustomer').length,
    }).toEqual({ ...expected, path: undefined })
    expect(new Set(sales.map((r) => r.id)).size).toBe(sales.length)
    expect(new Set(plan.rejected.map((r) => r.fault.reason))).toEqual(new Set(['missingCustomer']))
    expect(importing(applied(start, plan.changes), 'sales', bytes, { create: true }).changes).toEqual([])
  })
})

const bills: ImportMapping = {
  as: 'bills',
  columns: {
    document: 'invoiceNumber',
    customer: 'customerID',
    date: 'InvoiceDate',
    due: 'DueDate',
    amount: 'InvoiceAmount',
  },
  constants: { currency: 'USD' },
  date: 'M/d/yyyy',
}
const payments: ImportMapping = {
  as: 'payments',
  columns: { document: 'invoiceNumber', customer: 'customerID', date: 'SettledDate', amount: 'InvoiceAmount' },
  constants: { currency: 'USD', method: 'transfer' },
  date: 'M/d/yyyy',
}

describe('IBM accounts receivable 2012', () => {
  const path = sharedData('transactions/pthiagu2__DataMining/IBM_AR_2012_invoices.csv')

  test.runIf(path !== null)(
    'imports as bills and payments whose aging on any day is what the dates of the file say',
    () => {
      const text = readFileSync(path ?? '', 'utf8')
      const billed = importing(book(), 'bills', text, { map: { name: 'ibm-bills', mapping: bills }, create: true })
      expect(billed.rejected).toEqual([])
      expect(rowsOf(billed.changes)).toHaveLength(1277)
      expect(rowsOf(billed.changes)[0]).toMatchObject({
        document: '0015752855',
        date: '2012-10-25',
        due: '2012-11-24',
        amount: 7227,
        customer: '6627-elfbk',
      })
      const withBills = applied(book(), billed.changes)
      const paid = importing(withBills, 'payments', text, { map: { name: 'ibm-payments', mapping: payments } })
      expect(rowsOf(paid.changes)).toHaveLength(2 * 1277)
      const after = applied(withBills, paid.changes)
      expect(importing(after, 'bills', text, { map: { name: 'ibm-bills', mapping: bills } }).changes).toEqual([])
      expect(importing(after, 'payments', text, { map: { name: 'ibm-payments', mapping: payments } }).changes).toEqual(
        [],
      )
      const items = read(text)
      for (let asOf = day('2012-01-01'); asOf < '2013-12-31'; asOf = addDays(asOf, 17)) {
        const aged = ageLedger(openLedger(after.journal, asOf), [30, 60, 90], 'due')
        const found = new Map(
          aged.map((r) => [r.customer, { buckets: r.buckets, onAccount: r.onAccount, currency: r.currency }]),
        )
        expect(found, asOf).toEqual(agedByHand(items, asOf))
      }
    },
  )
})

/** The file has no quotes: an independent reading of it needs only its commas. */
function read(text: string) {
  const iso = (us = '') => {
    const [m = '', d = '', y = ''] = us.split('/')
    return day(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  }
  const [, ...lines] = text.trim().split(/\r?\n/)
  return lines.map((l) => {
    const c = l.split(',')
    return {
      customer: (c[1] ?? '').toLowerCase(),
      date: iso(c[4]),
      due: iso(c[5]),
      amount: Math.round(Number(c[6]) * 100),
      settled: iso(c[8]),
    }
  })
}

/** A bill is open from its day until the day before it was settled. */
function agedByHand(items: ReturnType<typeof read>, asOf: ReturnType<typeof day>) {
  const aged = new Map<string, { buckets: number[]; onAccount: number; currency: string }>()
  for (const { customer, date, due, amount, settled } of items) {
    if (settled <= asOf ? date <= asOf : date > asOf) continue
    const late = daysBetween(due, asOf)
    const at = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4
    const mine = aged.get(customer) ?? { buckets: [0, 0, 0, 0, 0], onAccount: 0, currency: currency('USD') }
    mine.buckets[at] = (mine.buckets[at] ?? 0) + amount
    aged.set(customer, mine)
  }
  return aged
}
