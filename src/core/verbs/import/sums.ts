// What a table says of all its lines above or below them, against the lines themselves.
import type { Currency } from '../../base/currency.ts'
import { formatAmount, type Minor, safe } from '../../base/money.ts'
import { type Problem, warning } from '../../base/problem.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { ReadLine } from './bank-line.ts'
import type { Reader } from './reader.ts'

export interface Edges {
  readonly opening?: Minor
  readonly closing?: Minor
}

export interface SaidSums {
  /** The balances before and after the lines, where these lead from one to the other. */
  readonly edges: Edges
  readonly problems: readonly Problem[]
}

/**
 * Of lines of one account and currency; lines of several prove nothing. Cards state what is owed, so the balances may have the
 * other sign than the lines.
 */
export function saidSums({ sums, name }: Sheet, lines: readonly ReadLine[], reader: Reader): SaidSums {
  const [first] = lines
  if (sums === undefined || first === undefined) return { edges: {}, problems: [] }
  const { currency } = first
  if (lines.some((l) => l.currency !== currency || l.account !== first.account)) return { edges: {}, problems: [] }
  const amount = (text: string | null) => (text === null ? null : reader.amount(text, currency))
  const moved = { in: 0, out: 0 }
  for (const { amount } of lines) {
    const direction = amount > 0 ? 'in' : 'out'
    moved[direction] = safe(moved[direction] + Math.abs(amount))
  }
  const problems: Problem[] = []
  for (const direction of ['in', 'out'] as const) {
    const said = amount(sums[direction])
    const found = moved[direction]
    if (said === null || Math.abs(said) === found) continue
    const params = { direction, said: formatAmount(Math.abs(said), currency), found: formatAmount(found, currency) }
    problems.push(warning('statement-totals', { ...params, currency }, { file: name }))
  }
  const [opening, closing] = [amount(sums.opening), amount(sums.closing)]
  if (opening === null || closing === null) return { edges: {}, problems }
  const net = safe(moved.in - moved.out)
  for (const sign of [1, -1])
    if (safe(sign * opening + net) === sign * closing)
      return { edges: { opening: sign * opening, closing: sign * closing }, problems }
  problems.push(sumWarning({ opening, lines: net, closing }, currency, name))
  return { edges: {}, problems }
}

/** That opening and lines do not make the closing balance. */
export function sumWarning(
  found: Readonly<Record<'opening' | 'lines' | 'closing', Minor>>,
  currency: Currency,
  file: string,
): Problem {
  const text = (minor: Minor) => formatAmount(minor, currency)
  const params = { opening: text(found.opening), lines: text(found.lines), closing: text(found.closing) }
  return warning('statement-sum', { ...params, currency }, { file })
}
