// crm explain CUSTOMER FACT: the value, its definition and the rows behind it.
import { UserError } from '../../core/base/problem.ts'
import type { BookPart } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import { unknownFact } from '../../core/facts/predicate-words.ts'
import { findFact } from '../../core/facts/registry.ts'
import { explainFact } from '../../reports/analysis/explain.ts'
import { factsOf } from '../../text/load.ts'
import { dayFlag, requiredArgument } from '../input.ts'
import { needsOf } from '../predicate.ts'
import type { Verb } from '../verb.ts'

/** A class is explained by the sales it was made from. */
const forClasses: readonly BookPart[] = ['journal', 'rates', 'classes', 'items', 'activity']

export const explain: Verb = {
  arguments: ['<customer>', '<fact>'],
  options: ['--as-of <day>'],
  async prepare(input) {
    const name = requiredArgument(input, 1)
    const fact = findFact(name)
    if (fact === undefined) throw new UserError([unknownFact(name)])
    const asOf = dayFlag(input, 'asOf') ?? input.today
    const definitions = await factsOf(input.language)
    const needs = needsOf([fact.name])
    return {
      task: 'report',
      needs: fact.type === 'class' ? [...new Set([...needs, ...forClasses])] : needs,
      report(book, context) {
        const found = findCustomer(book.customers, requiredArgument(input, 0), context.romanise)
        if (!found.ok) return { output: { tables: [] }, problems: [found.problem] }
        return explainFact(book, { customer: found.value.id, fact: fact.name, asOf }, definitions)
      },
    }
  },
}
