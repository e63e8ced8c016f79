// Looks at one decision against the book as it is: what it gives the passes, what it writes, or why it cannot be carried out.
import { type Problem, problem } from '../../base/problem.ts'
import { type BankRule, bankRuleColumns, reasonOfRule, ruleFrom } from '../../book/bank-rule.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { CustomerId } from '../../book/customer.ts'
import { customerName } from '../../book/customers.ts'
import { findCustomer } from '../../book/find.ts'
import { textAt } from '../../book/journal.ts'
import { nameKey } from '../../book/name-key.ts'
import type { Context } from '../../book/plan.ts'
import { type Acceptance, findLine } from './decide.ts'
import type { LineDecision } from './decision.ts'
import type { Pool } from './pool.ts'
import { openText } from './proposal.ts'
import type { Judged } from './verdict.ts'

/** A decision that was looked at: what to give the passes, what to write at once, or what is wrong with it. */
export interface Settled {
  readonly wish: LineDecision
  readonly accept?: Acceptance
  readonly changes?: readonly Change[]
  readonly problem?: Problem
}

export interface Around {
  readonly book: Book
  readonly judged: readonly Judged[]
  readonly pool: Pool
  readonly ids: ReadonlyMap<string, CustomerId>
  readonly context: Context
}

export function settle(wish: LineDecision, around: Around): Settled {
  const fault = (p: Problem): Settled => ({ wish, problem: placed(p, wish) })
  const found = findLine(around.judged, wish.line)
  if ('code' in found) return fault(found)
  const { line, verdict } = found
  const { decision } = wish
  if (decision.do === 'skip') return { wish }
  if (verdict.state === 'ignored') {
    const isSame =
      decision.do === 'ignore'
        ? decision.reason === verdict.reason
        : decision.do === 'rule' && reasonOfRule(decision) === verdict.reason
    return isSame ? { wish } : fault(problem('plan-stale', { line: line.id, why: 'ignored' }))
  }
  if (verdict.state === 'known') {
    const isDone = decision.do !== 'ignore' && decision.do !== 'rule' && isCarriedOut(wish, around)
    return isDone ? { wish } : fault(problem('plan-stale', { line: line.id, why: 'booked' }))
  }
  if (decision.do === 'ignore' || decision.do === 'rule') {
    const rule = decision.do === 'rule' ? ruleFrom(line, decision.name) : null
    if (decision.do === 'rule' && rule === null) return fault(problem('no-rule-from-line', { line: line.id }))
    const reason = decision.do === 'ignore' ? decision.reason : reasonOfRule(decision)
    const ignored: Change = { change: 'ignoreLine', ignored: { account: line.account, line: line.id, reason } }
    const isKnown = rule === null || around.book.bankRules.some((r) => isSameRule(r, rule))
    return { wish, changes: [...(rule === null || isKnown ? [] : [{ change: 'addBankRule', rule } as const]), ignored] }
  }
  return { wish, ...books(wish, found, around) }
}

function isSameRule(a: BankRule, b: BankRule): boolean {
  return bankRuleColumns.every((c) => a[c] === b[c])
}

/** What the passes are to be given; nothing for a line that they match by themselves. */
function books(wish: LineDecision, { line, verdict }: Judged, around: Around): Pick<Settled, 'accept' | 'problem'> {
  const { decision } = wish
  const fault = (p: Problem) => ({ problem: placed(p, wish) })
  if (line.amount < 0 && (decision.do === 'split' || decision.do === 'account' || decision.do === 'new'))
    return fault(problem('decision-not-possible', { line: line.id, decision: decision.do }))
  const changed = (wish.seen ?? []).find((text) => {
    const [name = ''] = text.split(' ')
    return text.includes(' ') && isNamed(decision, name) && openText(around.pool, line, name) !== text
  })
  if (changed !== undefined) return fault(problem('plan-stale', { line: line.id, why: 'open', seen: changed }))
  switch (decision.do) {
    case 'accept':
    case 'pick': {
      if (decision.do === 'accept' && verdict.state === 'matched') return {}
      const options =
        verdict.state === 'suggested' ? verdict.options : verdict.state === 'matched' ? verdict.others : []
      const option = options[decision.do === 'accept' ? 0 : decision.choice - 1]
      if (option === undefined) return fault(problem('no-such-choice', { line: line.id, count: options.length }))
      const documents = option.documents.length === 0 ? [option.customer] : option.documents
      const now = documents.map((d) => openText(around.pool, line, d) ?? d)
      if (wish.proposed !== undefined && wish.proposed.join('; ') !== now.join('; '))
        return fault(problem('plan-stale', { line: line.id, why: 'proposal', seen: wish.proposed.join('; ') }))
      return { accept: { line: line.id, documents } }
    }
    case 'settle':
      return { accept: { line: line.id, documents: decision.documents } }
    case 'split': {
      const shares = decision.shares.map((s) => ({
        ...s,
        target:
          around.pool.ledger.document(s.target) === undefined ? (customerId(s.target, around) ?? s.target) : s.target,
      }))
      return { accept: { line: line.id, documents: shares.map((s) => s.target), shares } }
    }
    case 'account': {
      const id = customerId(decision.customer, around)
      return id === null
        ? fault(problem('unknown-customer', { name: decision.customer, like: [] }))
        : { accept: { line: line.id, documents: [id] } }
    }
    case 'new': {
      const id = around.ids.get(nameKey(decision.name))
      return id === undefined ? {} : { accept: { line: line.id, documents: [id] } }
    }
    default:
      return {}
  }
}

function isNamed(decision: LineDecision['decision'], name: string): boolean {
  if (decision.do === 'settle') return decision.documents.includes(name)
  return decision.do === 'split' && decision.shares.some((s) => s.target === name)
}

function customerId(name: string, { book, context }: Around): CustomerId | null {
  const found = findCustomer(book.customers, name, context.romanise)
  return found.ok ? found.value.id : null
}

/** Rows of the book that came from the line name what was decided. */
function isCarriedOut({ line, decision, proposed }: LineDecision, { book, ids }: Around): boolean {
  const { journal } = book
  const source = journal.texts.find(`bank:${line}`)
  const names = new Set<string>()
  for (let i = 0; source >= 0 && i < journal.length; i++) {
    if (journal.source[i] !== source) continue
    names.add(textAt(journal.documents, journal.document, i))
    names.add(textAt(journal.documents, journal.of, i))
    names.add(textAt(journal.customers, journal.customer, i))
  }
  const all = (list: readonly string[]) => list.length > 0 && list.every((n) => names.has(n))
  switch (decision.do) {
    case 'accept':
    case 'pick':
      return proposed === undefined || all(proposed.map((p) => p.split(' ')[0] ?? ''))
    case 'settle':
      return all(decision.documents)
    case 'split':
      return all(decision.shares.map((s) => s.target))
    case 'account':
      return (
        names.has(decision.customer) ||
        [...names].some((n) => nameKey(customerName(book.customers, n) ?? '') === nameKey(decision.customer))
      )
    case 'new':
      return names.has(ids.get(nameKey(decision.name)) ?? '')
    default:
      return false
  }
}

export function placed(p: Problem, { where }: LineDecision): Problem {
  return where === undefined ? p : { ...p, where }
}
