// The lifecycle by the customer's own rhythm, and dimensions of the book's own.
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/core/base/day.ts'
import type { ClassRow } from '../../../src/core/book/classes.ts'
import type { Settings } from '../../../src/core/book/settings.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { classifyAll } from '../../../src/core/models/classification.ts'
import { lifecycleOf } from '../../../src/core/models/lifecycle.ts'
import { book, customer, row, settings } from '../../support/book.ts'

const asOf = day('2026-11-22')
const rule = settings.classes.lifecycle

describe('the lifecycle', () => {
  const stage = (daysAgo: readonly number[], bookInterval = 30) => {
    const rows = daysAgo.map((d, nth) => row(addDays(asOf, -d), 'sale', 'ada', 100, { nth }))
    return lifecycleOf(openSources(book({ customers: [customer('ada')], rows }), asOf), 0, bookInterval, rule).stage
  }
  const cases: readonly (readonly [string, readonly number[], string])[] = [
    ['who never bought is a lead', [], 'lead'],
    ['within 90 days of the first sale he is new', [90, 60, 30], 'new'],
    ['after that he is active up to one and a half of his usual interval', [315, 215, 115, 15], 'activeBuyer'],
    ['the bound itself belongs to the better stage', [450, 350, 250, 150], 'activeBuyer'],
    ['then slipping up to three', [451, 351, 251, 151], 'slipping'],
    ['then dormant up to six', [601, 501, 401, 301], 'dormant'],
    ['then lost', [901, 801, 701, 601], 'lost'],
    ['a quick buyer is missed sooner', [160, 150, 140, 130, 100], 'lost'],
    ['with fewer than two intervals the interval of the book counts', [200, 100], 'dormant'],
  ]
  it.each(cases)('%s', (_, daysAgo, expected) => expect(stage(daysAgo)).toBe(expected))
})

describe('classes that stay', () => {
  const accepted = (date: string, dimension: string, name: string, reason = ''): ClassRow => ({
    date: day(date),
    customer: 'ada',
    dimension,
    class: name,
    reason,
  })
  const classOf = (
    dimension: string,
    sales: number,
    classes: readonly ClassRow[],
    more: Partial<Settings['classes']> = {},
  ) => {
    const parts = {
      settings: { ...settings, classes: { ...settings.classes, ...more } },
      customers: [customer('ada', { region: 'CN-31' })],
      rows: [row('2026-09-01', 'sale', 'ada', sales)],
      classes,
    }
    const found = classifyAll(openSources(book(parts), asOf)).assignments
    return found.find((a) => a.dimension === dimension)?.class
  }
  const keep = {
    tiers: [
      { name: 'high', atLeast: 1000, keep: 800 },
      { name: 'low', atLeast: 0 },
    ],
  }
  it('a tier is kept down to its lower bound, and entered only at its threshold', () => {
    expect(classOf('tier', 900, [], keep)).toBe('low')
    expect(classOf('tier', 900, [accepted('2026-01-01', 'tier', 'high')], keep)).toBe('high')
    expect(classOf('tier', 799, [accepted('2026-01-01', 'tier', 'high')], keep)).toBe('low')
  })
  it('nobody is moved down within the grace, and anybody up', () => {
    const tiers = {
      tiers: [
        { name: 'high', atLeast: 1000 },
        { name: 'low', atLeast: 0 },
      ],
      grace: 60,
    }
    expect(classOf('tier', 10, [accepted('2026-09-24', 'tier', 'high')], tiers)).toBe('high')
    expect(classOf('tier', 10, [accepted('2026-09-23', 'tier', 'high')], tiers)).toBe('low')
    expect(classOf('tier', 1000, [accepted('2026-11-21', 'tier', 'low')], tiers)).toBe('high')
  })
  it('a class set by hand stays until and including its day', () => {
    const by = (until: string) => [accepted('2026-01-01', 'grade', 'C', `manual until ${until}: test`)]
    expect(classOf('grade', 1000, by('2026-11-22'))).toBe('C')
    expect(classOf('grade', 1000, by('2026-11-21'))).toBe('A')
    expect(classOf('grade', 1000, [accepted('2026-01-01', 'grade', 'C', 'manual: test')])).toBe('C')
  })
  const own = {
    dimensions: [
      {
        name: 'market',
        rules: [
          { class: 'key', when: { sales12m: '>=10' }, keep: 'sales12m>=5' },
          { class: 'home', when: 'region~cn-' },
          { class: 'other' },
        ],
      },
    ],
  }
  it('the first rule that holds wins, and a class is kept while its own bound holds', () => {
    expect(classOf('market', 1000, [], own)).toBe('key')
    expect(classOf('market', 999, [], own)).toBe('home')
    expect(classOf('market', 500, [accepted('2026-01-01', 'market', 'key')], own)).toBe('key')
    expect(classOf('market', 499, [accepted('2026-01-01', 'market', 'key')], own)).toBe('home')
  })
})
