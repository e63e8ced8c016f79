// The naive model of receivables: rows taken one after another as they were entered, plain objects, nothing shared with the ledger.
import type { JournalRow } from '../../src/core/book/journal.ts'

interface Owed {
  readonly key: string
  amount: number
  settled: number
}

interface Held {
  readonly key: string
  readonly amount: number
  used: number
  alive: boolean
}

interface Deed {
  readonly row: JournalRow
  readonly owed?: Owed
  readonly held?: Held
  alive: boolean
  recovered: number
}

export interface Naive {
  /** By customer and currency; accounts that never moved are absent. */
  readonly balances: ReadonlyMap<string, number>
  /** By number, customer and currency. */
  readonly open: ReadonlyMap<string, number>
  /** By row id; what was reversed is absent. */
  readonly left: ReadonlyMap<string, number>
}

/** Rows in the order in which they were entered, which is the order of their days. */
export function naive(rows: readonly JournalRow[]): Naive {
  const balances = new Map<string, number>()
  const owed = new Map<string, Owed>()
  const held = new Map<string, Held>()
  const named = new Map<string, string>()
  const deeds = new Map<string, Deed>()
  const add = (key: string, amount: number) => balances.set(key, (balances.get(key) ?? 0) + amount)
  const source = (name: string) => held.get(named.get(name) ?? name)

  const undo = (deed: Deed) => {
    if (!deed.alive) return
    deed.alive = false
    const { row, owed: o, held: h } = deed
    const key = `${row.customer} ${row.currency}`
    if (row.kind === 'apply') {
      if (o !== undefined) o.settled -= row.amount
      if (h !== undefined) h.used -= row.amount
    } else if (row.kind === 'deduct' || row.kind === 'writeoff') {
      if (o !== undefined) o.settled -= row.amount
      add(key, row.amount)
    } else if (row.kind === 'recover') {
      if (o !== undefined) o.settled += row.amount
      add(key, -row.amount)
    } else if (row.kind === 'refund' || row.kind === 'out') {
      if (h !== undefined) h.used -= row.amount
      add(key, -row.amount)
    } else if (row.kind === 'payment' || row.kind === 'in' || (row.kind === 'opening' && row.amount < 0)) {
      if (h !== undefined) h.alive = false
      add(key, Math.abs(row.amount))
      for (const d of deeds.values()) if (d.held === h && (d.row.kind === 'apply' || d.row.kind === 'deduct')) undo(d)
    } else if (row.kind === 'opening') {
      if (o !== undefined) o.amount -= row.amount
      add(key, -row.amount)
      for (const d of deeds.values()) if (d.owed === o && (d.row.kind === 'apply' || d.row.kind === 'deduct')) undo(d)
    }
  }

  const owe = (row: JournalRow, key: string): Owed => {
    const number = row.document || row.id
    const known = owed.get(`${number} ${key}`)
    const one = known ?? { key: `${number} ${key}`, amount: 0, settled: 0 }
    one.amount += row.amount
    owed.set(one.key, one)
    named.set(number, one.key)
    return one
  }

  for (const row of rows) {
    const key = `${row.customer} ${row.currency}`
    const deed = (more: Partial<Deed>) => deeds.set(row.id, { row, alive: true, recovered: 0, ...more })
    const document = owed.get(`${row.document} ${key}`)
    const holds = (amount: number) => {
      const one = { key, amount, used: 0, alive: true }
      held.set(row.id, one)
      if (row.document !== '') named.set(row.document, row.id)
      deed({ held: one })
      add(key, -amount)
    }
    switch (row.kind) {
      case 'bill':
      case 'fee':
        deed({ owed: owe(row, key) })
        add(key, row.amount)
        break
      case 'opening':
        if (row.amount < 0) holds(-row.amount)
        else {
          deed({ owed: owe(row, key) })
          add(key, row.amount)
        }
        break
      case 'payment':
      case 'credit':
      case 'in':
        holds(row.amount)
        break
      case 'apply': {
        const from = source(row.of)
        if (document !== undefined) document.settled += row.amount
        if (from !== undefined) from.used += row.amount
        deed({ ...(document && { owed: document }), ...(from && { held: from }) })
        break
      }
      case 'deduct': {
        const from = source(row.of)
        if (document !== undefined) document.settled += row.amount
        deed({ ...(document && { owed: document }), ...(from && { held: from }) })
        add(key, -row.amount)
        break
      }
      case 'writeoff':
        if (document !== undefined) document.settled += row.amount
        deed({ ...(document && { owed: document }) })
        add(key, -row.amount)
        break
      case 'recover': {
        const from = deeds.get(row.of)
        if (from?.owed !== undefined) from.owed.settled -= row.amount
        deed({ ...(from?.owed && { owed: from.owed }) })
        add(key, row.amount)
        break
      }
      case 'refund':
      case 'out': {
        const from = source(row.of)
        if (from !== undefined) from.used += row.amount
        deed({ ...(from && { held: from }) })
        add(key, row.amount)
        break
      }
      case 'reverse': {
        const target = deeds.get(row.of)
        if (target !== undefined) undo(target)
        break
      }
      default:
    }
  }
  return {
    balances,
    open: new Map(
      [...owed.values()].filter((o) => o.amount !== 0 || o.settled !== 0).map((o) => [o.key, o.amount - o.settled]),
    ),
    left: new Map([...held].filter(([, h]) => h.alive).map(([id, h]) => [id, h.amount - h.used])),
  }
}
