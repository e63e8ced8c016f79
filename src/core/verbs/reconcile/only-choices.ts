// Which suggestions may be taken all at once: those with one choice, of which every document gets a part, and that no other line wants.
import type { Book } from '../../book/book.ts'
import type { Acceptance } from './decide.ts'
import { openPool, type Pool } from './pool.ts'
import type { Judged, Option } from './verdict.ts'

/** None of the lines that a person has named himself. A line wants every document of any of its choices, and what it is matched with. */
export function onlyChoices(book: Book, judged: readonly Judged[], named: readonly Acceptance[]): Acceptance[] {
  const pool = openPool(book.journal)
  const choices = judged.flatMap(({ line, verdict }) => {
    const [only, ...others] = verdict.state === 'suggested' ? verdict.options : []
    if (only === undefined || others.length > 0 || only.documents.length === 0) return []
    return named.some((a) => line.id.startsWith(a.line)) || !isFilled(pool, only, line.amount) ? [] : [{ line, only }]
  })
  const wanted = new Map<string, number>()
  for (const names of [...judged.map(documentsOf), ...named.map((a) => a.documents)])
    for (const name of new Set(names)) wanted.set(name, (wanted.get(name) ?? 0) + 1)
  return choices
    .filter(({ only }) => only.documents.every((d) => wanted.get(d) === 1))
    .map(({ line, only }): Acceptance => {
      const wish = { line: line.id, documents: only.documents }
      return only.rule === 'amountOnly' ? { ...wish, teaches: false } : wish
    })
}

function documentsOf({ verdict }: Judged): string[] {
  if (verdict.state === 'suggested') return verdict.options.flatMap((o) => o.documents)
  return verdict.state === 'matched' ? verdict.parts.map((p) => p.document) : []
}

/** Filled in their order, the money reaches the last of the documents; payments entered before are whole anyway. */
function isFilled({ ledger, left }: Pool, { documents }: Option, amount: number): boolean {
  let money = amount
  for (const number of documents) {
    const document = ledger.document(number)
    if (document !== undefined && money <= 0) return false
    money -= document === undefined ? 0 : left(document)
  }
  return true
}
