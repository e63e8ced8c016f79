// The predicate language: what is written, what it means, what is refused.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { FactValue } from '../../../src/core/facts/fact.ts'
import { formatPredicate, meets } from '../../../src/core/facts/predicate.ts'
import { predicateOfMap } from '../../../src/core/facts/predicate-map.ts'
import { parsePredicate } from '../../../src/core/facts/predicate-words.ts'

const setting = { currency: currency('CNY'), today: day('2026-11-22') }

const customer: Readonly<Record<string, FactValue>> = {
  grade: 'A',
  sales12m: 12_345_600,
  overdueDays: 31,
  tags: ['VIP', 'export'],
  name: '北京云帆',
  stage: 'active',
  region: 'CN-31',
  since: '2025-03-01',
  salesChange12m: -0.4,
  onHold: false,
  owner: null,
  industry: 'retail and wholesale',
}

const is = (words: readonly string[]) => {
  const { predicate, problems } = parsePredicate(words, setting)
  expect(problems).toEqual([])
  return meets(predicate, (fact) => customer[fact] ?? null)
}

describe('conditions that hold', () => {
  it.each([
    ['grade=A'],
    ['grade=a'],
    ['grade in A,B'],
    ['not grade=B'],
    ['grade!=B'],
    ['sales12m>=100000'],
    ['sales12m>=12万'],
    ['sales12m>=100k'],
    ['sales12m=123,456.00'],
    ['sales12m=100000..130000'],
    ['sales12m=..130000'],
    ['overdueDays>30'],
    ['overdueDays=31..31'],
    ['tag:vip'],
    ['tags=export'],
    ['name~云'],
    ['not stage=lost'],
    ['region in CN-31,CN-33'],
    ['since=2025'],
    ['since<2026'],
    ['since>=2025-03'],
    ['since=2025-01..2025-03'],
    ['salesChange12m<=-40%'],
    ['salesChange12m=-0.5..-0.3'],
    ['onHold=no'],
    ['not onHold'],
    ['owner=none'],
    ['not owner=li'],
    ['grade＝A'],
    ['grade=A and overdueDays>30'],
    ['grade=A 且 overdueDays>30'],
    ['sales>100000'],
    ['industry=retail and wholesale and grade=A'],
  ])('%s', (text) => expect(is([text])).toBe(true))
})

describe('conditions that do not hold', () => {
  it.each([
    ['grade=B'],
    ['sales12m>=20万'],
    ['overdueDays>31'],
    ['overdueDays<31'],
    ['tag:lost'],
    ['since>2025'],
    ['owner=li'],
    ['owner~l'],
    ['grade=A and overdueDays>31'],
    ['onHold'],
  ])('%s', (text) => expect(is([text])).toBe(false))
})

describe('words of a command line', () => {
  it('are joined by and, with or without saying so', () => {
    expect(is(['grade=A', 'overdueDays>30'])).toBe(true)
    expect(is(['grade=A', 'and', 'overdueDays>31'])).toBe(false)
  })
  it('may stand apart', () => {
    expect(is(['region', 'in', 'CN-31,CN-33', 'sales12m', '>=', '100000'])).toBe(true)
    expect(is(['not', 'stage', '=', 'lost'])).toBe(true)
  })
  it('none at all mean everybody', () => expect(is([])).toBe(true))
})

describe('what is refused', () => {
  const codes = (words: readonly string[]) => parsePredicate(words, setting).problems.map((p) => p.code)
  it.each([
    [['garde=A'], ['unknown-fact']],
    [['hello'], ['predicate-unclear']],
    [['sales12m>lots'], ['predicate-value']],
    [['sales12m>50%'], ['predicate-value']],
    [['since=someday'], ['predicate-value']],
    [['grade>A'], ['predicate-value']],
    [['grade=A overdueDays>30'], ['predicate-unclear']],
    [['not'], ['predicate-unclear']],
    [
      ['garde=A', 'overdueDays>soon'],
      ['unknown-fact', 'predicate-value'],
    ],
  ])('%j', (words, expected) => expect(codes(words)).toEqual(expected))
  it('suggests the nearest fact', () => {
    const [problem] = parsePredicate(['overdueDay>3'], setting).problems
    expect(problem?.params).toEqual({ fact: 'overdueDay', like: expect.arrayContaining(['overdueDays']) })
  })
})

describe('maps', () => {
  it('say the same as words', () => {
    const map = {
      grade: 'A',
      sales12m: '>=100000',
      region: ['CN-31', 'CN-33'],
      tag: 'vip',
      onHold: false,
      not: { stage: 'lost' },
    }
    const words = ['grade=A', 'sales12m>=100000', 'region in CN-31,CN-33', 'tag:vip', 'onHold=no', 'not stage=lost']
    expect(predicateOfMap(map, setting)).toEqual(parsePredicate(words, setting))
  })
  it('name what they do not know', () => {
    expect(predicateOfMap({ garde: 'A', since: 'soon' }, setting).problems.map((p) => p.code)).toEqual([
      'unknown-fact',
      'predicate-value',
    ])
  })
})

describe('the canonical text', () => {
  it.each([
    ['grade=A', 'grade=A'],
    ['not grade in A,B', 'not grade in A,B'],
    ['sales >= 10万', 'sales12m>=100000.00'],
    ['overdueDays=1..30', 'overdueDays=1..30'],
    ['tag:vip', 'tags:vip'],
    ['salesChange12m<-40%', 'salesChange12m<-40%'],
    ['since=2025', 'since=2025-01-01..2025-12-31'],
    ['owner=none and name~云', 'owner=none and name~云'],
  ])('%s', (text, canonical) => {
    const first = parsePredicate([text], setting)
    expect(formatPredicate(first.predicate, setting.currency)).toBe(canonical)
    expect(parsePredicate([canonical], setting)).toEqual(first)
  })
})
