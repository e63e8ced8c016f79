// Check `periods`: what a balance was, and what moved in a period, is what it then is; and periods chain (law 2).
import { dayNumber } from '../../base/day.ts'
import { safe } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { textAt } from '../../book/journal.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { movementsUpTo } from '../../ledger/movements.ts'
import { type Check, money } from './check.ts'

export const periods: Check = {
  name: 'periods',
  check({ ledger, days }) {
    const { trace } = ledger
    const { journal } = trace
    const moved = movementsUpTo(trace, dayNumber(ledger.asOf), () => true)
    const running = new Map<string, number>()
    const found: Problem[] = []
    let next = 0
    for (const day of days) {
      for (let m = moved[next]; m !== undefined && m.day <= dayNumber(day); m = moved[++next]) {
        const account = `${textAt(journal.customers, journal.customer, m.row)} ${textAt(journal.currencies, journal.currency, m.row)}`
        running.set(account, safe((running.get(account) ?? 0) + m.amount))
      }
      for (const { customer, currency, balance } of ledgerOf(trace, day).accounts) {
        const rolled = running.get(`${customer} ${currency}`) ?? 0
        if (rolled !== balance)
          found.push(
            problem('roll-forward-differs', {
              customer,
              day,
              rolled: money(rolled, currency),
              balance: money(balance, currency),
              off: money(balance - rolled, currency),
            }),
          )
      }
    }
    return found
  },
}
