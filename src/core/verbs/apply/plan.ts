// Sets part of a payment, credit note, opening or move against a document.
import type { Day } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Context, Plan } from '../../book/plan.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { applyRows, readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'
import { findSourceNamed } from '../../ledger/name.ts'
import type { LedgerSource } from '../../ledger/sources.ts'

export interface ApplyInput {
  readonly source: string
  readonly document: string
  /** As typed; unless said, as much as both sides have. */
  readonly amount?: string
  readonly date?: Day
}

export function planApplication(book: Book, input: ApplyInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const source = findSourceNamed({ book, ledger, context }, input.source)
  const document = findDocument(ledger, input.document)
  if (!source.ok || !document.ok) return refused([source, document].flatMap((r) => (r.ok ? [] : [r.problem])))
  const misfit = misfitOf(source.value, document.value)
  if (misfit !== null) return refused([misfit])
  const room = Math.min(source.value.remaining, document.value.open)
  const wanted =
    input.amount === undefined
      ? ({ ok: true, value: room } as const)
      : readPositive(input.amount, source.value.currency, 'AMOUNT')
  if (!wanted.ok) return refused([wanted.problem])
  const beyond = beyondOf(source.value, document.value, wanted.value)
  if (beyond.length > 0) return refused(beyond)
  const name = source.value.document || source.value.id
  const shares = [{ document: document.value, amount: wanted.value }]
  return entered(applyRows(book.journal, context.hash, { source: name, date, shares }), [])
}

function misfitOf(source: LedgerSource, document: LedgerDocument): Problem | null {
  const { number, customer: owner, currency } = document
  if (owner !== source.customer) return problem('document-of-other', { number, owner, customer: source.customer })
  if (currency !== source.currency)
    return problem('document-in-other-currency', { number, currency, paid: source.currency })
  return null
}

function beyondOf(source: LedgerSource, document: LedgerDocument, amount: number): Problem[] {
  const { currency } = source
  const text = (n: number) => formatAmount(n, currency)
  const found: Problem[] = []
  if (document.open <= 0)
    found.push(
      problem('nothing-open', {
        number: document.number,
        amount: text(document.amount),
        settled: text(document.amount - document.open),
        currency,
      }),
    )
  else if (amount > document.open)
    found.push(
      problem('settles-beyond-open', {
        number: document.number,
        wanted: text(amount),
        open: text(document.open),
        over: text(amount - document.open),
        currency,
      }),
    )
  if (source.remaining <= 0 || amount > source.remaining)
    found.push(
      problem('source-holds-less', {
        name: source.document || source.id,
        wanted: text(amount),
        amount: text(source.amount),
        remaining: text(source.remaining),
        currency,
      }),
    )
  return found
}
