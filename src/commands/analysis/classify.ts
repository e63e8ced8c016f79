// crm classify: proposes tiers, grades and RFM classes; --accept appends those that differ from the accepted ones.
import type { BookPart } from '../../core/book/book.ts'
import { planClassify } from '../../core/verbs/classify/plan.ts'
import { dayFlag, flag, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

const needs: readonly BookPart[] = ['customers', 'journal', 'rates', 'classes']

export const classify: Verb = {
  arguments: [],
  options: ['--accept', '--explain <customer>', '--as-of <day>'],
  prepare(input) {
    const wish = {
      asOf: dayFlag(input, 'asOf') ?? input.today,
      accept: switchOn(input, 'accept'),
      explain: flag(input, 'explain'),
    }
    if (wish.accept) return { task: 'plan', needs, plan: (book, context) => planClassify(book, wish, context) }
    return { task: 'report', needs, report: (book, context) => planClassify(book, wish, context) }
  },
}
