// Check `aging`: the columns of the aging, with what is on account, sum to the balance (law 3).
import { sum } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { type AgeBasis, ageLedger } from '../../ledger/aging.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { type Check, money } from './check.ts'

const bases: readonly AgeBasis[] = ['due', 'bill']

export const aging: Check = {
  name: 'aging',
  check: ({ book, ledger, days }) =>
    days.flatMap((day) => {
      const then = ledgerOf(ledger.trace, day)
      return bases.flatMap((basis) =>
        ageLedger(then, book.settings.aging, basis).flatMap((row): Problem[] => {
          const { customer, currency, balance } = row
          const columns = sum(row.buckets) - row.onAccount
          if (columns === balance) return []
          return [
            problem('aging-differs', {
              customer,
              day,
              columns: money(columns, currency),
              balance: money(balance, currency),
              off: money(columns - balance, currency),
            }),
          ]
        }),
      )
    }),
}
