// Bank reconciliation: what the bank lists against what a person has entered before, with the pairs that are right.
import { type MatchingSet, pair } from './set.ts'

interface Entry {
  readonly id: string
  readonly date: string
  readonly description: string
  readonly amount: number
  readonly ref?: string
}

export interface BankProblem {
  readonly bank_transactions: readonly Entry[]
  readonly gl_entries: readonly Entry[]
  readonly ground_truth: Readonly<Record<string, unknown>>
}

/** Money out is the same work seen from the other side: with its sign turned it is a set of its own. */
export function bankReconciliation(name: string, problem: BankProblem): MatchingSet[] {
  return [1, -1].map((sign) => ({
    name: `${name}, ${sign > 0 ? 'money in' : 'money out'}`,
    level: 'harder',
    currency: 'USD',
    settings: [],
    gold: goldOf(problem, sign),
    files: [
      {
        name: 'payments',
        as: 'payments',
        headings: ['date', 'customer name', 'amount', 'memo', 'reference'],
        rows: onSide(problem.gl_entries, sign).map((g) => [
          g.date,
          // Books write "Party - what for".
          g.description.split(' - ')[0] ?? '',
          Math.abs(g.amount).toFixed(2),
          `${g.ref ?? ''} ${g.description}`.trim(),
          g.id,
        ]),
      },
      {
        name: 'bank',
        as: 'bank',
        headings: ['date', 'text', 'amount', 'reference'],
        rows: onSide(problem.bank_transactions, sign).map((b) => [
          b.date,
          `${b.description} ${b.ref ?? ''}`.trim(),
          Math.abs(b.amount).toFixed(2),
          b.id,
        ]),
      },
    ],
  }))
}

function onSide(entries: readonly Entry[], sign: number): Entry[] {
  return entries.filter((e) => e.amount * sign > 0)
}

/** Every list of the answers whose entries name a line and one or more entries of the books. */
function goldOf({ bank_transactions, ground_truth }: BankProblem, sign: number): ReadonlySet<string> {
  const mine = new Set(onSide(bank_transactions, sign).map((b) => b.id))
  const lists = Object.entries(ground_truth).flatMap(([key, list]) =>
    key.startsWith('matches') && Array.isArray(list) ? list : [],
  )
  const pairs = lists.flatMap((m: { bank_id: string; gl_id?: string; gl_ids?: string[] }) =>
    (m.gl_ids ?? [m.gl_id ?? '']).map((g) => [m.bank_id, g] as const),
  )
  return new Set(pairs.filter(([line]) => mine.has(line)).map(([line, entry]) => pair(line, entry)))
}
