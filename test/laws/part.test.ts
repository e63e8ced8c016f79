// What is known of one customer from the rows that are his is what the whole journal knows of him.
import { expect } from 'vitest'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { journalOf } from '../../src/core/ledger/part.ts'
import { journal } from '../support/book.ts'
import { law } from '../support/law.ts'
import { randomBook } from '../support/receivables.ts'

law('the account of a customer is the same from his part of the journal, at every day', randomBook, (made) => {
  const whole = journal(made.rows)
  for (const { day } of made.snapshots) {
    const ledger = openLedger(whole, day)
    for (const customer of new Set(made.rows.map((r) => r.customer))) {
      const part = openLedger(journalOf(whole, [customer]), day)
      const accounts = (of: typeof ledger) => of.accounts.filter((a) => a.customer === customer)
      // Where a row stands in the trace is another matter.
      const plain = (list: readonly object[]) =>
        list.map((d) => JSON.stringify(d, (key, value) => (key === 'row' || key === 'index' ? undefined : value)))
      expect(accounts(part)).toEqual(accounts(ledger))
      expect(plain(part.documentsOf(customer))).toEqual(plain(ledger.documentsOf(customer)))
      expect(plain(part.sourcesOf(customer))).toEqual(plain(ledger.sourcesOf(customer)))
    }
  }
})
