// crm chase: who is overdue, which reminder is due, and its letter; --record appends the reminder rows.
import type { BookPart } from '../../core/book/book.ts'
import { planChase } from '../../core/verbs/chase/plan.ts'
import { argumentList, dayFlag, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

const needs: readonly BookPart[] = ['customers', 'journal', 'rates', 'activity']

export const chase: Verb = {
  arguments: ['[customer...]'],
  options: ['--record', '--as-of <day>'],
  prepare(input) {
    const wish = {
      customers: argumentList(input, 0),
      asOf: dayFlag(input, 'asOf') ?? input.today,
      record: switchOn(input, 'record'),
      explain: input.global.explain,
    }
    if (wish.record)
      return { task: 'plan', byTheClock: true, needs, plan: (book, context) => planChase(book, wish, context) }
    return { task: 'report', needs, report: (book, context) => planChase(book, wish, context) }
  },
}
