// Takes a write-off back, whole or in part: the document is open again by that much.
import { type Day, dayNumber } from '../../base/day.ts'
import { formatAmount, type Minor, sum } from '../../base/money.ts'
import { ok, problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { type JournalRow, journalRow } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { enterRow, readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'
import { code } from '../../ledger/kinds.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { findRowNamed } from '../../ledger/name.ts'
import { comparePlace } from '../../ledger/rows.ts'
import { counts } from '../../ledger/trace.ts'

export interface RecoverInput {
  /** The row of a write-off, or a document that was written off. */
  readonly name: string
  /** As typed; unless said, all that was written off and not yet recovered. */
  readonly amount?: string
  readonly date?: Day
  readonly memo: string
}

interface WriteOff {
  readonly row: JournalRow
  readonly left: Minor
}

export function planMoneyBack(book: Book, input: RecoverInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const found = writeOffsOf(book, ledger, input.name, context)
  if (!found.ok) return refused([found.problem])
  const [first] = found.value
  if (first === undefined) return refused([problem('nothing-written-off', { name: input.name })])
  const { currency } = first.row
  const left = sum(found.value.map((w) => w.left))
  const wanted = input.amount === undefined ? ok(left) : readPositive(input.amount, currency, 'AMOUNT')
  if (!wanted.ok) return refused([wanted.problem])
  if (wanted.value > left) {
    const text = (n: number) => formatAmount(n, currency)
    return refused([
      problem('recover-beyond', { name: input.name, wanted: text(wanted.value), left: text(left), currency }),
    ])
  }
  let rest = wanted.value
  const rows = found.value.flatMap((writeOff, n) => {
    const amount = Math.min(writeOff.left, rest)
    rest -= amount
    if (amount === 0) return []
    const { id, customer, document } = writeOff.row
    return [
      enterRow(
        { id: context.freshId(n), date, kind: 'recover', customer, amount, currency },
        { of: id, document, memo: input.memo, rate: bookedRate(book, currency, date) },
      ),
    ]
  })
  return entered(rows, [])
}

/** Live write-offs with something left to recover, oldest first: the one named, or all of a document. */
function writeOffsOf(book: Book, ledger: Ledger, name: string, context: Context): Result<readonly WriteOff[]> {
  const { journal, trace } = ledger
  const row = findRowNamed({ book, ledger, context }, name)
  const document = row.ok ? null : findDocument(ledger, name)
  if (document !== null && !document.ok) return document
  const last = dayNumber(ledger.asOf)
  const recovered = new Map<number, Minor>()
  const rows: number[] = []
  for (let i = 0; i < journal.length; i++) {
    if (!counts(trace, i, last)) continue
    const target = trace.target[i] ?? -1
    if (journal.kind[i] === code.recover) recovered.set(target, (recovered.get(target) ?? 0) + (journal.amount[i] ?? 0))
    if (journal.kind[i] !== code.writeoff) continue
    if (row.ok ? row.value === i : trace.document[i] === document?.value.index) rows.push(i)
  }
  return ok(
    rows
      .sort((a, b) => comparePlace(journal, a, b))
      .map((i) => ({ row: journalRow(journal, i), left: (journal.amount[i] ?? 0) - (recovered.get(i) ?? 0) }))
      .filter((w) => w.left > 0),
  )
}
