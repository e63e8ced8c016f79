// Reversals that name a row which may be of another customer than they say themselves.
import { type Journal, textAt } from '../book/journal.ts'
import { code } from './kinds.ts'

/**
 * Reversals of rows that `isWanted` by id or number. A number is meant of the reversal's own customer first, as the ledger does: where
 * he has such a document, nobody else's is undone.
 */
export function reversalsOfOthers(journal: Journal, isWanted: (name: string) => boolean): number[] {
  const { kind, customer, currency, document, of } = journal
  const found: number[] = []
  for (let i = kind.indexOf(code.reverse); i >= 0; i = kind.indexOf(code.reverse, i + 1))
    if (isWanted(textAt(journal.documents, of, i)) && !hasOwn(i)) found.push(i)
  return found

  function hasOwn(i: number): boolean {
    const number = of[i] ?? 0
    for (let row = document.indexOf(number); row >= 0; row = document.indexOf(number, row + 1))
      if (customer[row] === customer[i] && currency[row] === currency[i]) return true
    return false
  }
}
