// Facts on the command line: predicates, columns, the parts of the book that they need.
import { currency } from '../core/base/currency.ts'
import type { Day } from '../core/base/day.ts'
import { UserError } from '../core/base/problem.ts'
import type { BookPart } from '../core/book/book.ts'
import { factsIn } from '../core/facts/predicate.ts'
import { parsePredicate, unknownFact } from '../core/facts/predicate-words.ts'
import { findMeasure } from '../core/facts/registry.ts'
import { type ListColumn, listColumn } from '../reports/customers/columns.ts'

/** The facts of a predicate; before the book is read, so amounts are checked again in its currency. */
export function predicateFacts(words: readonly string[], today: Day): readonly string[] {
  const { predicate, problems } = parsePredicate(words, { currency: currency('CNY'), today })
  if (problems.length > 0) throw new UserError(problems)
  return factsIn(predicate)
}

/** Names separated by commas or given one by one; all unknown ones are named at once. */
export function factNames(words: readonly string[]): readonly ListColumn[] {
  const names = words.flatMap((w) => w.split(/[,，]/)).map((w) => w.trim())
  const found = names.filter((n) => n !== '').map((name) => ({ name, fact: listColumn(name) }))
  const unknown = found.filter((f) => f.fact === undefined).map((f) => unknownFact(f.name))
  if (unknown.length > 0) throw new UserError(unknown)
  return [...new Set(found.flatMap((f) => f.fact ?? []))]
}

/** Customers, and what each fact reads. */
export function needsOf(names: readonly string[]): readonly BookPart[] {
  return [...new Set<BookPart>(['customers', ...names.flatMap((n) => findMeasure(n)?.needs ?? [])])]
}
