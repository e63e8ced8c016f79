// Documents and sources by what people call them.
import { likely } from '../base/likely.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { LedgerDocument } from './documents.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerSource } from './sources.ts'

/** By number whatever its case, else by a prefix that only one document has. Several: the candidates are listed. */
export function findDocument(ledger: Ledger, name: string): Result<LedgerDocument> {
  const found = bestMatches(ledger.documents, name, (d) => [d.number])
  const [only] = found
  if (only !== undefined && found.length === 1) return ok(only)
  if (only === undefined) {
    const like = likely(
      name,
      ledger.documents.map((d) => d.number),
    )
    return fail('unknown-document', { number: name, like })
  }
  return fail('ambiguous-document', { name, candidates: found.map((d) => `${d.number} (${d.customer})`).slice(0, 10) })
}

/** A payment, credit note, negative opening or move in: by row id or number, or by a prefix that only one has. */
export function findSource(ledger: Ledger, name: string): Result<LedgerSource> {
  const found = bestMatches(ledger.sources, name, (s) => (s.document === '' ? [s.id] : [s.document, s.id]))
  const [only] = found
  if (only !== undefined && found.length === 1) return ok(only)
  if (only === undefined) return fail('unknown-source', { name })
  const candidates = found.map((s) => `${s.document || s.id} (${s.customer}, ${s.date})`)
  return fail('ambiguous-document', { name, candidates: candidates.slice(0, 10) })
}

function bestMatches<T>(list: readonly T[], name: string, names: (item: T) => readonly string[]): readonly T[] {
  const key = name.trim().toLowerCase()
  if (key === '') return []
  const whole = list.filter((item) => names(item).includes(name.trim()))
  if (whole.length > 0) return whole
  const anyCase = list.filter((item) => names(item).some((n) => n.toLowerCase() === key))
  return anyCase.length > 0 ? anyCase : list.filter((item) => names(item).some((n) => n.toLowerCase().startsWith(key)))
}
