// Payments that leave a part of a document open and say why: after all passes, when it is known what is left.
import type { Minor } from '../../base/money.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { statedReason } from './stated-reason.ts'
import type { Matched, Option, Part, Short, Verdict } from './verdict.ts'

/** Of each document the first line that says why; nothing where another line pays the rest. */
export function nameShorts(matching: Matching): void {
  const said = new Set<string>()
  for (const work of matching.works) {
    const { verdict } = work
    if (verdict?.state === 'matched' && isPaying(verdict)) {
      const parts = verdict.parts.map((part) => {
        const short = said.has(part.document) ? null : shortOfPart(matching, work, part)
        if (short === null) return part
        said.add(part.document)
        return { ...part, short }
      })
      if (parts.some((p) => p.short !== undefined)) work.verdict = { ...verdict, parts }
    } else if (verdict?.state === 'suggested' && work.line.amount > 0) {
      const options = verdict.options.map((option) => withShort(matching, work, option))
      if (options.some((o) => o.short !== undefined)) work.verdict = { ...verdict, options }
    }
  }
}

function isPaying(verdict: Matched): boolean {
  return verdict.payments === undefined && verdict.undoes === undefined
}

function shortOfPart(matching: Matching, work: Work, part: Part): Short | null {
  const document = part.document === '' ? undefined : matching.pool.ledger.document(part.document)
  if (document === undefined || part.deduct !== undefined || part.from !== undefined) return null
  return reasonFor(work, document, { amount: restDue(matching, document), note: part.note })
}

/** If this choice were taken: its documents are filled in their order. */
function withShort(matching: Matching, work: Work, option: Option): Option {
  const { pool } = matching
  let money = work.line.amount
  for (const number of option.documents) {
    const document = pool.ledger.document(number)
    if (document === undefined) return option
    const left = pool.left(document)
    if (money < left) {
      const short = money <= 0 ? null : reasonFor(work, document, { amount: left - money, note: undefined })
      return short === null ? option : { ...option, short }
    }
    money -= left
  }
  return option
}

/** By the book's rule a payment that says why it is short is not booked but shown. */
export function heldForPerson(matching: Matching, work: Work, verdict: Verdict): Verdict {
  if (matching.book.settings.reconcile.disputes !== 'suggest' || verdict.state !== 'matched') return verdict
  const { pool } = matching
  const isStated = verdict.parts.some((part) => {
    const document = pool.ledger.document(part.document)
    if (document === undefined || part.deduct !== undefined || part.from !== undefined) return false
    const amount = pool.left(document) - part.amount
    return reasonFor(work, document, { amount, note: part.note }) !== null
  })
  if (!isStated) return verdict
  const { rule, customer, parts, evidence } = verdict
  const option = { rule, customer, documents: [...new Set(parts.map((p) => p.document))], evidence }
  return { state: 'suggested', reason: 'shortStated', options: [option] }
}

/** What an advice says of the document goes before the text of the line. */
function reasonFor(
  { line }: Work,
  document: LedgerDocument,
  { amount, note }: { readonly amount: Minor; readonly note: string | undefined },
): Short | null {
  if (amount <= 0) return null
  const shortness = { short: amount, of: document.open, currency: line.currency }
  const texts = [note ?? '', line.text, line.details ?? '', line.reference, line.structured]
  for (const text of texts) {
    const reason = text === '' ? null : statedReason(text, shortness)
    if (reason !== null) return { document: document.number, amount, ...reason }
  }
  return null
}

/** Of a document in instalments only what the one under way lacks: whoever pays one whole owes nothing of it. */
function restDue({ pool }: Matching, document: LedgerDocument): Minor {
  const left = pool.left(document)
  const paid = document.open - left
  let due = 0
  for (const { open } of document.instalments) {
    due += open
    if (due >= paid) return due - paid
  }
  return left
}
