// The words after `crm report bills`: conditions on documents, conditions on customers, customers and numbers.
import { isCurrency } from '../../core/base/currency.ts'
import { isDay } from '../../core/base/day.ts'
import { parseAmount } from '../../core/base/money.ts'
import { type Problem, problem } from '../../core/base/problem.ts'
import type { Row } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context } from '../../core/book/plan.ts'
import { meets } from '../../core/facts/predicate.ts'
import { parsePredicate } from '../../core/facts/predicate-words.ts'
import { findFact } from '../../core/facts/registry.ts'
import { openSources } from '../../core/facts/sources.ts'
import { documentStates } from '../../core/ledger/lifecycle.ts'
import type { ReportWish } from '../report.ts'

export interface BillsWish {
  readonly problems: readonly Problem[]
  wanted(customer: string): boolean
  meets(row: Row): boolean
}

type RowTest = (row: Row) => boolean

const kinds = ['bill', 'fee', 'opening'] as const
const condition = /^(\w+)\s*(>=|<=|!=|=|>|<)\s*(.+)$/

const compare: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
}

/** A condition on a column of the document; null where the name is no such column, a problem where the value does not fit it. */
function documentTest(name: string, operator: string, value: string): RowTest | Problem | null {
  const holds = compare[operator] ?? (() => false)
  const wrong = (allowed: readonly string[]) => problem('not-one-of', { flag: name, text: value, allowed })
  switch (name) {
    case 'state':
    case 'kind': {
      const allowed: readonly string[] = name === 'state' ? documentStates : kinds
      return allowed.includes(value) ? (row) => holds(row[name] === value ? 0 : 1) : wrong(allowed)
    }
    case 'currency':
      return isCurrency(value) ? (row) => holds(row.currency === value ? 0 : 1) : wrong(['CNY', 'EUR', 'USD', '…'])
    case 'date':
    case 'due':
      return isDay(value)
        ? (row) => holds(String(row[name]) < value ? -1 : String(row[name]) > value ? 1 : 0)
        : problem('not-a-day', { flag: name, text: value })
    case 'lateDays':
      return /^\d+$/.test(value)
        ? (row) => holds(Number(row.lateDays) - Number(value))
        : problem('not-a-number', { flag: name, text: value })
    case 'total':
    case 'settled':
    case 'open':
      return amountTest(name, holds, value)
    default:
      return null
  }
}

/** The amount is in the currency of each document. */
function amountTest(name: string, holds: (order: number) => boolean, value: string): RowTest | Problem {
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return problem('not-a-number', { flag: name, text: value })
  return (row) => {
    const currency = String(row.currency)
    const amount = isCurrency(currency) ? parseAmount(value, currency) : 'not-a-number'
    return typeof amount === 'number' && holds(Number(row[name]) - amount)
  }
}

/** All conditions hold; of several customers and numbers any is meant. */
export function readBillsWish(book: Book, wish: ReportWish, context: Context): BillsWish {
  const problems: Problem[] = []
  const tests: RowTest[] = []
  const aboutCustomers: string[] = []
  const named = new Set<string>()
  const numbers = new Set(book.journal.documents.texts)
  for (const word of wish.names) {
    const [, name = '', operator = '', value = ''] = condition.exec(word) ?? []
    const test = name === '' ? null : documentTest(name, operator, value.trim())
    if (typeof test === 'function') tests.push(test)
    else if (test !== null) problems.push(test)
    else if (name !== '' || /[:~]/.test(word) || word.startsWith('not ') || findFact(word)?.type === 'flag') {
      aboutCustomers.push(word)
    } else if (numbers.has(word)) named.add(word)
    else {
      const customer = findCustomer(book.customers, word, context.romanise)
      if (customer.ok) named.add(customer.value.id)
      else problems.push(customer.problem)
    }
  }
  const customers = customerTest(book, wish, aboutCustomers, problems)
  if (named.size > 0) tests.push((row) => named.has(String(row.customer)) || named.has(String(row.document)))
  return { problems, wanted: customers, meets: (row) => tests.every((t) => t(row)) }
}

function customerTest(
  book: Book,
  wish: ReportWish,
  words: readonly string[],
  problems: Problem[],
): (customer: string) => boolean {
  if (words.length === 0) return () => true
  const parsed = parsePredicate(words, { currency: book.settings.currency, today: wish.asOf })
  problems.push(...parsed.problems)
  if (parsed.problems.length > 0) return () => false
  const sources = openSources(book, wish.asOf)
  const value = (index: number) => (fact: Parameters<typeof findFact>[0]) =>
    findFact(fact)?.value(sources, index) ?? null
  const chosen = new Set(sources.customers.flatMap((c, i) => (meets(parsed.predicate, value(i)) ? [c.id] : [])))
  return (customer) => {
    const index = sources.indexOf(customer)
    return index >= 0 && chosen.has(sources.customers[index]?.id ?? '')
  }
}
