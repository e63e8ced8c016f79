// A saved view of crm.yaml: its condition, columns and order, checked when it is used.
import { type Problem, problem } from '../../core/base/problem.ts'
import { readCondition } from '../../core/facts/condition.ts'
import type { Predicate } from '../../core/facts/predicate.ts'
import { unknownFact } from '../../core/facts/predicate-words.ts'
import type { Sources } from '../../core/facts/sources.ts'
import { type ListColumn, listColumn } from './columns.ts'
import { type SortKey, sortKey } from './sort.ts'

export interface View {
  readonly predicate: Predicate
  readonly columns: readonly ListColumn[] | null
  readonly sort: SortKey | null
  readonly problems: readonly Problem[]
}

const noView: View = { predicate: [], columns: null, sort: null, problems: [] }

export function readView(sources: Sources, name: string | null): View {
  if (name === null) return noView
  const { views } = sources.book.settings
  const view = views.find((v) => v.name === name)
  if (view === undefined)
    return { ...noView, problems: [problem('unknown-view', { name, known: views.map((v) => v.name) })] }
  const { predicate, problems } = readCondition(view.when, sources)
  const columns = (view.columns ?? []).map((column) => ({ column, fact: listColumn(column) }))
  const sort = view.sort === undefined ? null : sortKey(view.sort)
  return {
    predicate,
    columns: columns.length === 0 ? null : ['id', ...columns.flatMap((c) => c.fact ?? []).filter((f) => f !== 'id')],
    sort: sort?.ok === true ? sort.value : null,
    problems: [
      ...problems,
      ...columns.filter((c) => c.fact === undefined).map((c) => unknownFact(c.column, sources.book.settings)),
      ...(sort?.ok === false ? [sort.problem] : []),
    ],
  }
}
