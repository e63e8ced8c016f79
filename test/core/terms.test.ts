// The language of payment terms, and the days and instalments that terms give.
import { describe, expect, test } from 'vitest'
import { day } from '../../src/core/base/day.ts'
import { dueDay, instalments, readTerms } from '../../src/core/book/due.ts'
import { formatTerms, type MonthlyReading, parseTerms } from '../../src/core/book/terms.ts'

function due(terms: string, bill: string, delivery?: string, reading?: MonthlyReading): string {
  const parsed = parseTerms(terms, reading)
  if ('fault' in parsed) return parsed.fault
  const [first] = parsed.parts
  const days = delivery === undefined ? { bill: day(bill) } : { bill: day(bill), delivery: day(delivery) }
  return first === undefined ? '' : dueDay(first.rule, days)
}

describe('a due day counts from its anchor', () => {
  const cases: readonly (readonly [terms: string, bill: string, due: string])[] = [
    ['net 30', '2026-01-31', '2026-03-02'],
    ['net 0', '2026-01-31', '2026-01-31'],
    ['net 2 weeks', '2026-02-20', '2026-03-06'],
    ['due on receipt', '2026-05-05', '2026-05-05'],
    ['net 1 month', '2026-01-31', '2026-02-28'],
    ['net 1 month', '2028-01-31', '2028-02-29'],
    ['net 2 months', '2025-12-31', '2026-02-28'],
    ['net 1 month+15', '2026-03-31', '2026-05-15'],
    ['eom', '2026-02-03', '2026-02-28'],
    ['eom+15', '2026-05-15', '2026-06-15'],
    ['eom+30', '2026-05-15', '2026-06-30'],
    ['eom+1 month', '2026-01-05', '2026-02-28'],
    ['eom+1 month+10', '2026-01-05', '2026-03-10'],
    ['10th of next month', '2026-12-31', '2027-01-10'],
    ['31st of next month', '2026-01-31', '2026-02-28'],
    ['10th of month+2', '2026-11-30', '2027-01-10'],
    ['net 30 to eom', '2026-01-15', '2026-02-28'],
    ['net 30 from 25th', '2026-03-10', '2026-04-24'],
    ['net 0 from 25th', '2026-03-26', '2026-04-25'],
    ['net 0 from 31st', '2026-02-03', '2026-02-28'],
    ['2/10 net 30', '2026-03-01', '2026-03-31'],
    ['2% / 10, net 30', '2026-03-01', '2026-03-31'],
    ['NET  30', '2026-03-01', '2026-03-31'],
    ['票后30天', '2026-03-01', '2026-03-31'],
    ['见票即付', '2026-03-01', '2026-03-01'],
    ['次月10日', '2026-03-01', '2026-04-10'],
    ['月末后15天', '2026-03-01', '2026-04-15'],
  ]
  test.each(cases)('%s of %s is %s', (terms, bill, expected) => {
    expect(due(terms, bill)).toBe(expected)
  })

  test('delivery terms count from the delivery and never fall due before the bill', () => {
    expect(due('net 30 from delivery', '2026-03-10', '2026-03-01')).toBe('2026-03-31')
    expect(due('货到付款', '2026-03-10', '2026-03-01')).toBe('2026-03-10')
  })
})

describe('月结 has several published meanings', () => {
  // 3/10 → 4/10 as a month and 5/1 from the next month's start (易特软件); 5/15 → 6/30 from the month's end (hanhuihui.com).
  test('a bare 月结30天 is refused with every reading and its due day', () => {
    const found = readTerms('月结30天', { bill: day('2026-03-10') })
    expect(found).toEqual({
      code: 'terms-ambiguous',
      severity: 'error',
      params: {
        text: '月结30天',
        day: '2026-03-10',
        readings: [
          { terms: 'net 30', due: '2026-04-09' },
          { terms: 'net 1 month', due: '2026-04-10' },
          { terms: 'eom+30', due: '2026-04-30' },
          { terms: 'eom+1 month', due: '2026-04-30' },
          { terms: '1st of next month+30', due: '2026-05-01' },
          { terms: '1st of month+2', due: '2026-05-01' },
        ],
      },
    })
  })

  test('a book that fixes the reading gets a day', () => {
    expect(due('月结30天', '2026-03-10', undefined, { anchor: 'bill', unit: 'month', grace: 0 })).toBe('2026-04-10')
    expect(due('月结30天', '2026-05-15', undefined, { anchor: 'monthEnd', unit: 'day', grace: 0 })).toBe('2026-06-30')
    expect(due('月结30天', '2026-03-10', undefined, { anchor: 'nextMonthStart', unit: 'month', grace: 15 })).toBe(
      '2026-05-16',
    )
    // From the day on which accounts are drawn up: reading (c) of field notes, standards §5.
    const drawnUp = { anchor: 'statement', date: 25, unit: 'day', grace: 0 } as const
    expect(due('月结30天', '2026-03-10', undefined, drawnUp)).toBe('2026-04-24')
    expect(due('月结30天', '2026-03-26', undefined, drawnUp)).toBe('2026-05-25')
    expect(due('月结30天', '2026-02-10', undefined, { anchor: 'statement', unit: 'month', grace: 0 })).toBe(
      '2026-03-31',
    )
    expect(due('月结45天', '2026-03-10', undefined, { anchor: 'bill', unit: 'month', grace: 0 })).toBe('ambiguous')
  })

  test('30 EOM is ambiguous too', () => {
    expect(parseTerms('net 30 EOM')).toEqual({ fault: 'ambiguous', readings: ['eom+30', 'net 30 to eom'] })
  })
})

describe('what is not terms is refused with the reason', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'unknown'],
    ['30', 'unknown'],
    ['next week', 'unknown'],
    ['0th of next month', 'unknown'],
    ['32nd of next month', 'unknown'],
    ['net 99999', 'unknown'],
    ['rest net 30, 50% net 60', 'unknown'],
    ['50% net 0, 40% net 30', 'shares'],
    ['60% net 0, 50% net 30', 'shares'],
    ['100% net 0, rest net 30', 'shares'],
    ['0/10 net 30', 'unknown'],
  ]
  test.each(cases)('%s is %s', (text, fault) => {
    expect(parseTerms(text)).toMatchObject({ fault })
  })
})

describe('instalments sum to the total and stand in order of due day', () => {
  function split(text: string, total: number) {
    const terms = parseTerms(text)
    return 'fault' in terms ? terms : instalments(terms, { bill: day('2026-10-31') }, total)
  }

  test('the last part takes what rounding leaves', () => {
    expect(split('33.33% net 0, 33.33% net 30, rest net 60', 10_000)).toEqual([
      { due: '2026-10-31', amount: 3333 },
      { due: '2026-11-30', amount: 3333 },
      { due: '2026-12-30', amount: 3334 },
    ])
    expect(split('50% net 0, 50% net 30', 101)).toEqual([
      { due: '2026-10-31', amount: 51 },
      { due: '2026-11-30', amount: 50 },
    ])
  })

  test('a total too small for every part has fewer instalments', () => {
    expect(split('25% net 0, 25% net 1, 25% net 2, 25% net 3', 2)).toEqual([
      { due: '2026-10-31', amount: 1 },
      { due: '2026-11-01', amount: 1 },
    ])
  })

  test('parts written out of order are sorted, and parts of one day are one instalment', () => {
    expect(split('20% net 30, 30% net 0, rest due on receipt', 1000)).toEqual([
      { due: '2026-10-31', amount: 800 },
      { due: '2026-11-30', amount: 200 },
    ])
  })
})

test('the canonical text of terms reads back as the same terms', () => {
  for (const text of [
    '2/10 net 30',
    '30% net 0, 余款 月末后15天',
    'net 45 from delivery',
    'net 30 from 22nd to eom',
    '1st of month+3',
  ]) {
    const terms = parseTerms(text)
    if ('fault' in terms) throw new Error(text)
    expect(parseTerms(formatTerms(terms))).toEqual(terms)
  }
})
