// What the balances after the lines prove: that none is missing, and whether fees stand apart from the amounts.
import { type Minor, safe } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { ReadLine } from './bank-line.ts'
import { type Edges, sumWarning } from './sums.ts'

/** Where every line tells the balance after it: whether the first leads to the last, in the order of the file or against it. */
export function balanceNotes(lines: readonly ReadLine[], file: string): Problem[] {
  const chain = chainOf(lines)
  if (chain === null || leads(chain, (l) => l.amount)) return []
  const [first, last] = chain.isAscending ? [chain.first, chain.last] : [chain.last, chain.first]
  const found = {
    opening: safe((first.balance ?? 0) - first.amount),
    lines: sumOf(lines, (l) => l.amount),
    closing: last.balance ?? 0,
  }
  return [sumWarning(found, first.currency, file)]
}

/**
 * Some payment services write the amount before their fee and the balance after it. Where the balances fit the amounts less the fees
 * and not the amounts, the fee is taken off, so that lines always make the balance.
 */
export function withFeesOff(
  lines: readonly ReadLine[],
  file: string,
): { readonly lines: readonly ReadLine[]; readonly notes: readonly Problem[] } {
  const count = lines.filter((l) => l.fee !== undefined).length
  const chain = count === 0 ? null : chainOf(lines)
  const less = (l: ReadLine) => safe(l.amount - (l.fee ?? 0))
  if (chain === null || leads(chain, (l) => l.amount) || !leads(chain, less)) return { lines, notes: [] }
  return { lines: lines.map((l) => ({ ...l, amount: less(l) })), notes: [note('fees-taken-off', { count }, { file })] }
}

interface Chain {
  readonly lines: readonly ReadLine[]
  readonly first: ReadLine
  readonly last: ReadLine
  readonly isAscending: boolean
}

/** Null where the balances prove nothing: not every line has one, or there are several currencies or accounts. */
function chainOf(lines: readonly ReadLine[]): Chain | null {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined || lines.some((l) => l.balance === undefined)) return null
  if (lines.some((l) => l.currency !== first.currency || l.account !== first.account)) return null
  return { lines, first, last, isAscending: first.date <= last.date }
}

/** The balances before the first line and after the last, where they lead from one to the other. */
export function edgesOf(lines: readonly ReadLine[]): Edges {
  const chain = chainOf(lines)
  if (chain === null || !leads(chain, (l) => l.amount)) return {}
  const sum = sumOf(lines, (l) => l.amount)
  const isForward = safe((chain.first.balance ?? 0) - chain.first.amount + sum - (chain.last.balance ?? 0)) === 0
  const [first, last] = isForward ? [chain.first, chain.last] : [chain.last, chain.first]
  return { opening: safe((first.balance ?? 0) - first.amount), closing: last.balance ?? 0 }
}

function leads({ lines, first, last }: Chain, amountOf: (line: ReadLine) => Minor): boolean {
  const sum = sumOf(lines, amountOf)
  const gap = (from: ReadLine, to: ReadLine) => safe((from.balance ?? 0) - amountOf(from) + sum - (to.balance ?? 0))
  return gap(first, last) === 0 || gap(last, first) === 0
}

function sumOf(lines: readonly ReadLine[], amountOf: (line: ReadLine) => Minor): Minor {
  return lines.reduce((total, l) => safe(total + amountOf(l)), 0)
}
