// Documents that the user names for a payment: NUMBER, or NUMBER=AMOUNT for a part of it.
import type { Currency } from '../../base/currency.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { fail, isProblem, ok, type Problem, problem, type Result } from '../../base/problem.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { Allocation, Share } from '../../ledger/allocate.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { readPositive } from '../../ledger/enter.ts'
import { findDocument } from '../../ledger/find.ts'
import type { Ledger } from '../../ledger/ledger.ts'

export interface NamedInput {
  readonly customer: CustomerId
  readonly currency: Currency
  readonly amount: Minor
  readonly settles: readonly string[]
}

interface Wish {
  readonly document: LedgerDocument
  /** Null: as far as the money goes. */
  readonly part: Minor | null
}

/** `NUMBER=AMOUNT` unless a document's own number has that form. */
function split(ledger: Ledger, text: string): { readonly name: string; readonly part: string | null } {
  const at = text.lastIndexOf('=')
  if (at < 1 || ledger.document(text) !== undefined) return { name: text, part: null }
  return { name: text.slice(0, at), part: text.slice(at + 1) }
}

/** Whether each is a document of the ledger by its whole number; a slip or a beginning may be meant of any in the book. */
export function areKnown(ledger: Ledger, settles: readonly string[]): boolean {
  return settles.every((text) => ledger.document(split(ledger, text).name) !== undefined)
}

/** The one currency of the documents named; null when none is named. */
export function currencyOfNamed(ledger: Ledger, settles: readonly string[]): Result<Currency | null> {
  const currencies = new Map<Currency, string>()
  for (const text of settles) {
    const found = findDocument(ledger, split(ledger, text).name)
    if (!found.ok) return found
    currencies.set(found.value.currency, found.value.number)
  }
  const [first, second] = currencies
  if (first === undefined) return ok(null)
  return second === undefined
    ? ok(first[0])
    : fail('settles-currencies', { currencies: [...currencies].map(([c, n]) => `${n} ${c}`) })
}

/** The parts that the user named, then the others in the order named, each as far as the money goes; or everything wrong with that. */
export function settleNamed(ledger: Ledger, input: NamedInput): Allocation | readonly Problem[] {
  const wishes = input.settles.map((text) => wishOf(ledger, text, input))
  const problems = wishes.filter(isProblem)
  const sound = wishes.filter((w): w is Wish => !isProblem(w))
  const twice = sound.find((w, i) => sound.findIndex((v) => v.document === w.document) !== i)
  if (twice !== undefined) problems.push(problem('settles-twice', { number: twice.document.number }))
  const fixed = sound.reduce((total, w) => total + (w.part ?? 0), 0)
  const { amount, currency } = input
  if (fixed > amount)
    problems.push(
      problem('settles-beyond-payment', {
        named: formatAmount(fixed, currency),
        amount: formatAmount(amount, currency),
        over: formatAmount(fixed - amount, currency),
        currency,
      }),
    )
  if (problems.length > 0) return problems
  const shares: Share[] = []
  let rest = amount - fixed
  for (const { document, part } of sound) {
    const share = part ?? Math.min(document.open, rest)
    if (part === null) rest -= share
    if (share > 0) shares.push({ document, amount: share })
  }
  return { rule: 'named', shares, rest, tied: [] }
}

function wishOf(ledger: Ledger, text: string, input: NamedInput): Wish | Problem {
  const { name, part } = split(ledger, text)
  const found = findDocument(ledger, name)
  if (!found.ok) return found.problem
  const document = found.value
  const { number, currency } = document
  if (document.customer !== input.customer)
    return problem('document-of-other', { number, owner: document.customer, customer: input.customer })
  if (currency !== input.currency)
    return problem('document-in-other-currency', { number, currency, paid: input.currency })
  const settled = formatAmount(document.amount - document.open, currency)
  const amount = formatAmount(document.amount, currency)
  if (document.open <= 0) return problem('nothing-open', { number, amount, settled, currency })
  if (part === null) return { document, part: null }
  const read = readPositive(part, currency, '--settles')
  if (!read.ok) return read.problem
  const wanted = read.value
  if (wanted <= document.open) return { document, part: wanted }
  const open = formatAmount(document.open, currency)
  const over = formatAmount(wanted - document.open, currency)
  return problem('settles-beyond-open', { number, wanted: formatAmount(wanted, currency), open, over, currency })
}
