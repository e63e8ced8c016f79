// crm confirm ID DAY AMOUNT: records what a customer answered about his balance.
import { isDay } from '../../core/base/day.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import { planConfirm } from '../../core/verbs/confirm/plan.ts'
import { currencyFlag, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const confirm: Verb = {
  arguments: ['<id>', '<day>', '<amount>'],
  options: ['--differs <reason>', '--currency <code>', '--date <day>'],
  prepare(input) {
    const day = requiredArgument(input, 1)
    if (!isDay(day)) throw new UserError([problem('not-a-day', { flag: 'DAY', text: day })])
    const date = dayFlag(input, 'date')
    const currency = currencyFlag(input, 'currency')
    const wish = {
      customer: requiredArgument(input, 0),
      day,
      amount: requiredArgument(input, 2),
      reason: (flag(input, 'differs') ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim(),
      ...(date === undefined ? {} : { date }),
      ...(currency === undefined ? {} : { currency }),
    }
    return {
      task: 'plan',
      needs: ['customers', 'journal', 'activity'],
      plan: (book, context) => planConfirm(book, wish, context),
    }
  },
}
