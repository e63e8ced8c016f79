// Payments to invoices with gold answers (DataManagementLab, llmeval-trl24, "single" set): nothing that is booked may be wrong.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { rowId } from '../../../src/core/base/id.ts'
import type { BankLine } from '../../../src/core/book/bank.ts'
import { judgeLines } from '../../../src/core/verbs/reconcile/plan.ts'
import { book, customer, row, sha256 } from '../../support/book.ts'
import { sharedData } from '../../support/shared.ts'

const folder = sharedData(
  'matching/DataManagementLab__llmeval-trl24/data/entity_matching/pay_to_inv/download/single_hand_first5000',
)
const read = (name: string): Record<string, string>[] => parse(readFileSync(`${folder}/${name}.csv`), { columns: true })
const dayOf = (text = '') => day(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
const cents = (text = '') => Math.round(Number(text) * 100)
/** The set gives yen two decimals; a currency with two decimals stands in for it. */
const twoDecimals = (code = '') => currency(code === 'JPY' ? 'XCD' : code)

test.runIf(folder !== null)('of 6,155 payments against 7,765 bills nothing is booked wrong, and most is booked', () => {
  const invoices = read('invoices')
  const invoiceOf = new Map(invoices.map((i) => [i['Billing Number'] ?? '', i.invoice_id ?? '']))
  const customers = new Map(invoices.map((i) => [(i['Customer ID'] ?? '').toLowerCase(), i['Customer Name'] ?? '']))
  const rows = invoices.map((i) =>
    row(dayOf(i['Document Date']), 'bill', (i['Customer ID'] ?? '').toLowerCase(), cents(i.Amount), {
      document: i['Billing Number'] ?? '',
      due: dayOf(i['Due Date']),
      currency: twoDecimals(i['Currency Code']),
      memo: i['Assignment Number'] ?? '',
    }),
  )
  const paymentOf = new Map<string, string>()
  const bank = read('payments').map((p): BankLine => {
    const id = rowId(sha256, ['line', p.payment_id ?? ''])
    paymentOf.set(id, p.payment_id ?? '')
    return {
      id,
      account: 'bank',
      date: dayOf(p['Posting Date']),
      amount: cents(p.Amount),
      currency: twoDecimals(p.Currency),
      kind: '',
      payer: p['Business Partner'] ?? '',
      payerAccount: p['Account Number'] ?? '',
      reference: '',
      structured: '',
      text: p['Memo Line'] ?? '',
      source: 'csv',
    }
  })
  const gold = new Set(
    read('matches').flatMap((m) => {
      const list = (text = '[]'): number[] => JSON.parse(text)
      return list(m.payment_ids).flatMap((p) => list(m.invoice_ids).map((i) => `${p} ${i}`))
    }),
  )
  const start = book({ customers: [...customers].map(([id, name]) => customer(id, { name })), rows, bank })
  const booked = judgeLines(start, { account: undefined, romanise: () => [], hash: sha256 }).judged.flatMap(
    ({ line, verdict }) =>
      verdict.state === 'matched'
        ? verdict.parts.map((p) => `${paymentOf.get(line.id)} ${invoiceOf.get(p.document)}`)
        : [],
  )
  expect(booked.filter((pair) => !gold.has(pair))).toEqual([])
  expect(booked.length).toBeGreaterThan(8474)
})
