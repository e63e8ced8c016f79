// Finds the rows that `of` and `document` name: one hash table over the texts that look like row ids, one pass over the rows.
import type { Journal } from '../book/journal.ts'

/**
 * For each code of `journal.documents` the index of the row whose id that text is, or −1.
 * Where two rows carry one id (a fault that `check` names) the earlier by day and kind is meant.
 */
export function rowsByCode(journal: Journal): Int32Array {
  const { documents } = journal
  const found = new Int32Array(documents.size).fill(-1)
  const high = new Int32Array(documents.size)
  const low = new Int32Array(documents.size)
  let count = 0
  documents.eachRowId((code, h, l) => {
    high[code] = h
    low[code] = l
    count++
  })
  if (count === 0) return found
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1
  const slots = new Int32Array(mask + 1)
  documents.eachRowId((code, h, l) => {
    let slot = slotOf(h, l, mask)
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = code
  })
  const { idHigh, idLow, length } = journal
  for (let i = 0; i < length; i++) {
    const h = idHigh[i] ?? 0
    const l = idLow[i] ?? 0
    for (let slot = slotOf(h, l, mask); slots[slot] !== 0; slot = (slot + 1) & mask) {
      const code = slots[slot] ?? 0
      if (high[code] !== h || low[code] !== l) continue
      const other = found[code] ?? -1
      if (other < 0 || comparePlace(journal, i, other) < 0) found[code] = i
      break
    }
  }
  return found
}

function slotOf(high: number, low: number, mask: number): number {
  const mixed = Math.imul(high, 0x85ebca6b) + Math.imul(low, 0xc2b2ae35)
  return (Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) >>> 5) & mask
}

/** The order in which rows take effect: day, kind, id. */
export function comparePlace(journal: Journal, a: number, b: number): number {
  return (
    (journal.date[a] ?? 0) - (journal.date[b] ?? 0) ||
    (journal.kind[a] ?? 0) - (journal.kind[b] ?? 0) ||
    (journal.idHigh[a] ?? 0) - (journal.idHigh[b] ?? 0) ||
    (journal.idLow[a] ?? 0) - (journal.idLow[b] ?? 0)
  )
}
