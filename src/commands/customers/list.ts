// crm list [PREDICATE…]: customers who meet conditions, with facts as columns.
import { problem, UserError } from '../../core/base/problem.ts'
import { facts as registry } from '../../core/facts/registry.ts'
import { listReport, usualColumns } from '../../reports/customers/list.ts'
import { type SortKey, sortKey } from '../../reports/customers/sort.ts'
import { argumentList, dayFlag, flag, flagList, type Input } from '../input.ts'
import { factNames, needsOf, predicateFacts } from '../predicate.ts'
import type { Verb } from '../verb.ts'

export const list: Verb = {
  arguments: ['[condition...]'],
  options: ['--view <name>', '--columns <facts...>', '--sort <fact>', '--top <n>', '--as-of <day>'],
  prepare(input) {
    const words = argumentList(input, 0)
    const predicate = words.filter((w) => !w.startsWith('@'))
    const asked = factNames(flagList(input, 'columns'))
    const sort = sortOf(input)
    const view = viewOf(
      input,
      words.filter((w) => w.startsWith('@')).map((w) => w.slice(1)),
    )
    const asOf = dayFlag(input, 'asOf') ?? input.today
    const columns = asked.length === 0 ? null : [...new Set(['id' as const, ...asked])]
    const named = [
      ...predicateFacts(predicate, asOf),
      ...(columns ?? usualColumns),
      ...(sort === null ? [] : [sort.fact]),
    ]
    // What a view asks for is known only once crm.yaml is read.
    const facts = view === null ? named : registry.map((f) => f.name)
    const wish = { predicate, columns, sort, view, top: topOf(input), asOf }
    return { task: 'report', needs: needsOf(facts), report: (book) => listReport(book, wish) }
  },
}

/** `@name` says the same as --view name. */
function viewOf(input: Input, named: readonly string[]): string | null {
  const asked = [...new Set([...flagList(input, 'view'), ...named])]
  if (asked.length > 1) throw new UserError([problem('one-view', { names: asked })])
  return asked[0] ?? null
}

function sortOf(input: Input): SortKey | null {
  const text = flag(input, 'sort')
  if (text === undefined) return null
  const sort = sortKey(text)
  if (!sort.ok) throw new UserError([sort.problem])
  return sort.value
}

function topOf(input: Input): number | null {
  const text = flag(input, 'top')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UserError([problem('not-a-count', { flag: '--top', text })])
  return Number(text)
}
