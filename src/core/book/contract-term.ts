// Terms of contracts: when the present one ends, until when notice can be given, and what state the contract is in.
import { addDays, addMonths, type Day } from '../base/day.ts'
import { type Contract, parseSpan, type Span } from './contract.ts'

export const contractStates = ['notBegun', 'active', 'expiring', 'ended'] as const
export type ContractState = (typeof contractStates)[number]

function move(d: Day, span: Span, times: number): Day {
  return span.unit === 'months' ? addMonths(d, span.n * times) : addDays(d, span.n * times)
}

/** A day one span later; null where the text is none. */
export function afterSpan(d: Day, text: string | undefined): Day | null {
  const span = text === undefined ? null : parseSpan(text)
  return span === null ? null : move(d, span, 1)
}

/** The last day of the term that `today` is in; with automatic renewal counted on from the first end. Null: no end. */
export function termEnd(contract: Contract, today: Day): Day | null {
  if (contract.end === undefined) return null
  const span = contract.term === undefined ? null : parseSpan(contract.term)
  if (contract.renewal !== 'auto' || span === null) return contract.end
  let n = 0
  while (move(contract.end, span, n) < today) n++
  return move(contract.end, span, n)
}

/** The last day on which notice can be given; the end itself without a notice period. Null: no end. */
export function noticeBy(contract: Contract, today: Day): Day | null {
  const end = termEnd(contract, today)
  const span = contract.notice === undefined ? null : parseSpan(contract.notice)
  return end === null || span === null ? end : move(end, span, -1)
}

/** `expiring`: its term ends within the span ahead, and it does not renew by itself. */
export function contractState(contract: Contract, today: Day, ahead: Span): ContractState {
  if (today < contract.start) return 'notBegun'
  const end = termEnd(contract, today)
  if (end === null) return 'active'
  if (end < today) return 'ended'
  return contract.renewal !== 'auto' && end <= move(today, ahead, 1) ? 'expiring' : 'active'
}
