// crm bill [ID…]: what was delivered and not yet billed becomes bills.
import { planBills } from '../../core/verbs/bill/plan.ts'
import { argumentList, dayFlag, periodFlag } from '../input.ts'
import type { Verb } from '../verb.ts'

export const bill: Verb = {
  arguments: ['[id...]'],
  options: ['--period <period>', '--date <day>'],
  prepare(input) {
    const period = periodFlag(input, 'period')
    const date = dayFlag(input, 'date')
    const wanted = {
      customers: argumentList(input, 0),
      ...(period === undefined ? {} : { period }),
      ...(date === undefined ? {} : { date }),
    }
    return {
      task: 'plan',
      byTheClock: true,
      needs: ['customers', 'items', 'rates', 'journal', 'bills'],
      plan: (book, context) => planBills(book, wanted, context),
    }
  },
}
