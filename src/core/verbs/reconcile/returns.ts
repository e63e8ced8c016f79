// Returned debits, bounced cheques, chargebacks: a line of money out that undoes a payment, booked where only one can be meant.
import { daysBetween } from '../../base/day.ts'
import type { RowId } from '../../base/id.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import { payerAgrees } from './agree.ts'
import { enteredRefunds, matchRefunds } from './by-refund.ts'
import { referencesIn } from './hand-evidence.ts'
import { saysReturn, type Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { plainKey } from './near.ts'
import type { Numbering } from './rows.ts'
import {
  type Bond,
  bonds,
  indexUndoable,
  keysOfLine,
  settlementsOf,
  textsOfLine,
  type Undoable,
  type UndoableIndex,
  undo,
  undoableInBook,
  undoableInRun,
} from './undoable.ts'
import type { Option, Verdict } from './verdict.ts'

export interface Returns {
  /** Books what is certain: refunds entered before their line, and payments undone. */
  match(): void
  /** Shows what is left of the lines that are returns by what they say. */
  suggest(): void
}

/** A debit that was not authorised may be returned within thirteen months (Directive (EU) 2015/2366, Article 71). */
const mostDays = 400

/** How many candidates are shown. */
const most = 5

export function returnsOf(matching: Matching, numbering: Numbering): Returns {
  const works = matching.works.filter((w) => isMoneyOut(w) && w.line.amount < 0)
  if (works.length === 0) return { match: () => {}, suggest: () => {} }
  const amounts = new Set(works.flatMap(({ line }) => undoneAmounts(line).map((a) => `${line.currency}${a}`)))
  const settlements = settlementsOf(matching)
  const around = (): Around => {
    const index = indexUndoable([
      ...undoableInBook(matching, amounts, settlements),
      ...undoableInRun(matching, numbering, amounts),
    ])
    const refunds = enteredRefunds(matching).filter((r) => !matching.tied.has(r.id))
    return { matching, index, keys, refunds: new Set(refunds.map((r) => owedKey(r.customer, r.currency, r.amount))) }
  }
  const keys = keysRemembered(matching)
  const open = () => works.filter((w) => isMoneyOut(w) && !w.isTakenBack)
  return {
    match() {
      matchRefunds(matching, open())
      const now = around()
      for (const bond of bonds) bookCertain(now, open(), bond)
    },
    suggest() {
      const now = around()
      for (const work of works.filter(isMoneyOut)) {
        const { candidates, evidence } = candidatesOf(now, work)
        if (candidates.length > 0) work.verdict = shown(candidates, evidence)
        else if (isReturn(work.line)) work.verdict = { state: 'unmatched', reason: 'noTrace' }
      }
    },
  }
}

interface Around {
  readonly matching: Matching
  readonly index: UndoableIndex
  /** By what a line may know the payment. */
  readonly keys: (work: Work, bond: Bond) => ReadonlySet<string>
  /** What was refunded by hand, and no line stands behind it. */
  readonly refunds: ReadonlySet<string>
}

function owedKey(customer: string, currency: string, amount: Minor): string {
  return `${customer} ${currency}${amount}`
}

function isMoneyOut({ verdict }: Work): boolean {
  return verdict?.state === 'unmatched' && verdict.reason === 'moneyOut'
}

/** Two lines that would undo the same payment by the same kind of evidence decide for neither. */
function bookCertain(around: Around, works: readonly Work[], bond: Bond): void {
  const { matching } = around
  const claims = works.flatMap((work) => {
    const { candidates, evidence, isSure, strongest } = candidatesOf(around, work)
    const [only] = candidates
    return isSure && strongest === bond && only !== undefined && candidates.length === 1
      ? [{ work, only, evidence }]
      : []
  })
  const claimed = new Map<RowId, number>()
  for (const { only } of claims) for (const { id } of only.payments) claimed.set(id, (claimed.get(id) ?? 0) + 1)
  for (const { work, only, evidence } of claims) {
    if (only.payments.some((p) => claimed.get(p.id) !== 1)) continue
    undo(matching, only)
    work.verdict = undoing(only, [...evidence, ...feeOf(work.line, only)])
  }
}

/** The whole line; less what the bank charges for the return; or what the bank says was instructed. */
export function undoneAmounts(line: BankLine): Minor[] {
  const whole = -line.amount
  const isOwn = (line.originalCurrency ?? line.currency) === line.currency
  const original = isOwn && line.original !== undefined ? Math.abs(line.original) : whole
  return [...new Set([whole, whole - Math.abs(line.fee ?? 0), original])].filter((a) => a > 0)
}

/** Words that say that a payment did not hold, as banks and book-keepers write them. */
const words =
  /\b(?:return(?:ed)?|chargeback|charged back|dishonou?red|bounced|unpaid|reversal|reversed|r[uü]cklastschrift|r[uü]ckgabe|retoure|storno|impay[eé]|rejet|devoluci[oó]n|insoluto)\b|退汇|退票|冲正|拒付|退单/iu

export function isReturn(line: BankLine): boolean {
  return saysReturn(line) || (line.reason ?? '') !== '' || words.test(line.text)
}

interface Candidates {
  readonly candidates: readonly Undoable[]
  readonly evidence: readonly string[]
  readonly strongest: Bond | null
  readonly isSure: boolean
}

/**
 * From the most certain bond to the vaguest; each narrows what the one before has left. Not sure are bonds that point to different
 * payments, and money that is to be paid out anyway.
 */
function candidatesOf(around: Around, work: Work): Candidates {
  const { line } = work
  const evidence: string[] = []
  let left: readonly Undoable[] = []
  let strongest: Bond | null = null
  let agree = true
  for (const bond of bonds) {
    if (bond === 'customer' && left.length === 0 && !isReturn(line)) break
    const fitting = fittingBy(around, work, bond)
    if (fitting.length === 0) continue
    const list = [...new Set(fitting.flatMap((f) => f.found))]
    const narrowed = strongest === null ? list : left.filter((u) => list.includes(u))
    strongest ??= bond
    if (narrowed.length === 0) agree = false
    else left = narrowed
    evidence.push(...fitting.map((f) => f.evidence))
  }
  const isFree = left.every((u) => !isOwedBack(around, u))
  const isSure = agree && isFree && (isReturn(line) || isSameTransfer(line, strongest, left))
  return { candidates: left, evidence: [...new Set(evidence)], strongest, isSure }
}

/** A line that does not call itself a return has to bear the payment's own reference, or its very text. */
function isSameTransfer(line: BankLine, strongest: Bond | null, left: readonly Undoable[]): boolean {
  if (strongest === 'endToEnd' || strongest === 'reference') return true
  const text = plainKey(line.text)
  const isTelling = text.length >= 8 && /\d|^\S*\p{L}{12}/u.test(text)
  return strongest === 'text' && isTelling && left.every((u) => plainKey(u.line?.text ?? u.texts.join(' ')) === text)
}

function fittingBy(around: Around, work: Work, bond: Bond) {
  const { index, keys } = around
  const { line } = work
  return [...keys(work, bond)].flatMap((key) => {
    const found = undoneAmounts(line)
      .flatMap((amount) => index.find(amount, line.currency, bond, key))
      .filter((u) => mayBe(around, work, u))
    const evidence = bond === 'customer' ? line.payer || line.payerAccount : key
    return found.length === 0 ? [] : [{ found, evidence }]
  })
}

/** All but who the payer is stays as it is while lines are matched. */
function keysRemembered(matching: Matching): Around['keys'] {
  const known = new Map<Work, Map<Bond, ReadonlySet<string>>>()
  return (work, bond) => {
    if (bond === 'customer') return keysOfReturn(matching, work, bond)
    const mine = known.get(work) ?? new Map<Bond, ReadonlySet<string>>()
    const keys = mine.get(bond) ?? keysOfReturn(matching, work, bond)
    known.set(work, mine.set(bond, keys))
    return keys
  }
}

/** A number of a document says what the payment was for, not which transfer it was. */
function keysOfReturn(matching: Matching, work: Work, bond: Bond): ReadonlySet<string> {
  const { line } = work
  const own = (keys: Iterable<string>) => new Set([...keys].filter((key) => !matching.numbers.isWhole(key)))
  switch (bond) {
    case 'text':
      return own(referencesIn(textsOfLine(line)))
    case 'document':
      return new Set(matching.named(work).flatMap((n) => (n.whole ? [n.document.number] : [])))
    case 'customer': {
      const payer = matching.payers.of(line)
      return new Set(payer === null || payer === 'unclear' || payer.by === 'words' ? [] : [payer.customer])
    }
    default:
      return own(keysOfLine(line, bond))
  }
}

function mayBe({ matching }: Around, work: Work, u: Undoable): boolean {
  const days = daysBetween(u.date, work.line.date)
  if (days < 0 || days > mostDays) return false
  return u.payments.every((p) => !matching.undone.has(p.id) && payerAgrees(matching, work, p.customer) !== 'other')
}

/** He was refunded, or has a credit of that amount on account: the money is rather paid out than a payment undone. */
function isOwedBack({ matching: { pool }, refunds }: Around, { payments, amount, currency }: Undoable): boolean {
  return payments.some(
    ({ customer }) =>
      refunds.has(owedKey(customer, currency, amount)) ||
      pool.ledger
        .sourcesOf(customer)
        .some((s) => s.kind !== 'payment' && s.currency === currency && pool.creditLeft(s) >= amount),
  )
}

function undoing({ payments }: Undoable, evidence: readonly string[]): Verdict {
  const customer = payments[0]?.customer ?? ''
  return { state: 'matched', rule: 'returned', customer, parts: [], evidence, undoes: payments, others: [] }
}

/** What the bank charges for the return is no business of the customer's account; it is said so that the line adds up. */
function feeOf(line: BankLine, { amount }: Undoable): string[] {
  const fee = -line.amount - amount
  return fee === 0 ? [] : [`bank-fee ${formatAmount(fee, line.currency)}`]
}

function shown(candidates: readonly Undoable[], evidence: readonly string[]): Verdict {
  const options = candidates
    .map(({ payments }): Option => {
      const documents = payments.map((p) => p.id)
      return { rule: 'returned', customer: payments[0]?.customer ?? '', documents, evidence }
    })
    .sort((a, b) => (a.documents.join(' ') < b.documents.join(' ') ? -1 : 1))
    .slice(0, most)
  return { state: 'suggested', reason: candidates.length > 1 ? 'tie' : 'returnUnclear', options }
}
