// crm bill [ID…]: what was delivered and not yet billed becomes bills.
import { planBills } from '../../core/verbs/bill/plan.ts'
import { argumentList, dayFlag, decimalFlag, periodFlag } from '../input.ts'
import type { Verb } from '../verb.ts'

export const bill: Verb = {
  arguments: ['[id...]'],
  options: ['--period <period>', '--date <day>', '--discount <percent>'],
  prepare(input) {
    const period = periodFlag(input, 'period')
    const date = dayFlag(input, 'date')
    const discount = decimalFlag(input, 'discount')
    const wanted = {
      customers: argumentList(input, 0),
      ...(period === undefined ? {} : { period }),
      ...(date === undefined ? {} : { date }),
      ...(discount === undefined ? {} : { discount }),
    }
    return {
      task: 'plan',
      byTheClock: true,
      needs: ['customers', 'items', 'rates', 'journal', 'bills', 'activity', 'classes'],
      plan: (book, context) => planBills(book, wanted, context),
    }
  },
}
