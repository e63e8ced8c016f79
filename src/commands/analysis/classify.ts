// crm classify: proposes classes; --accept appends those that differ from the accepted ones, --set decides one by hand.
import { problem, UserError } from '../../core/base/problem.ts'
import type { BookPart } from '../../core/book/book.ts'
import { planClassify } from '../../core/verbs/classify/plan.ts'
import { planSet } from '../../core/verbs/classify/set.ts'
import { dayFlag, flag, type Input, switchOn } from '../input.ts'
import type { PlanTask, Verb } from '../verb.ts'

/** Dimensions of the book's own may ask for any fact. */
const needs: readonly BookPart[] = ['customers', 'journal', 'rates', 'classes', 'items', 'activity', 'staff']

export const classify: Verb = {
  arguments: [],
  options: [
    '--accept',
    '--explain <customer>',
    '--set <customer>',
    '--class <dimension=class>',
    '--reason <text>',
    '--until <day>',
    '--as-of <day>',
  ],
  prepare(input) {
    const customer = flag(input, 'set')
    if (customer !== undefined) return byHand(input, customer)
    const wish = {
      asOf: dayFlag(input, 'asOf') ?? input.today,
      accept: switchOn(input, 'accept'),
      explain: flag(input, 'explain'),
    }
    if (wish.accept) return { task: 'plan', needs, plan: (book, context) => planClassify(book, wish, context) }
    return { task: 'report', needs, report: (book, context) => planClassify(book, wish, context) }
  },
}

function byHand(input: Input, customer: string): PlanTask {
  const reason = flag(input, 'reason')?.replace(/\s+/g, ' ').trim()
  const [, dimension, name] = /^([^=]+)=(.+)$/.exec(flag(input, 'class') ?? '') ?? []
  const missing = [
    ...(dimension === undefined || name === undefined ? ['--class'] : []),
    ...(reason === undefined || reason === '' ? ['--reason'] : []),
  ]
  if (dimension === undefined || name === undefined || reason === undefined || missing.length > 0)
    throw new UserError(missing.map((m) => problem('flag-missing', { flag: m })))
  const wish = {
    customer,
    dimension: dimension.trim(),
    class: name.trim(),
    reason,
    until: dayFlag(input, 'until') ?? null,
    asOf: dayFlag(input, 'asOf') ?? input.today,
  }
  return { task: 'plan', needs: ['customers', 'classes'], plan: (book, context) => planSet(book, wish, context) }
}
