// What a person decides about single lines: settle these documents, accept what was suggested, or leave the line out for a reason.

import { sum } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { take } from './by-number.ts'
import { enteredRefunds } from './by-refund.ts'
import type { Share } from './decision.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { undoneAmounts } from './returns.ts'
import { splitVerdict } from './split.ts'
import { settlementsOf, undo, undoableInBook } from './undoable.ts'
import type { Judged, Part, Verdict } from './verdict.ts'

/** `documents` empty: accept the one suggestion that the line has. A customer instead of documents: on his account. */
export interface Acceptance {
  readonly line: string
  readonly documents: readonly string[]
  /** Each with its amount, instead of documents. */
  readonly shares?: readonly Share[]
  /** False where nobody has looked at the payer: he is not learnt. */
  readonly teaches?: false
}

/** `LINE` or `LINE=NUMBER,NUMBER`. */
export function parseAcceptance(text: string): Acceptance {
  const [line = '', documents = ''] = text.split('=', 2)
  return { line: line.trim(), documents: documents.split(',').flatMap((d) => (d.trim() === '' ? [] : [d.trim()])) }
}

/** The line that an id or its unique beginning names. */
export function findLine<T extends { readonly line: Work['line'] }>(list: readonly T[], id: string): T | Problem {
  const found = list.filter((j) => j.line.id === id || (id.length >= 4 && j.line.id.startsWith(id)))
  const [only] = found
  return only !== undefined && found.length === 1
    ? only
    : problem('unknown-line', { line: id, candidates: found.map((j) => j.line.id) })
}

/** Turns bare acceptances into ones with documents, by what was suggested. A line that is booked already needs nothing more. */
export function completed(judged: readonly Judged[], wishes: readonly Acceptance[]): (Acceptance | Problem)[] {
  return wishes.flatMap((wish) => {
    const found = findLine(judged, wish.line)
    if ('code' in found) return found
    const { line, verdict } = found
    if (verdict.state === 'known') return []
    const isOpen = verdict.state === 'suggested' || verdict.state === 'unmatched'
    if (isOpen && wish.documents.length > 0) return { line: line.id, documents: wish.documents }
    if (verdict.state !== 'suggested') return problem('line-not-suggested', { line: line.id })
    const [only, ...others] = verdict.options
    if (only === undefined || others.length > 0 || only.documents.length === 0) {
      return problem('several-candidates', {
        line: line.id,
        candidates: [...new Set(verdict.options.flatMap((o) => o.documents))],
      })
    }
    return { line: line.id, documents: only.documents }
  })
}

/** Before all passes, so that nothing else takes what a person has given. Documents are filled in the order named. */
export function applyAcceptances(matching: Matching, wishes: readonly Acceptance[]): Problem[] {
  const problems: Problem[] = []
  for (const wish of wishes) {
    const work = matching.works.find((w) => w.line.id === wish.line)
    if (work === undefined || (work.verdict !== null && work.verdict.state !== 'unmatched')) continue
    const verdict = accepted(matching, work, wish)
    if ('code' in verdict) problems.push(verdict)
    else work.verdict = verdict
  }
  return problems
}

/** Payments that were entered before the line came: together they are the line, or it is not theirs. */
function tied(
  matching: Matching,
  { line }: Work,
  wish: Acceptance,
  payments: readonly LedgerSource[],
): Verdict | Problem {
  const [first] = payments
  const isAll = payments.length === wish.documents.length && payments.every((p) => p.currency === line.currency)
  const isFree = payments.every((p) => !matching.tied.has(p.id) && !p.origin.startsWith('bank:'))
  if (first === undefined || !isAll || !isFree || sum(payments.map((p) => p.amount)) !== line.amount)
    return problem('not-the-payments', { line: line.id, payments: wish.documents })
  for (const p of payments) matching.tied.add(p.id)
  return {
    state: 'matched',
    rule: 'acceptedByPerson',
    customer: first.customer,
    parts: [],
    evidence: [...wish.documents],
    payments: payments.map(({ id, customer, amount }) => ({ id, customer, amount })),
    others: [],
  }
}

/** All of it waits for a document that is not there yet. */
function onAccount(matching: Matching, { line }: Work, customer: CustomerId): Verdict {
  matching.payers.learn([{ line, customer }])
  return { state: 'matched', rule: 'acceptedByPerson', customer, parts: [], evidence: [customer], others: [] }
}

/** Payments of one customer each that the line undoes, or the one refund that it paid out. */
function moneyOut(matching: Matching, { line }: Work, wish: Acceptance): Verdict | Problem {
  const { pool } = matching
  const refund = enteredRefunds(matching).find((r) => r.id === wish.documents[0] && r.currency === line.currency)
  const evidence = [...wish.documents]
  if (refund !== undefined && wish.documents.length === 1 && refund.amount === -line.amount) {
    matching.tied.add(refund.id)
    const { id, customer, amount } = refund
    const payments = [{ id, customer, amount }]
    return { state: 'matched', rule: 'acceptedByPerson', customer, parts: [], evidence, payments, others: [] }
  }
  const sources = wish.documents.flatMap((id) => pool.ledger.source(id) ?? [])
  const amounts = new Set(sources.map((s) => `${s.currency}${s.amount}`))
  const list = undoableInBook(matching, amounts, settlementsOf(matching)).filter(
    ({ payments: [one, ...others] }) => others.length === 0 && one !== undefined && wish.documents.includes(one.id),
  )
  const [first] = list.flatMap((u) => u.payments)
  const isWhole =
    list.length === wish.documents.length &&
    list.every((u) => u.currency === line.currency && u.date <= line.date) &&
    list.every((u) => u.payments.every((p) => !matching.undone.has(p.id))) &&
    undoneAmounts(line).includes(sum(list.map((u) => u.amount)))
  if (first === undefined || !isWhole) return problem('not-the-payments', { line: line.id, payments: wish.documents })
  for (const u of list) undo(matching, u)
  const undoes = list.flatMap((u) => u.payments)
  return {
    state: 'matched',
    rule: 'acceptedByPerson',
    customer: first.customer,
    parts: [],
    evidence,
    undoes,
    others: [],
  }
}

function accepted(matching: Matching, work: Work, wish: Acceptance): Verdict | Problem {
  if (wish.shares !== undefined) return splitVerdict(matching, work, wish.shares)
  const { pool } = matching
  if (work.line.amount < 0) return moneyOut(matching, work, wish)
  const entered = wish.documents.flatMap((id) => {
    const source = pool.ledger.source(id)
    return source?.kind === 'payment' && source.id === id ? [source] : []
  })
  if (entered.length > 0) return tied(matching, work, wish, entered)
  const [name = ''] = wish.documents
  if (wish.documents.length === 1 && matching.book.customers.has(name) && pool.ledger.document(name) === undefined)
    return onAccount(matching, work, name)
  const documents: LedgerDocument[] = []
  for (const number of wish.documents) {
    const document = pool.ledger.document(number)
    if (document === undefined) return problem('unknown-document', { number, like: [] })
    documents.push(document)
  }
  const [first] = documents
  const isOne = documents.every((d) => d.customer === first?.customer && d.currency === work.line.currency)
  if (first === undefined || !isOne)
    return problem('not-one-customer', { line: work.line.id, documents: wish.documents })
  const parts: Part[] = []
  let missing = work.line.amount
  for (const d of documents) {
    const amount = Math.min(missing, pool.left(d))
    if (amount <= 0) continue
    const part = { document: d.number, amount }
    take(matching, part)
    parts.push(part)
    missing -= amount
  }
  if (wish.teaches !== false) matching.payers.learn([{ line: work.line, customer: first.customer }])
  return {
    state: 'matched',
    rule: 'acceptedByPerson',
    customer: first.customer,
    parts,
    evidence: [...wish.documents],
    others: [],
  }
}
