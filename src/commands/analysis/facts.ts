// crm facts: the facts there are, those of one customer, or all of them for customers who meet conditions.
import { findCustomer } from '../../core/book/find.ts'
import { facts as registry } from '../../core/facts/registry.ts'
import { factList, factSheet } from '../../reports/analysis/fact-sheet.ts'
import { listReport } from '../../reports/customers/list.ts'
import { factsOf } from '../../text/load.ts'
import { argumentList, dayFlag } from '../input.ts'
import { needsOf, predicateFacts } from '../predicate.ts'
import type { Verb } from '../verb.ts'

export const facts: Verb = {
  arguments: ['[customer-or-condition...]'],
  options: ['--as-of <day>'],
  async prepare(input) {
    const words = argumentList(input, 0)
    const asOf = dayFlag(input, 'asOf') ?? input.today
    const definitions = await factsOf(input.language)
    const [only] = words
    if (only === undefined) return { task: 'show', output: { tables: [factList(definitions)] } }
    const columns = registry.map((f) => f.name)
    const needs = needsOf(columns)
    if (words.length > 1 || /[=<>~:!≥≤≠＝＞＜：]|\s(?:in|and)\s/.test(only)) {
      predicateFacts(words, asOf)
      const wish = { predicate: words, columns, sort: null, view: null, top: null, asOf }
      return { task: 'report', needs, report: (book) => listReport(book, wish) }
    }
    return {
      task: 'report',
      needs,
      report(book, context) {
        const found = findCustomer(book.customers, only, context.romanise)
        if (!found.ok) return { output: { tables: [] }, problems: [found.problem] }
        return factSheet(book, found.value.id, asOf, definitions)
      },
    }
  },
}
