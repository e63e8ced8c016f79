// Laws of classes: order decides nothing, equals are equal, accepting settles.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/core/base/day.ts'
import type { DimensionSettings } from '../../src/core/book/class-settings.ts'
import type { ClassRow } from '../../src/core/book/classes.ts'
import { facts } from '../../src/core/facts/registry.ts'
import { openSources } from '../../src/core/facts/sources.ts'
import { amountForBetter, gradeByShare } from '../../src/core/models/shares.ts'
import { planClassify } from '../../src/core/verbs/classify/plan.ts'
import { book, context, customer, row, settings } from '../support/book.ts'

const asOf = day('2026-11-22')
const ids = ['ada', 'ben', 'cyd', 'dan', 'eve', 'fay']

const sales = fc.array(
  fc.record({
    who: fc.constantFrom(...ids),
    back: fc.integer({ min: 0, max: 800 }),
    amount: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -200_000, max: 5_000_000 })),
    document: fc.constantFrom('', 'O1', 'O2', 'O3'),
  }),
  { maxLength: 40 },
)
type Sale = typeof sales extends fc.Arbitrary<readonly (infer S)[]> ? S : never

const rowsOf = (list: readonly Sale[]) =>
  list.map(({ who, back, amount, document }, nth) =>
    row(addDays(asOf, -back), 'sale', who, amount, { document, item: `item${nth % 3}`, nth }),
  )

/** Dimensions that speak of classes, of each other, and of clusters. */
const own: readonly DimensionSettings[] = [
  {
    name: 'effort',
    rules: [
      { class: 'raise', when: 'grade in A,B and silence>1.5' },
      { class: 'keep', when: 'sales12m>=100', keep: 'sales12m>=50' },
      { class: 'letGo' },
    ],
  },
  {
    name: 'habit',
    rules: [],
    kMeans: {
      facts: ['monetary', 'frequency'],
      transform: 'log1p',
      scale: 'zscore',
      k: { from: 2, to: 3 },
      starts: 3,
      seed: 1,
      when: 'not lifecycle=lost',
    },
  },
  { name: 'care', rules: [{ class: 'both', when: 'class.effort=raise and grade=A and not class.habit=none' }] },
]
const withOwn = { ...settings, classes: { ...settings.classes, dimensions: own } }

const wish = { asOf, accept: true, explain: undefined }
const accepted = (rows: ReturnType<typeof rowsOf>, classes: readonly ClassRow[] = [], order = ids) =>
  planClassify(
    book({ customers: order.map((id) => customer(id)), rows, classes, settings: withOwn }),
    wish,
    context(asOf),
  ).changes.flatMap((c) => (c.change === 'addClass' ? [c.row] : []))

describe('classes', () => {
  it('do not depend on the order of rows and customers', () => {
    fc.assert(
      fc.property(
        sales.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(
              list.map((_, i) => i),
              { minLength: list.length },
            ),
          ),
        ),
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        ([list, places], order) => {
          const rows = rowsOf(list)
          const shuffled = places.flatMap((i) => rows[i] ?? [])
          expect(accepted(shuffled, [], order)).toEqual(accepted(rows))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of equal customers are equal', () => {
    fc.assert(
      fc.property(sales, (list) => {
        const twin = list.filter((s) => s.who === 'ada').map((s) => ({ ...s, who: 'ben' }))
        const rows = rowsOf([...list.filter((s) => s.who !== 'ben'), ...twin])
        const of = (id: string) =>
          accepted(rows)
            .filter((r) => r.customer === id)
            .map((r) => [r.dimension, r.class, r.reason])
        expect(of('ben')).toEqual(of('ada'))
      }),
      { numRuns: 150 },
    )
  })

  it('once accepted are not proposed again', () => {
    fc.assert(
      fc.property(sales, (list) => {
        const rows = rowsOf(list)
        expect(accepted(rows, accepted(rows))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('as of a day are what was accepted by then, whatever came later', () => {
    const history = fc.array(
      fc.record({
        who: fc.constantFrom(...ids),
        back: fc.integer({ min: 0, max: 30 }),
        name: fc.constantFrom('A', 'B'),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 30 }), (list, back) => {
        const then = addDays(asOf, -back)
        const rows: readonly ClassRow[] = list.map((h) => ({
          date: addDays(asOf, -h.back),
          customer: h.who,
          dimension: 'grade',
          class: h.name,
          reason: '',
        }))
        const customers = ids.map((id) => customer(id))
        const of = (classes: readonly ClassRow[], day: typeof asOf) => {
          const sources = openSources(book({ customers, classes }), day)
          return ids.map((_, i) => sources.classes().accepted(i, 'grade')?.row ?? null)
        }
        expect(of(rows, then)).toEqual(
          of(
            rows.filter((r) => r.date <= then),
            asOf,
          ),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('as of a day do not change when later rows come', () => {
    fc.assert(
      fc.property(sales, sales, (list, later) => {
        const rows = rowsOf(list)
        const after = rowsOf(later).map((r, i) => ({
          ...r,
          ...row(addDays(asOf, 1 + i), 'sale', r.customer, r.amount, { nth: 1000 + i }),
        }))
        expect(accepted([...rows, ...after])).toEqual(accepted(rows))
      }),
      { numRuns: 100 },
    )
  })
})

describe('hysteresis', () => {
  const enter = 10_000
  const stay = 8_000
  const steps = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 90 }),
      // Values about the two bounds, where classes would flip.
      sold: fc.oneof(fc.constantFrom(stay - 1, stay, enter - 1, enter), fc.integer({ min: 0, max: 20_000 })),
    }),
    { minLength: 1, maxLength: 12 },
  )

  /** The class after each step, every proposal accepted. */
  const played = (list: readonly { readonly days: number; readonly sold: number }[], grace: number) => {
    const rules = [{ class: 'key', when: 'sales12m>=100', keep: 'sales12m>=80' }, { class: 'usual' }]
    const classes: ClassRow[] = []
    let asOf = day('2020-01-01')
    return list.map(({ days, sold }) => {
      asOf = addDays(asOf, days)
      const { changes } = planClassify(
        book({
          customers: [customer('ada')],
          rows: [row(asOf, 'sale', 'ada', sold, {})],
          classes,
          settings: { ...settings, classes: { ...settings.classes, grace, dimensions: [{ name: 'market', rules }] } },
        }),
        { ...wish, asOf },
        context(asOf),
      )
      for (const c of changes) if (c.change === 'addClass' && c.row.dimension === 'market') classes.push(c.row)
      return { asOf, sold, class: classes.at(-1)?.class ?? '' }
    })
  }

  it('moves nobody whose value stays between the two bounds', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let was = ''
        for (const { sold, class: now } of played(list, 0)) {
          if (was === 'key') expect(now).toBe(sold >= stay ? 'key' : 'usual')
          else expect(now).toBe(sold >= enter ? 'key' : 'usual')
          was = now
        }
      }),
      { numRuns: 100 },
    )
  })

  it('moves nobody down within the grace after his last move, and up at once', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 200 }), (list, grace) => {
        let moved = { asOf: day('1999-01-01'), class: '' }
        for (const { asOf, sold, class: now } of played(list, grace)) {
          if (sold >= enter) expect(now).toBe('key')
          if (now === moved.class) {
            // He stays above only by the lower bound or the grace.
            if (now === 'key' && sold < stay) expect(asOf < addDays(moved.asOf, grace)).toBe(true)
            continue
          }
          if (moved.class === 'key') expect(asOf >= addDays(moved.asOf, grace)).toBe(true)
          moved = { asOf, class: now }
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('grades', () => {
  const amounts = fc.array(fc.integer({ min: -50, max: 1_000 }), { minLength: 1, maxLength: 30 })
  const rule = { a: 0.8, b: 0.95 }
  it('never rank a smaller amount above a larger one', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const graded = gradeByShare(list, rule)
        list.forEach((a, i) => {
          list.forEach((b, k) => {
            if (a > b) expect((graded[i]?.grade ?? '') <= (graded[k]?.grade ?? '')).toBe(true)
          })
        })
      }),
    )
  })
  it('say exactly what would move a customer', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), (list, pick) => {
        const i = pick % list.length
        const needed = amountForBetter(list, i, rule)
        const with_ = (amount: number) =>
          gradeByShare(
            list.map((v, k) => (k === i ? amount : v)),
            rule,
          )[i]?.grade ?? ''
        const now = with_(list[i] ?? 0)
        if (needed === null) expect(with_(1_000_000) >= now).toBe(true)
        else {
          expect(with_(needed) < now).toBe(true)
          if (needed - 1 > (list[i] ?? 0)) expect(with_(needed - 1)).toBe(now)
        }
      }),
    )
  })
})

describe('facts', () => {
  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        sales.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(
              list.map((_, i) => i),
              { minLength: list.length },
            ),
          ),
        ),
        ([list, places]) => {
          const rows = rowsOf(list)
          const all = (chosen: typeof rows) => {
            const sources = openSources(book({ customers: ids.map((id) => customer(id)), rows: chosen }), asOf)
            return facts.map((f) => ids.map((_, i) => f.value(sources, i)))
          }
          expect(all(places.flatMap((i) => rows[i] ?? []))).toEqual(all(rows))
        },
      ),
      { numRuns: 60 },
    )
  })
})
