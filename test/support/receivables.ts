// Random but valid receivables, and beside them the naive model: plain objects, updated as each row is entered, one day after another.
import fc from 'fast-check'
import { type Currency, currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, day } from '../../src/core/base/day.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { row } from './book.ts'

export interface ModelDocument {
  readonly number: string
  readonly customer: string
  readonly currency: Currency
  readonly amount: number
  settled: number
}

export interface ModelSource {
  readonly id: string
  readonly customer: string
  readonly currency: Currency
  readonly amount: number
  used: number
  alive: boolean
}

interface Setting {
  readonly id: string
  readonly source: ModelSource
  readonly document: ModelDocument
  readonly amount: number
  readonly kind: 'apply' | 'deduct'
  alive: boolean
}

interface WriteOff {
  readonly id: string
  readonly document: ModelDocument
  readonly amount: number
  recovered: number
}

/** Everything as it stands at the end of a day. */
export interface Snapshot {
  readonly day: Day
  readonly balances: ReadonlyMap<string, number>
  readonly open: ReadonlyMap<string, number>
  readonly remaining: ReadonlyMap<string, number>
}

export interface RandomBook {
  readonly rows: readonly JournalRow[]
  readonly snapshots: readonly Snapshot[]
}

/** What to do, and numbers to choose by. */
type Step = readonly [what: number, a: number, b: number, c: number]

const customers = ['ada', 'bob', 'c-3']
const currencies = [currency('CNY'), currency('USD'), currency('JPY')]

export const randomBook: fc.Arbitrary<RandomBook> = fc
  .array(fc.tuple(fc.nat(13), fc.nat(999), fc.nat(999), fc.integer({ min: 1, max: 99_999 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(play)

function play(steps: readonly Step[]): RandomBook {
  const state = player()
  for (const step of steps) state.step(step)
  state.endDay()
  return { rows: state.rows, snapshots: state.snapshots }
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length]
}

interface Player {
  readonly rows: readonly JournalRow[]
  readonly snapshots: readonly Snapshot[]
  step(step: Step): void
  endDay(): void
}

function player(): Player {
  let today = day('2026-01-01')
  const rows: JournalRow[] = []
  const snapshots: Snapshot[] = []
  const documents: ModelDocument[] = []
  const sources: ModelSource[] = []
  const settings: Setting[] = []
  const writeOffs: WriteOff[] = []
  const balances = new Map<string, number>()
  let count = 0

  function step([what, a, b, c]: Step): void {
    if (a % 3 === 0) nextDay((a % 5) * 9 + 1)
    const who = customers[a % customers.length] ?? 'ada'
    const cur = currencies[b % currencies.length] ?? currency('CNY')
    const moves = [
      () => bill(who, cur, c, b % 3),
      () => single('fee', who, cur, c),
      () => single('opening', who, cur, c),
      () => source('opening', who, cur, c),
      () => source('payment', who, cur, c),
      () => source('credit', who, cur, c),
      () => set('apply', a, b, c),
      () => set('apply', b, a, c),
      () => set('deduct', a, b, c),
      () => writeOff(a, c),
      () => recover(a, c),
      () => refund(a, c),
      () => move(a, b, c),
      () => reverse(a, b),
    ]
    moves[what]?.()
  }

  function endDay(): void {
    const key = (d: { customer: string; currency: string }) => `${d.customer} ${d.currency}`
    snapshots.push({
      day: today,
      balances: new Map(balances),
      open: new Map(documents.map((d) => [`${d.number} ${key(d)}`, d.amount - d.settled])),
      remaining: new Map(sources.filter((s) => s.alive).map((s) => [s.id, s.amount - s.used])),
    })
  }

  function nextDay(days: number): void {
    endDay()
    today = addDays(today, days)
  }

  function enter(kind: JournalRow['kind'], who: string, amount: number, more: Partial<JournalRow> = {}): JournalRow {
    const entered = row(today, kind, who, amount, { ...more, nth: count++ })
    rows.push(entered)
    return entered
  }

  function owe(who: string, cur: Currency, amount: number): void {
    const key = `${who} ${cur}`
    balances.set(key, (balances.get(key) ?? 0) + amount)
  }

  function bill(who: string, cur: Currency, amount: number, extra: number): void {
    const number = `B${count}`
    const parts = [amount, ...Array.from({ length: extra }, (_, i) => i + 1)]
    parts.forEach((part, i) => {
      enter('bill', who, part, {
        document: number,
        currency: cur,
        tax: Math.floor(part / 10),
        due: addDays(today, 10 + i * 20),
      })
    })
    const total = parts.reduce((x, y) => x + y, 0)
    documents.push({ number, customer: who, currency: cur, amount: total, settled: 0 })
    owe(who, cur, total)
  }

  function single(kind: 'fee' | 'opening', who: string, cur: Currency, amount: number): void {
    const number = `D${count}`
    enter(kind, who, amount, { document: number, currency: cur, due: addDays(today, 5) })
    documents.push({ number, customer: who, currency: cur, amount, settled: 0 })
    owe(who, cur, amount)
  }

  function source(kind: 'opening' | 'payment' | 'credit', who: string, cur: Currency, amount: number): void {
    const document = kind === 'credit' ? `C${count}` : ''
    const entered = enter(kind, who, kind === 'opening' ? -amount : amount, { document, currency: cur })
    hold(entered, who, cur, amount)
  }

  function hold(entered: JournalRow, who: string, cur: Currency, amount: number): void {
    sources.push({ id: entered.id, customer: who, currency: cur, amount, used: 0, alive: true })
    owe(who, cur, -amount)
  }

  function set(kind: 'apply' | 'deduct', a: number, b: number, c: number): void {
    const source = pick(
      sources.filter((s) => s.alive && (kind === 'deduct' || s.used < s.amount)),
      a,
    )
    if (source === undefined) return
    const document = pick(
      documents.filter((d) => d.customer === source.customer && d.currency === source.currency && d.settled < d.amount),
      b,
    )
    if (document === undefined) return
    const room = document.amount - document.settled
    const amount = Math.min(c, room, kind === 'apply' ? source.amount - source.used : room)
    const more = { of: source.id, document: document.number, currency: source.currency, reason: 'bank-fee' }
    const entered = enter(kind, source.customer, amount, more)
    settings.push({ id: entered.id, source, document, amount, kind, alive: true })
    document.settled += amount
    if (kind === 'apply') source.used += amount
    else owe(source.customer, source.currency, -amount)
  }

  function writeOff(a: number, c: number): void {
    const document = pick(
      documents.filter((d) => d.settled < d.amount),
      a,
    )
    if (document === undefined) return
    const amount = Math.min(c, document.amount - document.settled)
    const { number, customer, currency: cur } = document
    const entered = enter('writeoff', customer, amount, { document: number, currency: cur })
    writeOffs.push({ id: entered.id, document, amount, recovered: 0 })
    document.settled += amount
    owe(customer, cur, -amount)
  }

  function recover(a: number, c: number): void {
    const from = pick(
      writeOffs.filter((w) => w.recovered < w.amount),
      a,
    )
    if (from === undefined) return
    const amount = Math.min(c, from.amount - from.recovered)
    const { number, customer, currency: cur } = from.document
    enter('recover', customer, amount, { of: from.id, document: number, currency: cur })
    from.recovered += amount
    from.document.settled -= amount
    owe(customer, cur, amount)
  }

  function refund(a: number, c: number): void {
    const source = pick(
      sources.filter((s) => s.alive && s.used < s.amount),
      a,
    )
    if (source === undefined) return
    const amount = Math.min(c, source.amount - source.used)
    enter('refund', source.customer, amount, { of: source.id, currency: source.currency })
    source.used += amount
    owe(source.customer, source.currency, amount)
  }

  function move(a: number, b: number, c: number): void {
    const source = pick(
      sources.filter((s) => s.alive && s.used < s.amount),
      a,
    )
    if (source === undefined) return
    const amount = Math.min(c, source.amount - source.used)
    const who = customers[b % customers.length] ?? 'ada'
    const cur = currencies[b % currencies.length] ?? currency('CNY')
    enter('out', source.customer, amount, { of: source.id, currency: source.currency })
    source.used += amount
    owe(source.customer, source.currency, amount)
    const arrived = cur === source.currency ? amount : amount + 7
    hold(enter('in', who, arrived, { of: source.id, currency: cur }), who, cur, arrived)
  }

  /** An application, or a payment that nothing but applications and deductions draws on. */
  function reverse(a: number, b: number): void {
    const live = settings.filter((s) => s.alive)
    if (b % 2 === 0) {
      const setting = pick(live, a)
      if (setting === undefined) return
      enter('reverse', setting.source.customer, setting.amount, {
        of: setting.id,
        currency: setting.source.currency,
      })
      unset(setting)
      return
    }
    const mine = (s: ModelSource) => live.filter((x) => x.source === s)
    const source = pick(
      sources.filter((s) => {
        const applied = mine(s).reduce((n, x) => n + (x.kind === 'apply' ? x.amount : 0), 0)
        const paid = rows.find((r) => r.id === s.id)?.kind === 'payment'
        return s.alive && paid && applied === s.used
      }),
      a,
    )
    if (source === undefined) return
    enter('reverse', source.customer, source.amount, { of: source.id, currency: source.currency })
    for (const setting of mine(source)) unset(setting)
    source.alive = false
    owe(source.customer, source.currency, source.amount)
  }

  function unset(setting: Setting): void {
    setting.alive = false
    setting.document.settled -= setting.amount
    if (setting.kind === 'apply') setting.source.used -= setting.amount
    else owe(setting.source.customer, setting.source.currency, setting.amount)
  }

  return { rows, snapshots, step, endDay }
}
