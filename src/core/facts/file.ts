// Facts that a customer's file itself states, and how complete it is.
import { dayNumber, daysBetween } from '../base/day.ts'
import type { Customer } from '../book/customer.ts'
import { languageOf } from '../book/settings.ts'
import type { Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import type { Sources } from './sources.ts'

const nothing = [] as const

const stated = (read: (c: Customer) => string | undefined) => ({
  type: 'text' as const,
  needs: nothing,
  value: (s: Sources, i: number): FactValue => {
    const customer = s.customers[i]
    return (customer === undefined ? undefined : read(customer)) ?? null
  },
})

/** What a file should say: a tenth each. */
const wanted: readonly ((c: Customer) => boolean)[] = [
  (c) => c.name !== '',
  (c) => c.industry !== undefined || c.kind === 'person',
  (c) => c.region !== undefined || c.address !== undefined,
  (c) => c.size !== undefined || c.kind === 'person',
  (c) => c.owner !== undefined,
  (c) => c.email !== undefined || c.contacts.some((p) => p.email !== undefined),
  (c) => c.phone !== undefined || c.contacts.some((p) => p.phone !== undefined),
  (c) => c.contacts.length > 0 || c.kind === 'person',
  (c) => c.terms !== undefined,
  (c) => c.needs !== undefined,
]

function tenure(s: Sources, i: number): number | null {
  const since = s.customers[i]?.since
  if (since !== undefined) return since > s.asOf ? null : daysBetween(since, s.asOf)
  const first = s.sales().firstDay(i)
  return first === null ? null : dayNumber(s.asOf) - first
}

export const fileFacts = [
  fact({ name: 'id', ...stated((c) => c.id) }),
  fact({ name: 'name', ...stated((c) => c.name) }),
  fact({ name: 'kind', ...stated((c) => c.kind) }),
  fact({ name: 'industry', ...stated((c) => c.industry) }),
  fact({ name: 'region', ...stated((c) => c.region) }),
  fact({ name: 'size', ...stated((c) => c.size) }),
  fact({ name: 'owner', ...stated((c) => c.owner) }),
  fact({ name: 'stage', ...stated((c) => c.stage) }),
  fact({ name: 'terms', ...stated((c) => c.terms) }),
  fact({ name: 'email', ...stated((c) => c.email ?? c.contacts.find((p) => p.email !== undefined)?.email) }),
  fact({ name: 'phone', ...stated((c) => c.phone ?? c.contacts.find((p) => p.phone !== undefined)?.phone) }),
  fact({
    name: 'currency',
    type: 'text',
    needs: nothing,
    value: (s, i) => s.customers[i]?.currency ?? s.book.settings.currency,
  }),
  fact({
    name: 'language',
    type: 'text',
    needs: nothing,
    value: (s, i) => s.customers[i]?.language ?? languageOf(s.book.settings),
  }),
  fact({ name: 'tags', type: 'list', needs: nothing, value: (s, i) => s.customers[i]?.tags ?? [] }),
  fact({ name: 'people', type: 'number', needs: nothing, value: (s, i) => s.customers[i]?.contacts.length ?? 0 }),
  fact({ name: 'since', type: 'day', needs: nothing, value: (s, i) => s.customers[i]?.since ?? null }),
  fact({ name: 'tenureDays', type: 'days', needs: ['journal'], value: tenure }),
  fact({
    name: 'completeness',
    type: 'percent',
    needs: nothing,
    value: (s, i) => {
      const customer = s.customers[i]
      return customer === undefined ? null : wanted.filter((says) => says(customer)).length / wanted.length
    },
  }),
] as const satisfies readonly Fact[]
