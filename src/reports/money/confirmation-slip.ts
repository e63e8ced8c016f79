// The slips that customers sign to confirm their balances: one each, a line for every currency.
import type { Day } from '../../core/base/day.ts'
import type { Book } from '../../core/book/book.ts'
import type { Paper } from '../../core/book/paper.ts'
import { languageOf } from '../../core/book/settings.ts'
import { party } from '../../core/ledger/issue.ts'
import { openLedger } from '../../core/ledger/ledger.ts'

/** Customers whose accounts ever moved by the day, in order of their ids; even ones too. */
export function confirmationSlips(book: Book, until: Day, includes: (customer: string) => boolean): readonly Paper[] {
  const accounts = openLedger(book.journal, until).accounts.filter((a) => includes(a.customer))
  const customers = [...new Set(accounts.map((a) => a.customer))]
  return customers.map((customer) => {
    const known = book.customers.get(customer)
    return {
      paper: 'confirmation',
      name: `${customer}-confirmation`,
      language: known?.language ?? languageOf(book.settings),
      slip: {
        until,
        sender: party(book.settings.company),
        receiver: party(known ?? { name: customer }),
        accounts: accounts.filter((a) => a.customer === customer),
      },
    }
  })
}
