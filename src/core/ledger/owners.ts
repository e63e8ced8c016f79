// What rows act upon, numbered from 0: documents that are owed (bill, fee, opening) and sources that pay (payment, credit, opening, in).
import type { Journal } from '../book/journal.ts'
import { comparePlace } from './rows.ts'

/** A list of documents or of sources. Two that share a number, which `check` names, stay two as long as customer, currency or kind differ. */
export interface Owners {
  /** The earliest row of each. */
  readonly row: number[]
  /** For a code of `journal.documents` the latest owner with that number, or −1. */
  readonly byCode: Int32Array
  /** The next owner with the same number, or −1. */
  readonly same: number[]
}

export function newOwners(journal: Journal): Owners {
  return { row: [], byCode: new Int32Array(journal.documents.size).fill(-1), same: [] }
}

export function addOwner(owners: Owners, i: number): number {
  owners.same.push(-1)
  return owners.row.push(i) - 1
}

/** The owner that row `i` states: the one with its number, kind, customer and currency, or a new one. */
export function ownerStatedBy(journal: Journal, owners: Owners, i: number): number {
  const code = journal.document[i] ?? 0
  if (code === 0) return addOwner(owners, i)
  const first = owners.byCode[code] ?? -1
  for (let o = first; o >= 0; o = owners.same[o] ?? -1) {
    const r = owners.row[o] ?? 0
    if (journal.kind[r] !== journal.kind[i] || !sameAccount(journal, r, i)) continue
    if (comparePlace(journal, i, r) < 0) owners.row[o] = i
    return o
  }
  const added = addOwner(owners, i)
  owners.same[added] = first
  owners.byCode[code] = added
  return added
}

/** The owner with a number that row `i` may act upon, preferring its own customer and currency; −1 when there is none. */
export function ownerNamed(journal: Journal, owners: Owners, code: number, i: number): number {
  const first = code === 0 ? -1 : (owners.byCode[code] ?? -1)
  for (let o = first; o >= 0; o = owners.same[o] ?? -1) if (sameAccount(journal, owners.row[o] ?? 0, i)) return o
  return first
}

/** One customer, one currency. */
export function sameAccount(journal: Journal, a: number, b: number): boolean {
  return journal.customer[a] === journal.customer[b] && journal.currency[a] === journal.currency[b]
}
