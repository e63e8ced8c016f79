// What usage costs.
import { expect, test } from 'vitest'
import { exact } from '../../src/core/base/decimal.ts'
import { type TierRules, tierParts } from '../../src/core/book/tiers.ts'

const tiers = [{ upTo: '100', price: '1' }, { upTo: '1000', price: '0.5', fee: '10' }, { price: '0.1' }]
const rules = (more: Partial<TierRules> = {}): TierRules => ({
  tiers,
  mode: 'graduated',
  included: exact(0),
  package: exact(0),
  ...more,
})
const cost = (used: string, more: Partial<TierRules> = {}) =>
  tierParts({ before: exact(0), after: exact(used), total: exact(used), last: true }, rules(more))
    .reduce((total, p) => total.plus(p.quantity.times(p.price)), exact(0))
    .toFixed()

test('graduated: each tier’s price for its own part, and its fee when it is reached', () => {
  expect(['0', '1', '100', '100.5', '101', '1000', '1001'].map((q) => cost(q))).toEqual([
    '0',
    '1',
    '100',
    '110.25',
    '110.5',
    '560',
    '560.1',
  ])
})

test('volume: the price of the tier reached for all of it', () => {
  expect(['0', '100', '101', '1000', '1001'].map((q) => cost(q, { mode: 'volume' }))).toEqual([
    '0',
    '100',
    '60.5',
    '510',
    '100.1',
  ])
})

test('an included quantity is free, and packages are whole', () => {
  expect(cost('50', { included: exact(50) })).toBe('0')
  expect(cost('150', { included: exact(50) })).toBe('100')
  expect(cost('1001', { tiers: [{ price: '7' }], package: exact(500) })).toBe('21')
  expect(cost('1000', { tiers: [{ price: '7' }], package: exact(500) })).toBe('14')
})

test('prices of twelve decimals are exact', () => {
  expect(cost('123456789', { tiers: [{ price: '0.000000000001' }] })).toBe('0.000123456789')
})

/** What a cycle costs whose days are told apart after these quantities. */
const inParts = (used: readonly string[], more: Partial<TierRules> = {}) =>
  used
    .slice(1)
    .flatMap((after, i) =>
      tierParts(
        {
          before: exact(used[i] ?? '0'),
          after: exact(after),
          total: exact(used.at(-1) ?? '0'),
          last: i === used.length - 2,
        },
        rules(more),
      ),
    )
    .reduce((total, p) => total.plus(p.quantity.times(p.price)), exact(0))
    .toFixed()

test('days that follow each other cost together what the cycle costs, with what is free, packages, fees and returns', () => {
  const splits = [
    ['0', '1001'],
    ['0', '100', '1001'],
    ['0', '40', '99', '101', '101', '1001'],
    ['0', '1500', '1001'],
  ]
  for (const used of splits) {
    expect(inParts(used)).toBe('560.1')
    expect(inParts(used, { mode: 'volume' })).toBe('100.1')
    // 951 beyond what is free: 100 × 1 + 10 + 851 × 0.5.
    expect(inParts(used, { included: exact(50) })).toBe('535.5')
    // 101 packages of 10, the last one begun: 100 × 1 + 10 + 1 × 0.5.
    expect(inParts(used, { package: exact(10) })).toBe('110.5')
  }
})
