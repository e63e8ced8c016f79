// What contracts make due, what is missing, and what a change takes back.
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { type Day, day } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import type { Contract, ContractLine } from '../../src/core/book/contract.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { duePieces, type Usage } from '../../src/core/ledger/contract-due.ts'
import { contractRows, missingRows } from '../../src/core/ledger/contract-run.ts'
import { customer, journal, row, sha256 } from '../support/book.ts'

const cny = currency('CNY')
const seat = { id: 'seat', item: 'SEAT', kind: 'recurring', price: '310', quantity: '1' } as const

function contract(more: Partial<Contract> = {}): Contract {
  return { id: 'support', start: day('2026-01-15'), anchor: day('2026-01-01'), lines: [seat], ...more }
}

function due(of: Contract, upTo: string, used: Readonly<Record<string, string>> = {}): readonly string[] {
  return pieces(of, upTo, (item) => exact(used[item] ?? '0'))
}

function pieces(of: Contract, upTo: string, usage: Usage): readonly string[] {
  return duePieces(of, { currency: cny, upTo: day(upTo), usage }).map(
    (p) => `${p.line} ${p.about.split('/')[2]} ${p.quantity}×${p.price}=${p.amount}`,
  )
}

describe('recurring lines', () => {
  test('in advance a cycle is due on its first day, and a first part cycle by days', () => {
    expect(due(contract(), '2026-01-14')).toEqual([])
    expect(due(contract(), '2026-01-31')).toEqual(['seat 2026-01-15..2026-01-31 1×170=17000'])
    expect(due(contract(), '2026-02-01')).toEqual([
      'seat 2026-01-15..2026-01-31 1×170=17000',
      'seat 2026-02-01..2026-02-28 1×310=31000',
    ])
  })

  test('in arrears a cycle is due on its last day', () => {
    expect(due(contract({ timing: 'arrears' }), '2026-01-30')).toEqual([])
    expect(due(contract({ timing: 'arrears' }), '2026-02-27')).toEqual(['seat 2026-01-15..2026-01-31 1×170=17000'])
  })

  test('without proration a part of a cycle costs a cycle; fixed months have thirty days', () => {
    expect(due(contract({ proration: 'none' }), '2026-01-20')).toEqual(['seat 2026-01-15..2026-01-31 1×310=31000'])
    // 16 of 30 days: 310 × 16/30 = 165.33
    expect(due(contract({ proration: 'fixed30' }), '2026-01-20')).toEqual([
      'seat 2026-01-15..2026-01-31 1×165.33=16533',
    ])
  })

  test('an end cuts the last cycle; automatic renewal goes on', () => {
    const ending = contract({ start: day('2026-01-01'), end: day('2026-02-14') })
    expect(due(ending, '2026-12-31')).toEqual([
      'seat 2026-01-01..2026-01-31 1×310=31000',
      'seat 2026-02-01..2026-02-14 1×155=15500',
    ])
    expect(due({ ...ending, renewal: 'auto' }, '2026-06-30').length).toBe(6)
  })

  test('a price step inside a cycle splits it, and the parts add up', () => {
    // Halfway from 10 to 20: −5 + 10 on top of 10 (docs.stripe.com/billing/subscriptions/prorations), here due as 5 and 10.
    const line = { ...seat, price: '10', steps: [{ from: day('2026-06-16'), price: '20' }] }
    expect(due(contract({ start: day('2026-06-01'), lines: [line] }), '2026-06-01')).toEqual([
      'seat 2026-06-01..2026-06-15 1×5=500',
      'seat 2026-06-16..2026-06-30 1×10=1000',
    ])
  })

  test('a setup fee is due once, a trial is a line that begins later, a discount is off the price', () => {
    const lines = [
      { id: 'setup', item: 'SETUP', kind: 'once', price: '100' } as const,
      { ...seat, from: day('2026-02-01') },
    ]
    expect(due(contract({ lines, discount: '10' }), '2026-02-28')).toEqual([
      'seat 2026-02-01..2026-02-28 1×279=27900',
      'setup 2026-01-15..2026-01-15 1×90=9000',
    ])
  })
})

describe('prices that move by themselves', () => {
  const yearly = { ...seat, price: '100' } as const

  test('indexation compounds from its day on, each time rounded to cents; a step that agrees a new price stands above it', () => {
    // 100 → 103 → 106.09 → 109.2727, in cents 109.27: by hand.
    const indexed = contract({
      start: day('2024-01-01'),
      anchor: day('2024-01-01'),
      every: 'year',
      lines: [yearly],
      indexation: [{ from: day('2025-01-01'), percent: '3', every: 'year' }],
    })
    expect(due(indexed, '2027-01-01')).toEqual([
      'seat 2024-01-01..2024-12-31 1×100=10000',
      'seat 2025-01-01..2025-12-31 1×103=10300',
      'seat 2026-01-01..2026-12-31 1×106.09=10609',
      'seat 2027-01-01..2027-12-31 1×109.27=10927',
    ])
    const agreed = { ...yearly, steps: [{ from: day('2026-01-01'), price: '120' }] }
    expect(due({ ...indexed, lines: [agreed] }, '2027-01-01').slice(2)).toEqual([
      'seat 2026-01-01..2026-12-31 1×120=12000',
      'seat 2027-01-01..2027-12-31 1×123.6=12360',
    ])
  })

  test('a discount of three months ends by itself, and splits the cycle in which it ends', () => {
    const of = contract({
      start: day('2026-01-01'),
      lines: [yearly],
      discounts: [{ percent: '50', until: day('2026-02-14') }],
    })
    // February has 28 days: 14 at 50, 14 at 100.
    expect(due(of, '2026-03-01')).toEqual([
      'seat 2026-01-01..2026-01-31 1×50=5000',
      'seat 2026-02-01..2026-02-14 1×25=2500',
      'seat 2026-02-15..2026-02-28 1×50=5000',
      'seat 2026-03-01..2026-03-31 1×100=10000',
    ])
  })

  test('a trial is free, but not what is charged once', () => {
    const setup = { id: 'setup', item: 'SETUP', kind: 'once', price: '80' } as const
    const of = contract({ start: day('2026-01-01'), lines: [yearly, setup], trial: '14 days' })
    // From 15 January: 17 of 31 days.
    expect(due(of, '2026-01-31')).toEqual([
      'seat 2026-01-15..2026-01-31 1×54.84=5484',
      'setup 2026-01-01..2026-01-01 1×80=8000',
    ])
  })

  test('a step that changes nothing splits nothing', () => {
    const same = { ...seat, steps: [{ from: day('2026-01-20'), price: '310' }] }
    expect(due(contract({ lines: [same] }), '2026-01-31')).toEqual(['seat 2026-01-15..2026-01-31 1×170=17000'])
  })
})

describe('usage lines', () => {
  const api = {
    id: 'api',
    item: 'API',
    kind: 'usage',
    included: '100',
    tiers: [{ upTo: '1000', price: '0.10' }, { price: '0.05' }],
  } as const

  test('are due in arrears, one line for each tier', () => {
    const of = contract({ start: day('2026-03-01'), lines: [api] })
    expect(due(of, '2026-03-30', { API: '1600' })).toEqual([])
    expect(due(of, '2026-03-31', { API: '1600' })).toEqual([
      'api 2026-03-01..2026-03-31 1000×0.1=10000',
      'api 2026-03-01..2026-03-31 500×0.05=2500',
    ])
    expect(due(of, '2026-03-31', { API: '100' })).toEqual([])
  })

  test('each unit costs the price of its day, in the tier that the cycle had reached', () => {
    const at = (used: Readonly<Record<string, string>>, line: ContractLine) =>
      pieces(contract({ start: day('2026-04-01'), lines: [line] }), '2026-05-31', (_, days) =>
        Object.entries(used)
          .filter(([d]) => d >= days.from && d < days.until)
          .reduce((sum, [, quantity]) => sum.plus(quantity), exact(0)),
      )
    const used = { '2026-04-10': '600', '2026-04-20': '100', '2026-05-02': '600' }
    const from = day('2026-04-15')
    expect(at(used, { ...api, steps: [{ from, tiers: [{ price: '0.20' }] }] })).toEqual([
      'api 2026-04-01..2026-04-14 500×0.1=5000',
      'api 2026-04-15..2026-04-30 100×0.2=2000',
      'api 2026-05-01..2026-05-31 500×0.2=10000',
    ])
    // The 501st to 550th at 0.09, the 551st to 600th at 0.04.
    expect(at(used, { ...api, steps: [{ from, tiers: [{ upTo: '550', price: '0.09' }, { price: '0.04' }] }] })).toEqual(
      [
        'api 2026-04-01..2026-04-14 500×0.1=5000',
        'api 2026-04-15..2026-04-30 50×0.09=450',
        'api 2026-04-15..2026-04-30 50×0.04=200',
        'api 2026-05-01..2026-05-31 500×0.09=4500',
      ],
    )
    const priced = { ...api, steps: [{ from: day('2026-04-20'), price: '1' }] }
    expect(at({ '2026-04-10': '100', '2026-04-20': '1' }, priced)).toEqual(['api 2026-04-20..2026-04-30 1×1=100'])
  })

  test('what is free, the packages and the mode change with the next cycle', () => {
    const steps = [{ from: day('2026-04-15'), included: '0', package: '400', tierMode: 'volume' as const }]
    const of = contract({ start: day('2026-04-01'), lines: [{ ...api, steps }] })
    expect(due(of, '2026-05-31', { API: '1300' })).toEqual([
      'api 2026-04-01..2026-04-30 1000×0.1=10000',
      'api 2026-04-01..2026-04-30 200×0.05=1000',
      'api 2026-05-01..2026-05-31 4×0.1=40',
    ])
  })

  test('a minimum and a maximum change with the next cycle', () => {
    const bounds = [
      { from: day('2026-03-15'), minimum: '90' },
      { from: day('2026-05-01'), maximum: '95' },
    ]
    const of = contract({ start: day('2026-03-01'), lines: [api], minimum: '80', maximum: '110', bounds })
    const bounded = due(of, '2026-04-30', { API: '600' }).filter((p) => p.startsWith('m'))
    expect(bounded).toEqual(['minimum 2026-03-01..2026-03-31 1×30=3000', 'minimum 2026-04-01..2026-04-30 1×40=4000'])
    const most = due(of, '2026-05-31', { API: '1600' }).filter((p) => p.startsWith('m'))
    expect(most.map((p) => p.split('×')[1])).toEqual(['15=-1500', '15=-1500', '30=-3000'])
  })

  test('a minimum lifts a finished cycle, a maximum cuts it', () => {
    const of = contract({ start: day('2026-03-01'), lines: [api], minimum: '80', maximum: '110' })
    expect(due(of, '2026-03-31', { API: '600' })).toEqual([
      'api 2026-03-01..2026-03-31 500×0.1=5000',
      'minimum 2026-03-01..2026-03-31 1×30=3000',
    ])
    expect(due(of, '2026-03-31', { API: '1600' }).at(-1)).toBe('maximum 2026-03-01..2026-03-31 -1×15=-1500')
  })
})

/** A run: the rows it would write, and the journal after it. */
function run(of: Contract, upTo: string, held: readonly JournalRow[]): readonly JournalRow[] {
  const rows = contractRows(journal(held), (id) => id)
  return missingRows({
    customer: customer('bay'),
    contract: of,
    currency: cny,
    upTo: day(upTo) as Day,
    rows,
    hash: sha256,
  })
}

const shown = (rows: readonly JournalRow[]) =>
  rows.map((r) => `${r.date} ${r.source.split('/').slice(1).join(' ')} ${r.amount}`)

describe('a run writes what is due and not held', () => {
  const start = contract({ start: day('2026-01-01') })
  const first = run(start, '2026-02-10', [])

  test('once', () => {
    expect(shown(first)).toEqual([
      '2026-01-01 seat 2026-01-01..2026-01-31 31000',
      '2026-02-01 seat 2026-02-01..2026-02-28 31000',
    ])
    expect(run(start, '2026-02-10', first)).toEqual([])
    expect(shown(run(start, '2026-03-31', first))).toEqual(['2026-03-01 seat 2026-03-01..2026-03-31 31000'])
  })

  test('a change inside a billed cycle is taken back and charged anew, and then nothing is missing', () => {
    const changed = contract({
      start: day('2026-01-01'),
      lines: [{ ...seat, steps: [{ from: day('2026-02-15'), price: '620' }] }],
    })
    const correction = run(changed, '2026-02-20', first)
    expect(shown(correction)).toEqual([
      '2026-02-20 seat 2026-02-01..2026-02-28 -31000',
      '2026-02-20 seat 2026-02-01..2026-02-14 15500',
      '2026-02-20 seat 2026-02-15..2026-02-28 31000',
    ])
    const after = [...first, ...correction]
    expect(run(changed, '2026-02-20', after)).toEqual([])
    expect(shown(run(start, '2026-02-21', after)).length).toBe(3)
    expect(new Set([...after, ...run(start, '2026-02-21', after)].map((r) => r.id)).size).toBe(after.length + 3)
  })

  test('an earlier end gives back what was paid ahead', () => {
    expect(shown(run(contract({ start: day('2026-01-01'), end: day('2026-01-31') }), '2026-02-10', first))).toEqual([
      '2026-02-10 seat 2026-02-01..2026-02-28 -31000',
    ])
  })

  test('a run for an earlier day takes nothing back', () => {
    expect(run(start, '2026-01-10', first)).toEqual([])
  })

  test('a late usage row comes with the next run', () => {
    const of = contract({ start: day('2026-03-01'), lines: [{ id: 'api', item: 'API', kind: 'usage', price: '2' }] })
    const use = (date: string, quantity: string) => row(date, 'sale', 'bay', 0, { item: 'API', quantity })
    const early = [use('2026-03-05', '10')]
    const billed = run(of, '2026-03-31', early)
    expect(shown(billed)).toEqual(['2026-03-31 api 2026-03-01..2026-03-31 2000'])
    const late = [...early, ...billed, use('2026-03-31', '5')]
    expect(shown(run(of, '2026-04-10', late))).toEqual([
      '2026-04-10 api 2026-03-01..2026-03-31 -2000',
      '2026-04-10 api 2026-03-01..2026-03-31 3000',
    ])
    expect(run(of, '2026-04-10', [...late, ...run(of, '2026-04-10', late)])).toEqual([])
  })
})
