// Plans a new customer: a free id, checked values, and a word about customers of the same name.
import type { Currency } from '../../base/currency.ts'
import { decimalsOf } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { likely } from '../../base/likely.ts'
import { type Minor, parseAmount } from '../../base/money.ts'
import { note, type Problem, problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { type Customer, type CustomerKind, isCustomerId, type Language } from '../../book/customer.ts'
import { eachSearchKey } from '../../book/customers.ts'
import { readTerms } from '../../book/due.ts'
import { nameKey } from '../../book/name-key.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { newCustomerId } from '../../book/slug.ts'

/** What the user asked for; undefined where nothing was said. */
export interface AddWish {
  readonly name: string
  readonly id: string | undefined
  readonly kind: CustomerKind | undefined
  readonly industry: string | undefined
  readonly region: string | undefined
  readonly size: string | undefined
  readonly owner: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly address: string | undefined
  readonly contact: string | undefined
  readonly aliases: readonly string[]
  readonly language: Language | undefined
  readonly terms: string | undefined
  readonly currency: Currency | undefined
  readonly taxId: string | undefined
  readonly creditLimit: string | undefined
  readonly stage: string | undefined
  readonly since: Day | undefined
  readonly tags: readonly string[]
  readonly notes: string | undefined
}

export function planAdd(book: Book, wish: AddWish, context: Context): Plan {
  const kind = wish.kind ?? 'company'
  const id = wish.id ?? newCustomerId(wish.name, kind, book.customers, context.romanise)
  const problems = [...faults(book, wish, id, context.today)]
  const limit = creditLimit(book, wish, problems)
  if (problems.some((p) => p.severity === 'error')) return { changes: [], problems, output: noOutput }
  const customer = newCustomer(wish, id, kind, limit)
  const row = { id, name: customer.name, kind, file: `customers/${id}.yaml` }
  return {
    changes: [{ change: 'addCustomer', customer }],
    problems: [...problems, note('customer-added', { id })],
    output: {
      tables: [
        {
          name: 'customers',
          columns: [
            { key: 'id', type: 'id' },
            { key: 'name', type: 'text' },
            { key: 'kind', type: 'word' },
            { key: 'file', type: 'text' },
          ],
          rows: [row],
        },
      ],
    },
  }
}

function* faults(book: Book, wish: AddWish, id: string, today: Day): Generator<Problem> {
  if (wish.name.trim() === '') yield problem('empty-name', {})
  if (!isCustomerId(id)) yield problem('bad-customer-id', { id })
  else if (book.customers.has(id)) yield problem('customer-exists', { id })
  const terms = wish.terms === undefined ? null : readTerms(wish.terms, { bill: today }, book.settings.monthlyTerms)
  if (terms !== null && 'code' in terms) yield terms
  if (wish.email !== undefined && !/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(wish.email))
    yield problem('bad-email', { text: wish.email })
  const staff = book.staff.map((s) => s.id)
  if (wish.owner !== undefined && !staff.includes(wish.owner)) {
    yield problem('unknown-staff', { name: wish.owner, like: likely(wish.owner, staff) })
  }
  const key = nameKey(wish.name)
  const same: string[] = []
  eachSearchKey(book.customers, (other, keys) => {
    if (keys.includes(key)) same.push(other)
  })
  if (same.length > 0) yield warning('same-name', { name: wish.name, ids: same })
}

function creditLimit(book: Book, wish: AddWish, problems: Problem[]): Minor | undefined {
  if (wish.creditLimit === undefined) return undefined
  const currency = wish.currency ?? book.settings.currency
  const amount = parseAmount(wish.creditLimit, currency)
  if (typeof amount === 'number') return amount
  problems.push(
    problem('not-an-amount', {
      flag: '--credit-limit',
      text: wish.creditLimit,
      currency,
      decimals: decimalsOf(currency),
    }),
  )
  return undefined
}

function newCustomer(wish: AddWish, id: string, kind: CustomerKind, limit: Minor | undefined): Customer {
  const said = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value })
  return {
    id,
    name: wish.name.trim(),
    kind,
    aliases: wish.aliases,
    ...said('taxId', wish.taxId),
    ...said('industry', wish.industry),
    ...said('region', wish.region),
    ...said('size', wish.size),
    ...said('owner', wish.owner),
    ...said('stage', wish.stage),
    ...said('since', wish.since),
    ...said('email', wish.email),
    ...said('phone', wish.phone),
    ...said('address', wish.address),
    ...said('language', wish.language),
    tags: wish.tags,
    contacts: wish.contact === undefined ? [] : [{ name: wish.contact }],
    ...said('currency', wish.currency),
    ...said('terms', wish.terms),
    ...said('creditLimit', limit),
    payers: [],
    ...said('notes', wish.notes),
    custom: {},
  }
}
