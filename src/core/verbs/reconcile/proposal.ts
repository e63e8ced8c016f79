// What a verdict comes to, as short texts: what a person sees and agrees to, and what must still be so when it is applied.
import type { Currency } from '../../base/currency.ts'
import { formatAmount, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import { shareText } from './decision.ts'
import type { Matching } from './matching.ts'
import type { Matched, Option, Short } from './verdict.ts'

/** `INV-1 50.00`, with what is given up; then what goes on account, by customer. */
export function proposalOf(line: BankLine, match: Matched): string[] {
  const { currency } = line
  const named = match.payments ?? match.undoes
  if (named !== undefined) return named.map((p) => shareText(p.id, p.amount, currency))
  const settled = match.parts
    .filter((p) => p.document !== '')
    .map((p) => {
      const less =
        p.deduct === undefined ? '' : ` less ${p.deduct.reason} ${shareText('', p.deduct.amount, currency).trim()}`
      const from = p.from === undefined ? '' : ` from ${p.from}`
      const short = p.short === undefined ? '' : ` short ${shortText(p.short, currency)}`
      return shareText(p.document, p.amount, currency) + from + less + short
    })
  const given = match.parts
    .filter((p) => p.document === '')
    .map((p) => shareText(p.customer ?? match.customer, p.amount, currency))
  const rest = line.amount - sum(match.parts.filter((p) => p.from === undefined).map((p) => p.amount))
  return [...settled, ...given, ...(rest > 0 ? [shareText(match.customer, rest, currency)] : [])]
}

/** `20.00 quality`: what is kept back of a document and why. */
export function shortText({ amount, cause }: Pick<Short, 'amount' | 'cause'>, currency: Currency): string {
  return `${formatAmount(amount, currency)} ${cause}`
}

/** Documents of a choice with what is open of them, payments with their amount; the customer where there are none. */
export function openOf({ pool }: Pick<Matching, 'pool'>, line: BankLine, option: Option): string[] {
  if (option.documents.length === 0) return [option.customer]
  return option.documents.map((name) => openText(pool, line, name) ?? name)
}

/** Null where the book has no such document or payment. */
export function openText(pool: Matching['pool'], line: BankLine, name: string): string | null {
  const document = pool.ledger.document(name)
  if (document !== undefined) return shareText(name, pool.left(document), document.currency)
  const source = pool.ledger.source(name)
  return source === undefined ? null : shareText(name, source.amount, line.currency)
}
