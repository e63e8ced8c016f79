// crm credit NAME: takes back part or all of a document, or credits a customer.
import { problem, UserError } from '../../core/base/problem.ts'
import { planCredit } from '../../core/verbs/credit/plan.ts'
import { argument, choiceFlag, currencyFlag, dayFlag, flagList, requiredArgument, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

const reasons = ['correction', 'return', 'goodwill', 'loyalty', 'chargeback'] as const

export const credit: Verb = {
  arguments: ['<name>', '[amount]'],
  options: ['--line <number...>', '--reason <reason>', '--release', '--date <day>', '--currency <code>'],
  prepare(input) {
    const amount = argument(input, 1)
    const date = dayFlag(input, 'date')
    const currency = currencyFlag(input, 'currency')
    const wish = {
      name: requiredArgument(input, 0),
      ...(amount === undefined ? {} : { amount }),
      lines: lineNumbers(flagList(input, 'line')),
      reason: choiceFlag(input, 'reason', reasons) ?? 'correction',
      release: switchOn(input, 'release'),
      ...(date === undefined ? {} : { date }),
      ...(currency === undefined ? {} : { currency }),
    }
    return {
      task: 'plan',
      needs: ['customers', 'items', 'rates', 'journal', 'bills'],
      plan: (book, context) => planCredit(book, wish, context),
    }
  },
}

function lineNumbers(texts: readonly string[]): number[] {
  return texts.map((text) => {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw new UserError([problem('not-a-number', { flag: '--line', text })])
    return Number(text)
  })
}
