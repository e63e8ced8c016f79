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
  const state = new State()
  for (const step of steps) state.step(step)
  state.endDay()
  return { rows: state.rows, snapshots: state.snapshots }
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length]
}

class State {
  today = day('2026-01-01')
  readonly rows: JournalRow[] = []
  readonly snapshots: Snapshot[] = []
  private readonly documents: ModelDocument[] = []
  private readonly sources: ModelSource[] = []
  private readonly settings: Setting[] = []
  private readonly writeOffs: WriteOff[] = []
  private readonly balances = new Map<string, number>()
  private count = 0

  step([what, a, b, c]: Step): void {
    if (a % 3 === 0) this.nextDay((a % 5) * 9 + 1)
    const who = customers[a % customers.length] ?? 'ada'
    const cur = currencies[b % currencies.length] ?? currency('CNY')
    const moves = [
      () => this.bill(who, cur, c, b % 3),
      () => this.single('fee', who, cur, c),
      () => this.single('opening', who, cur, c),
      () => this.source('opening', who, cur, c),
      () => this.source('payment', who, cur, c),
      () => this.source('credit', who, cur, c),
      () => this.set('apply', a, b, c),
      () => this.set('apply', b, a, c),
      () => this.set('deduct', a, b, c),
      () => this.writeOff(a, c),
      () => this.recover(a, c),
      () => this.refund(a, c),
      () => this.move(a, b, c),
      () => this.reverse(a, b),
    ]
    moves[what]?.()
  }

  endDay(): void {
    const key = (d: { customer: string; currency: string }) => `${d.customer} ${d.currency}`
    this.snapshots.push({
      day: this.today,
      balances: new Map(this.balances),
      open: new Map(this.documents.map((d) => [`${d.number} ${key(d)}`, d.amount - d.settled])),
      remaining: new Map(this.sources.filter((s) => s.alive).map((s) => [s.id, s.amount - s.used])),
    })
  }

  private nextDay(days: number): void {
    this.endDay()
    this.today = addDays(this.today, days)
  }

  private enter(kind: JournalRow['kind'], who: string, amount: number, more: Partial<JournalRow> = {}): JournalRow {
    const entered = row(this.today, kind, who, amount, { ...more, nth: this.count++ })
    this.rows.push(entered)
    return entered
  }

  private owe(who: string, cur: Currency, amount: number): void {
    const key = `${who} ${cur}`
    this.balances.set(key, (this.balances.get(key) ?? 0) + amount)
  }

  private bill(who: string, cur: Currency, amount: number, extra: number): void {
    const number = `B${this.count}`
    const parts = [amount, ...Array.from({ length: extra }, (_, i) => i + 1)]
    parts.forEach((part, i) => {
      this.enter('bill', who, part, {
        document: number,
        currency: cur,
        tax: Math.floor(part / 10),
        due: addDays(this.today, 10 + i * 20),
      })
    })
    const total = parts.reduce((x, y) => x + y, 0)
    this.documents.push({ number, customer: who, currency: cur, amount: total, settled: 0 })
    this.owe(who, cur, total)
  }

  private single(kind: 'fee' | 'opening', who: string, cur: Currency, amount: number): void {
    const number = `D${this.count}`
    this.enter(kind, who, amount, { document: number, currency: cur, due: addDays(this.today, 5) })
    this.documents.push({ number, customer: who, currency: cur, amount, settled: 0 })
    this.owe(who, cur, amount)
  }

  private source(kind: 'opening' | 'payment' | 'credit', who: string, cur: Currency, amount: number): void {
    const document = kind === 'credit' ? `C${this.count}` : ''
    const entered = this.enter(kind, who, kind === 'opening' ? -amount : amount, { document, currency: cur })
    this.hold(entered, who, cur, amount)
  }

  private hold(entered: JournalRow, who: string, cur: Currency, amount: number): void {
    this.sources.push({ id: entered.id, customer: who, currency: cur, amount, used: 0, alive: true })
    this.owe(who, cur, -amount)
  }

  private set(kind: 'apply' | 'deduct', a: number, b: number, c: number): void {
    const source = pick(
      this.sources.filter((s) => s.alive && (kind === 'deduct' || s.used < s.amount)),
      a,
    )
    if (source === undefined) return
    const document = pick(
      this.documents.filter(
        (d) => d.customer === source.customer && d.currency === source.currency && d.settled < d.amount,
      ),
      b,
    )
    if (document === undefined) return
    const room = document.amount - document.settled
    const amount = Math.min(c, room, kind === 'apply' ? source.amount - source.used : room)
    const more = { of: source.id, document: document.number, currency: source.currency, reason: 'bank-fee' }
    const entered = this.enter(kind, source.customer, amount, more)
    this.settings.push({ id: entered.id, source, document, amount, kind, alive: true })
    document.settled += amount
    if (kind === 'apply') source.used += amount
    else this.owe(source.customer, source.currency, -amount)
  }

  private writeOff(a: number, c: number): void {
    const document = pick(
      this.documents.filter((d) => d.settled < d.amount),
      a,
    )
    if (document === undefined) return
    const amount = Math.min(c, document.amount - document.settled)
    const { number, customer, currency: cur } = document
    const entered = this.enter('writeoff', customer, amount, { document: number, currency: cur })
    this.writeOffs.push({ id: entered.id, document, amount, recovered: 0 })
    document.settled += amount
    this.owe(customer, cur, -amount)
  }

  private recover(a: number, c: number): void {
    const from = pick(
      this.writeOffs.filter((w) => w.recovered < w.amount),
      a,
    )
    if (from === undefined) return
    const amount = Math.min(c, from.amount - from.recovered)
    const { number, customer, currency: cur } = from.document
    this.enter('recover', customer, amount, { of: from.id, document: number, currency: cur })
    from.recovered += amount
    from.document.settled -= amount
    this.owe(customer, cur, amount)
  }

  private refund(a: number, c: number): void {
    const source = pick(
      this.sources.filter((s) => s.alive && s.used < s.amount),
      a,
    )
    if (source === undefined) return
    const amount = Math.min(c, source.amount - source.used)
    this.enter('refund', source.customer, amount, { of: source.id, currency: source.currency })
    source.used += amount
    this.owe(source.customer, source.currency, amount)
  }

  private move(a: number, b: number, c: number): void {
    const source = pick(
      this.sources.filter((s) => s.alive && s.used < s.amount),
      a,
    )
    if (source === undefined) return
    const amount = Math.min(c, source.amount - source.used)
    const who = customers[b % customers.length] ?? 'ada'
    const cur = currencies[b % currencies.length] ?? currency('CNY')
    this.enter('out', source.customer, amount, { of: source.id, currency: source.currency })
    source.used += amount
    this.owe(source.customer, source.currency, amount)
    const arrived = cur === source.currency ? amount : amount + 7
    this.hold(this.enter('in', who, arrived, { of: source.id, currency: cur }), who, cur, arrived)
  }

  /** An application, or a payment that nothing but applications and deductions draws on. */
  private reverse(a: number, b: number): void {
    const live = this.settings.filter((s) => s.alive)
    if (b % 2 === 0) {
      const setting = pick(live, a)
      if (setting === undefined) return
      this.enter('reverse', setting.source.customer, setting.amount, {
        of: setting.id,
        currency: setting.source.currency,
      })
      this.unset(setting)
      return
    }
    const mine = (s: ModelSource) => live.filter((x) => x.source === s)
    const source = pick(
      this.sources.filter((s) => {
        const applied = mine(s).reduce((n, x) => n + (x.kind === 'apply' ? x.amount : 0), 0)
        const paid = this.rows.find((r) => r.id === s.id)?.kind === 'payment'
        return s.alive && paid && applied === s.used
      }),
      a,
    )
    if (source === undefined) return
    this.enter('reverse', source.customer, source.amount, { of: source.id, currency: source.currency })
    for (const setting of mine(source)) this.unset(setting)
    source.alive = false
    this.owe(source.customer, source.currency, source.amount)
  }

  private unset(setting: Setting): void {
    setting.alive = false
    setting.document.settled -= setting.amount
    if (setting.kind === 'apply') setting.source.used -= setting.amount
    else this.owe(setting.source.customer, setting.source.currency, setting.amount)
  }
}
