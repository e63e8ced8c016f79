// What contracts charge in the published scenarios of other systems: the figures are theirs, the amounts ours.
import { day } from '../../../../src/core/base/day.ts'
import { exact } from '../../../../src/core/base/decimal.ts'
import { sum } from '../../../../src/core/base/money.ts'
import type { Contract, ContractLine } from '../../../../src/core/book/contract.ts'
import type { JournalRow } from '../../../../src/core/book/journal.ts'
import type { Tier } from '../../../../src/core/book/tiers.ts'
import { duePieces } from '../../../../src/core/ledger/contract-due.ts'
import { contractRows, missingRows } from '../../../../src/core/ledger/contract-run.ts'
import { customer, journal, sha256 } from '../../../support/book.ts'
import { prove, type Scenario, usd } from '../../../support/scenarios.ts'

/** What is due in minor units, one amount for each piece. */
function due(of: Partial<Contract>, upTo: string, used = '0'): readonly number[] {
  const contract = { id: 'c', start: day('2011-01-01'), lines: [seat('1000')], ...of }
  return duePieces(contract, { currency: usd, upTo: day(upTo), usage: () => exact(used) }).map((p) => p.amount)
}

function seat(price: string): ContractLine {
  return { id: 'seat', item: 'SEAT', kind: 'recurring', price }
}

/** A share of 1,000.00, as they divide it. */
function share(part: number, of: number): number {
  return Math.round((100_000 * part) / of)
}

/** A month that turns on the 15th, from 1 January; `last` is their end day, which is not billed, less one. */
const killBill = (every: string, last: string): Partial<Contract> => ({
  every,
  anchor: day('2011-01-15'),
  end: day(last),
})

// killbill/killbill, invoice/src/test/java/org/killbill/billing/invoice/proRations/inAdvance/{monthly,quarterly,annual}
const prorations: readonly Scenario[] = [
  ...(
    [
      ['monthly', 'month', '2011-02-26', '2011-01-07', [share(14, 31)]],
      ['monthly', 'month', '2011-02-26', '2011-01-15', [share(14, 31), 100_000]],
      ['monthly', 'month', '2011-02-26', '2011-03-07', [share(14, 31), 100_000, share(12, 28)]],
      ['monthly, several cycles', 'month', '2011-04-26', '2011-02-26', [share(14, 31), 100_000, 100_000]],
      ['quarterly', 'quarter', '2011-04-26', '2011-01-07', [share(14, 92)]],
      ['quarterly', 'quarter', '2011-04-26', '2011-05-07', [share(14, 92), 100_000, share(12, 91)]],
      ['quarterly, several cycles', 'quarter', '2011-08-26', '2011-06-26', [share(14, 92), 100_000, 100_000]],
      ['annual', 'year', '2012-01-26', '2011-01-22', [share(14, 365), 100_000]],
      ['annual, into a leap year', 'year', '2012-01-26', '2012-03-07', [share(14, 365), 100_000, share(12, 366)]],
    ] as const
  ).map(
    ([kind, every, last, upTo, expected]): Scenario => ({
      system: 'Kill Bill',
      fact: `double proration, ${kind}, up to ${upTo}`,
      found: () => due(killBill(every, last), upTo),
      expected,
    }),
  ),
  {
    system: 'Kill Bill',
    fact: 'trailing proration: from 17 June, turning on the 17th, ended before 25 July',
    found: () => due({ start: day('2010-06-17'), end: day('2010-07-24') }, '2010-07-30'),
    expected: [100_000, share(8, 31)],
  },
]

// getlago/lago-api, spec/scenarios/subscriptions/upgrade_proration_spec.rb: a quarter of 910.00, so a day costs 10.00
const quarterly = { every: 'quarter', timing: 'arrears', lines: [seat('910')] } as const
const lago: readonly Scenario[] = [
  {
    system: 'Lago',
    fact: 'ended after 32 days of a quarter that an upgrade began inside: 32 of 91 days',
    found: () =>
      due({ ...quarterly, start: day('2024-05-20'), anchor: day('2024-01-15'), end: day('2024-06-20') }, '2024-06-20'),
    expected: [32_000],
  },
  {
    system: 'Lago',
    fact: 'the same by the calendar quarter',
    found: () =>
      due({ ...quarterly, start: day('2024-05-20'), anchor: day('2024-04-01'), end: day('2024-06-20') }, '2024-06-20'),
    expected: [32_000],
  },
]

/** The sum of a month's usage. */
function usage(line: Partial<ContractLine>, used: string): number {
  const api: ContractLine = { id: 'api', item: 'API', kind: 'usage', ...line }
  return sum(due({ start: day('2024-03-01'), lines: [api] }, '2024-03-31', used))
}

const graduated: readonly Tier[] = [
  { upTo: '5', price: '10', fee: '100' },
  { price: '5', fee: '50' },
]
const volume: readonly Tier[] = [
  { upTo: '10', price: '5', fee: '100' },
  { price: '2', fee: '50' },
]

// getlago/lago-api, spec/scenarios/current_usage/by_charge_model/{graduated,volume,package}_spec.rb
const models: readonly Scenario[] = [
  ['graduated, 3 in the first range', { tiers: graduated }, '3', 13_000],
  ['graduated, 8 over two ranges', { tiers: graduated }, '8', 21_500],
  ['volume, 5 in the first range', { tiers: volume, tierMode: 'volume' }, '5', 12_500],
  ['volume, all 15 at the second', { tiers: volume, tierMode: 'volume' }, '15', 8_000],
  ['package of 10, 3 used', { price: '100', package: '10' }, '3', 10_000],
  ['package of 10, 15 used', { price: '100', package: '10' }, '15', 20_000],
  ['package of 10, 5 free, 3 used', { price: '100', package: '10', included: '5' }, '3', 0],
  ['package of 10, 5 free, 12 used', { price: '100', package: '10', included: '5' }, '12', 10_000],
].map(([fact, line, used, expected]): Scenario => {
  const of = line as Partial<ContractLine>
  return { system: 'Lago', fact: String(fact), found: () => usage(of, String(used)), expected }
})

const unused: Scenario = {
  system: 'Lago',
  fact: 'graduated without any use costs the flat amount of the first range, 100.00',
  ours: 'what was not used costs nothing; a minimum of the contract says otherwise where that is agreed',
  found: () => usage({ tiers: graduated }, '0'),
  expected: 0,
}

/** Runs on some days, each with the contract as it was then; amounts that each run adds. */
function runs(...steps: readonly (readonly [upTo: string, contract: Contract])[]): readonly number[] {
  let rows: readonly JournalRow[] = []
  return steps.map(([upTo, contract]) => {
    const found = contractRows(journal(rows), (id) => id)
    const input = { customer: customer('ada'), contract, currency: usd, upTo: day(upTo), rows: found, hash: sha256 }
    const made = missingRows(input)
    rows = [...rows, ...made]
    return sum(made.map((r) => r.amount))
  })
}

const plan = (price: string, more: Partial<ContractLine> = {}, until: Partial<Contract> = {}): Contract => ({
  id: 'plan',
  start: day('2026-09-01'),
  lines: [{ ...seat(price), ...more }],
  ...until,
})
const halfway = { steps: [{ from: day('2026-09-16'), price: '20' }] }

const changes: readonly Scenario[] = [
  {
    system: 'Stripe',
    // docs.stripe.com/billing/subscriptions/prorations: −5 for unused time, +10 for the rest of the month
    fact: 'from 10 to 20 USD halfway through the month costs 5 more',
    found: () =>
      runs(['2026-09-01', plan('10')], ['2026-09-16', plan('10', halfway)], ['2026-10-01', plan('10', halfway)]),
    expected: [1000, 500, 2000],
  },
  {
    system: 'Stripe',
    fact: 'a negative proration is not refunded by itself but credited',
    found: () =>
      runs(
        ['2026-09-01', plan('20')],
        ['2026-09-16', plan('20', { steps: [{ from: day('2026-09-16'), price: '10' }] })],
      ),
    expected: [2000, -500],
  },
  {
    system: 'Kill Bill',
    // TestSubscriptionItemTree: what is billed already is repaired, never billed twice, and a repair never beyond what was billed
    fact: 'an end inside a billed month is repaired once, however often it is run',
    found: () => {
      const ended = plan('30', {}, { end: day('2026-09-10') })
      return runs(['2026-09-01', plan('30')], ['2026-09-20', ended], ['2026-09-20', ended], ['2026-10-01', ended])
    },
    expected: [3000, -2000, 0, 0],
  },
  {
    system: 'Kill Bill',
    fact: 'an end that is taken back before the next run leaves nothing to repair',
    found: () => runs(['2026-09-01', plan('30')], ['2026-09-20', plan('30')]),
    expected: [3000, 0],
  },
  {
    system: 'Kill Bill',
    fact: 'the 31st is billed at the end of shorter months and on the 31st again',
    ours: 'they add period to period and drift to the 28th unless realigned',
    found: () =>
      duePieces(
        { id: 'c', start: day('2026-01-31'), lines: [seat('1')] },
        { currency: usd, upTo: day('2026-05-31'), usage: () => exact(0) },
      ).map((p) => p.due),
    expected: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
  },
]

prove('proration', prorations)
prove('quarters cut short', lago)
prove('charge models', [...models, unused])
prove('changes of what is billed', changes)
