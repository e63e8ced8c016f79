// crm alerts: who meets the rules of crm.yaml; --record notes it, so that each is raised once.

import { facts } from '../../core/facts/registry.ts'
import { planAlerts } from '../../core/verbs/alerts/plan.ts'
import { dayFlag, switchOn } from '../input.ts'
import { needsOf } from '../predicate.ts'
import type { Verb } from '../verb.ts'

export const alerts: Verb = {
  arguments: [],
  options: ['--record', '--as-of <day>'],
  prepare(input) {
    const wish = { asOf: dayFlag(input, 'asOf') ?? input.today, record: switchOn(input, 'record') }
    // Which facts the rules ask for is known only once crm.yaml is read.
    const needs = needsOf(facts.map((f) => f.name))
    if (wish.record) return { task: 'plan', needs, plan: (book, context) => planAlerts(book, wish, context) }
    return { task: 'report', needs, report: (book, context) => planAlerts(book, wish, context) }
  },
}
