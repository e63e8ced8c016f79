// What a person decides about one bank line, as a value and as the words of a plan file: `settle INV-1, INV-2`.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import type { RowId } from '../../base/id.ts'
import { formatAmount, type Minor, parseAmount } from '../../base/money.ts'

/** A share of a line: of a document, or on account of a customer. */
export interface Share {
  readonly target: string
  readonly amount: Minor
}

export type Decision =
  /** Book it as it was judged; a suggestion by its first choice. */
  | { readonly do: 'accept' }
  /** The choice of that number, from 1. */
  | { readonly do: 'pick'; readonly choice: number }
  /** Documents in that order, what is left goes on account; or payments that were entered before. */
  | { readonly do: 'settle'; readonly documents: readonly string[] }
  | { readonly do: 'split'; readonly shares: readonly Share[] }
  /** All of it on account of a customer. */
  | { readonly do: 'account'; readonly customer: string }
  /** A customer who is not in the book yet; the money goes on his account. */
  | { readonly do: 'new'; readonly name: string }
  /** Does not concern customers. */
  | { readonly do: 'ignore'; readonly reason: string }
  /** The same, and so are all lines like it from now on: a rule of that name. */
  | { readonly do: 'rule'; readonly name: string }
  | { readonly do: 'skip' }

export interface LineDecision {
  readonly line: RowId
  readonly decision: Decision
  /** What `accept` stood for when the person saw it; another proposal now is refused. */
  readonly proposed?: readonly string[]
  /** What was open of the documents when the person saw them: `INV-1 60.00`. */
  readonly seen?: readonly string[]
  /** Where it stands in a plan file. */
  readonly where?: { readonly file: string; readonly line?: number }
}

export const decisionWords = ['accept', 'pick', 'settle', 'split', 'account', 'new', 'ignore', 'rule', 'skip'] as const

/** Null for what is no decision. Amounts are in the line's currency; shares are parted by `;`. */
export function parseDecision(text: string, currency: Currency): Decision | null {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.trim()) ?? []
  switch (word) {
    case 'accept':
    case 'skip':
      return rest === '' ? { do: word } : null
    case 'pick':
      return /^[1-9]\d{0,2}$/.test(rest) ? { do: 'pick', choice: Number(rest) } : null
    case 'settle': {
      const documents = parts(rest, /[,;\s]+/)
      return documents.length === 0 ? null : { do: 'settle', documents }
    }
    case 'split':
      return parseSplit(rest, currency)
    case 'account':
      return rest === '' ? null : { do: 'account', customer: rest }
    case 'new':
      return rest === '' ? null : { do: 'new', name: rest }
    case 'ignore':
      return rest === '' ? null : { do: 'ignore', reason: rest }
    case 'rule':
      return rest === '' ? null : { do: 'rule', name: rest }
    default:
      return null
  }
}

function parts(text: string, by: RegExp): string[] {
  return text.split(by).flatMap((t) => (t.trim() === '' ? [] : [t.trim()]))
}

function parseSplit(text: string, currency: Currency): Decision | null {
  const shares = parts(text, /;/).map((t) => parseShare(t, currency))
  const good = shares.filter((s) => s !== null)
  return good.length === 0 || good.length < shares.length ? null : { do: 'split', shares: good }
}

/** `INV-1 50.00`; the amount is above zero. */
export function parseShare(text: string, currency: Currency): Share | null {
  const [, target = '', money = ''] = /^(\S+)\s+(\S+)$/.exec(text.trim()) ?? []
  const amount = target === '' ? 'not-a-number' : parseAmount(money, currency)
  return typeof amount === 'number' && amount > 0 ? { target, amount } : null
}

export function formatDecision(decision: Decision, currency: Currency): string {
  switch (decision.do) {
    case 'accept':
    case 'skip':
      return decision.do
    case 'pick':
      return `pick ${decision.choice}`
    case 'settle':
      return `settle ${decision.documents.join(', ')}`
    case 'split':
      return `split ${decision.shares.map((s) => shareText(s.target, s.amount, currency)).join('; ')}`
    case 'account':
      return `account ${decision.customer}`
    case 'new':
    case 'rule':
      return `${decision.do} ${decision.name}`
    case 'ignore':
      return `ignore ${decision.reason}`
  }
}

export function shareText(target: string, amount: Minor, currency: Currency): string {
  return `${target} ${formatAmount(amount, currency)}`
}

/** An example of a share, for hints. */
export function exampleShare(currency: Currency): string {
  return `INV-1 ${decimalsOf(currency) === 0 ? '50' : '50.00'}`
}
