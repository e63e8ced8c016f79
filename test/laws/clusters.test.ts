// Laws of clusters: neither the order of customers nor of rows decides, equals stay together, running again changes nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/core/base/day.ts'
import { openSources } from '../../src/core/facts/sources.ts'
import { findClusters } from '../../src/core/models/clusters.ts'
import { book, customer, row } from '../support/book.ts'

const asOf = day('2026-11-22')
const rule = {
  facts: ['monetary', 'frequency', 'recency'],
  transform: 'log1p',
  scale: 'zscore',
  k: { from: 2, to: 4 },
  starts: 5,
  seed: 7,
} as const

/** Of customers c0, c1 … the amounts of sales, one a day backwards. */
const sales = fc.array(fc.array(fc.constantFrom(100, 5_000, 20_000, 900_000), { minLength: 1, maxLength: 4 }), {
  minLength: 3,
  maxLength: 14,
})

function clustersOf(lists: readonly (readonly number[])[], order: readonly number[]) {
  const rows = order.flatMap((c) =>
    (lists[c] ?? []).map((amount, nth) => row(addDays(asOf, -10 * nth - 1), 'sale', `c${c}`, amount, { nth })),
  )
  const customers = [...order].reverse().map((c) => customer(`c${c}`))
  const sources = openSources(book({ customers, rows }), asOf)
  const { dimension } = findClusters(sources, 'habit', rule)
  return new Map([...(dimension?.of ?? [])].map(([i, { cluster }]) => [sources.customers[i]?.id, cluster]))
}

describe('clusters', () => {
  it('do not depend on the order of customers and rows', () => {
    fc.assert(
      fc.property(
        sales.chain((lists) =>
          fc.tuple(
            fc.constant(lists),
            fc.shuffledSubarray(
              lists.map((_, i) => i),
              { minLength: lists.length },
            ),
          ),
        ),
        ([lists, order]) => {
          const straight = clustersOf(
            lists,
            lists.map((_, i) => i),
          )
          const shuffled = clustersOf(lists, order)
          for (const [id, cluster] of straight) expect(shuffled.get(id)).toEqual(cluster)
        },
      ),
      { numRuns: 60 },
    )
  })
  it('put customers with equal facts together', () => {
    fc.assert(
      fc.property(sales, (lists) => {
        const twice = [...lists, ...lists]
        const found = clustersOf(
          twice,
          twice.map((_, i) => i),
        )
        lists.forEach((_, i) => {
          expect(found.get(`c${i + lists.length}`)).toEqual(found.get(`c${i}`))
        })
      }),
      { numRuns: 60 },
    )
  })
})
