// Which remittance advice belongs to a line: by the payment's reference, else by the payer and exactly the amount.
import { type Minor, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import { nameKey } from '../../book/name-key.ts'
import type { Remittance } from '../../book/remittance.ts'
import { plainKey } from './near.ts'

export interface Advice {
  readonly lines: readonly Remittance[]
  /** Of all lines, credits taken off. */
  readonly total: Minor
}

/** A shorter reference is a word or a number of anything. */
const fewest = 4

export function adviceOf(remittances: readonly Remittance[]): (line: BankLine) => Advice | null {
  const byReference = grouped(remittances, (r) => plainKey(r.reference))
  const byPayer = grouped(
    remittances.filter((r) => r.reference === ''),
    (r) => `${nameKey(r.payer)} ${r.date ?? ''}`,
  )
  if (remittances.length === 0) return () => null
  return (line) => {
    for (const key of referencesOf(line)) {
      const lines = byReference.get(key)?.filter((r) => r.currency === line.currency)
      if (lines !== undefined && lines.length > 0) return { lines, total: sum(lines.map((r) => r.amount)) }
    }
    for (const date of [line.date, line.value ?? '', '']) {
      const lines = byPayer.get(`${nameKey(line.payer)} ${date}`)?.filter((r) => r.currency === line.currency) ?? []
      const total = sum(lines.map((r) => r.amount))
      if (line.payer !== '' && lines.length > 0 && total === line.amount) return { lines, total }
    }
    return null
  }
}

function referencesOf(line: BankLine): Set<string> {
  const words = line.text.split(/[\s,;:#]+/)
  return new Set(
    [line.reference, line.endToEnd ?? '', line.structured, line.batch ?? '', line.text, ...words]
      .map(plainKey)
      .filter((key) => key.length >= fewest && /\d|^.{5,}/.test(key)),
  )
}

function grouped(list: readonly Remittance[], key: (r: Remittance) => string): Map<string, Remittance[]> {
  const groups = new Map<string, Remittance[]>()
  for (const r of list) {
    const at = key(r)
    if (at === '') continue
    const group = groups.get(at)
    if (group === undefined) groups.set(at, [r])
    else group.push(r)
  }
  return groups
}
