// crm explain CUSTOMER FACT: the value, its definition and the rows behind it; ROW, NUMBER or ID: how the figure came to be, row by row.
import type { Day } from '../../core/base/day.ts'
import type { BookPart } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import { unknownFact } from '../../core/facts/predicate-words.ts'
import { findFact } from '../../core/facts/registry.ts'
import { explainDimension, explainFact } from '../../reports/analysis/explain.ts'
import { factsOf } from '../../text/load.ts'
import { argument, dayFlag, type Input, requiredArgument } from '../input.ts'
import { needsOf } from '../predicate.ts'
import type { ReportTask, Verb } from '../verb.ts'

/** A class is explained by the sales it was made from. */
const forClasses: readonly BookPart[] = ['journal', 'rates', 'classes', 'items', 'activity', 'staff']

const forFigures: readonly BookPart[] = ['customers', 'journal', 'bills']

export const explain: Verb = {
  arguments: ['<what>', '[fact]'],
  options: ['--as-of <day>'],
  async prepare(input) {
    const asOf = dayFlag(input, 'asOf') ?? input.today
    const what = requiredArgument(input, 0)
    const name = argument(input, 1)
    if (name === undefined) {
      const { explainFigure } = await import('../../reports/money/explain.ts')
      const wish = { name: what, asOf }
      return { task: 'report', needs: forFigures, report: (book, context) => explainFigure(book, wish, context) }
    }
    const fact = findFact(name)
    const definitions = await factsOf(input.language)
    if (fact === undefined) return ofDimension(input, name.replace(/^class\./, ''), asOf)
    const needs = needsOf([fact.name])
    return {
      task: 'report',
      needs: fact.type === 'class' ? [...new Set([...needs, ...forClasses])] : needs,
      report(book, context) {
        const found = findCustomer(book.customers, what, context.romanise)
        if (!found.ok) return { output: { tables: [] }, problems: [found.problem] }
        return explainFact(book, { customer: found.value.id, fact: fact.name, asOf }, definitions)
      },
    }
  },
}

/** A dimension of the book's own, by its name alone or as `class.NAME`; whether there is one is known once crm.yaml is read. */
function ofDimension(input: Input, dimension: string, asOf: Day): ReportTask {
  return {
    task: 'report',
    needs: ['customers', ...forClasses],
    report(book, context) {
      if (!book.settings.classes.dimensions.some((d) => d.name === dimension))
        return { output: { tables: [] }, problems: [unknownFact(requiredArgument(input, 1), book.settings)] }
      const found = findCustomer(book.customers, requiredArgument(input, 0), context.romanise)
      if (!found.ok) return { output: { tables: [] }, problems: [found.problem] }
      return explainDimension(book, { customer: found.value.id, dimension, asOf })
    },
  }
}
