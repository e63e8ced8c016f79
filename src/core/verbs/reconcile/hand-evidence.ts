// What a payment that was entered by hand and a bank line have in common: numbers of cheques, orders, bank references.
import { isDay } from '../../base/day.ts'
import type { BankLine } from '../../book/bank.ts'
import { type Journal, textAt } from '../../book/journal.ts'
import type { LedgerSource } from '../../ledger/sources.ts'

/** Its memo, and where it was imported from the reference there. */
export function textsOfPayment(journal: Journal, payment: LedgerSource): string[] {
  const reference = payment.origin.startsWith('import:') ? payment.origin.slice('import:'.length) : ''
  const memo = textAt(journal.texts, journal.memo, payment.row)
  return [reference === 'payments' ? '' : reference, memo].filter((t) => t !== '')
}

/** References in both, which none of the others has. */
export function sharedReferences(
  line: BankLine,
  texts: readonly string[],
  others: readonly (readonly string[])[],
): string[] {
  const there = referencesIn([line.reference, line.endToEnd ?? '', line.structured, line.text])
  const taken = new Set(others.flatMap((list) => [...referencesIn(list)]))
  return [...referencesIn(texts)].filter((r) => there.has(r) && !taken.has(r))
}

const fewestCharacters = 4
const fewestDigits = 3

/** Words with digits, in capitals and without punctuation, and the longer runs of digits in them; days and years are none. */
export function referencesIn(texts: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const word of text
      .normalize('NFKC')
      .toUpperCase()
      .split(/[\s,;:()]+/)) {
      const plain = word.replace(/[^\p{L}\p{N}]+/gu, '')
      for (const key of [plain, ...(plain.match(/\d{4,}/g) ?? [])])
        if (key.length >= fewestCharacters && (key.match(/\d/g) ?? []).length >= fewestDigits && !isDayLike(key, word))
          found.add(key)
    }
  }
  return found
}

function isDayLike(key: string, word: string): boolean {
  if (/^(19|20)\d\d$/.test(key) || isDay(word)) return true
  return key.length === 8 && isDay(`${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6)}`)
}

export function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const at = key(item)
    const group = groups.get(at)
    if (group === undefined) groups.set(at, [item])
    else group.push(item)
  }
  return groups
}
