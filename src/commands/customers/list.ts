// crm list [PREDICATE…]: customers who meet conditions, with facts as columns.
import { problem, UserError } from '../../core/base/problem.ts'
import { findFact } from '../../core/facts/registry.ts'
import { listReport, type SortKey, usualColumns } from '../../reports/customers/list.ts'
import { argumentList, dayFlag, flag, flagList, type Input } from '../input.ts'
import { factNames, needsOf, predicateFacts } from '../predicate.ts'
import type { Verb } from '../verb.ts'

export const list: Verb = {
  arguments: ['[condition...]'],
  options: ['--columns <facts...>', '--sort <fact>', '--top <n>', '--as-of <day>'],
  prepare(input) {
    const predicate = argumentList(input, 0)
    const asked = factNames(flagList(input, 'columns'))
    const columns = asked.length === 0 ? usualColumns : [...new Set(['id' as const, ...asked])]
    const sort = sortOf(input)
    const asOf = dayFlag(input, 'asOf') ?? input.today
    const facts = [...predicateFacts(predicate, asOf), ...columns, ...(sort === null ? [] : [sort.fact])]
    const wish = { predicate, columns, sort, top: topOf(input), asOf }
    return { task: 'report', needs: needsOf(facts), report: (book) => listReport(book, wish) }
  },
}

/** Numbers and days from high to low, words from A to Z, unless `:asc` or `:desc` says otherwise. */
function sortOf(input: Input): SortKey | null {
  const text = flag(input, 'sort')
  if (text === undefined) return null
  const [, name = '', direction] = /^(.*?)(?::(asc|desc))?$/.exec(text) ?? []
  const [fact] = factNames([name])
  if (fact === undefined) return null
  const type = findFact(fact)?.type ?? 'text'
  const words = type === 'text' || type === 'class' || type === 'list'
  return { fact, descending: direction === undefined ? !words : direction === 'desc' }
}

function topOf(input: Input): number | null {
  const text = flag(input, 'top')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError([problem('not-a-count', { flag: '--top', text })])
  return Number(text)
}
