// Terms of contracts: when the present one ends, until when notice can be given, and what state the contract is in.
import type { Day } from '../base/day.ts'
import { type Contract, parseSpan, type Span } from './contract.ts'
import { cycleStart } from './cycle.ts'

export const contractStates = ['notBegun', 'active', 'expiring', 'renewing', 'ended'] as const
export type ContractState = (typeof contractStates)[number]

/** A day one span later; null where the text is none. */
export function afterSpan(d: Day, text: string | undefined): Day | null {
  const span = text === undefined ? null : parseSpan(text)
  return span === null ? null : cycleStart(d, span, 1)
}

/** The last day of the term that `today` is in; with automatic renewal counted on from the first end. Null: no end. */
export function termEnd(contract: Contract, today: Day): Day | null {
  if (contract.end === undefined) return null
  const span = contract.term === undefined ? null : parseSpan(contract.term)
  if (contract.renewal !== 'auto' || span === null) return contract.end
  let n = 0
  while (cycleStart(contract.end, span, n) < today) n++
  return cycleStart(contract.end, span, n)
}

/** The last day on which notice can be given; the end itself without a notice period. Null: no end. */
export function noticeBy(contract: Contract, today: Day): Day | null {
  const end = termEnd(contract, today)
  const span = contract.notice === undefined ? null : parseSpan(contract.notice)
  return end === null || span === null ? end : cycleStart(end, span, -1)
}

/** Within the span ahead: `expiring` where the term ends, `renewing` where it goes on by itself unless notice is given. */
export function contractState(contract: Contract, today: Day, ahead: Span): ContractState {
  if (today < contract.start) return 'notBegun'
  const end = termEnd(contract, today)
  const soon = cycleStart(today, ahead, 1)
  if (end === null) return 'active'
  if (end < today) return 'ended'
  if (contract.renewal !== 'auto') return end <= soon ? 'expiring' : 'active'
  const notice = noticeBy(contract, today) ?? end
  return notice >= today && notice <= soon ? 'renewing' : 'active'
}

/** How far ahead contracts are said to end or renew, unless somebody asks for another span. */
export const usualAhead: Span = { unit: 'days', n: 60 }
