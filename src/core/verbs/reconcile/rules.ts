// Rules for lines that concern no customer: they take what nothing else explains, and are proposed from what is ignored again and again.
import { note, type Problem } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import { type BankRule, reasonOfRule, ruleFrom, ruleOfReason, ruleTakes } from '../../book/bank-rule.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Judged } from './verdict.ts'

/** So many lines ignored by hand that one rule would take make it worth a word. */
const worthARule = 3

export interface ByRule {
  readonly judged: readonly Judged[]
  readonly changes: readonly Change[]
  readonly notes: readonly Problem[]
}

/** Only lines that no customer, payment or document explains: a line with so much as a suggestion is left to a person. */
export function takeByRules(judged: readonly Judged[], rules: readonly BankRule[]): ByRule {
  const changes: Change[] = []
  const after = judged.map((j): Judged => {
    const { line, verdict } = j
    const rule = verdict.state === 'unmatched' ? rules.find((r) => ruleTakes(r, line)) : undefined
    if (rule === undefined) return j
    const reason = reasonOfRule(rule)
    changes.push({ change: 'ignoreLine', ignored: { account: line.account, line: line.id, reason } })
    return { line, verdict: { state: 'ignored', reason, byRule: rule.name } }
  })
  return {
    judged: after,
    changes,
    notes: changes.length === 0 ? [] : [note('lines-by-rule', { count: changes.length })],
  }
}

/** From lines ignored by hand; each with the line to make the rule of, the last one. */
export function proposeRules(book: Pick<Book, 'bank' | 'ignored' | 'bankRules'>): Problem[] {
  const byHand = new Set(
    book.ignored.flatMap((i) => (ruleOfReason(i.reason) === null ? [`${i.account} ${i.line}`] : [])),
  )
  const groups = new Map<string, { text: string; count: number; last: BankLine }>()
  for (const line of book.bank) {
    if (!byHand.has(`${line.account} ${line.id}`) || book.bankRules.some((r) => ruleTakes(r, line))) continue
    const rule = ruleFrom(line, '-')
    if (rule === null) continue
    const key = JSON.stringify(rule)
    const group = groups.get(key)
    const last = group === undefined || line.date >= group.last.date ? line : group.last
    groups.set(key, {
      text: [rule.payer, rule.text].filter((t) => t !== '').join(' · '),
      count: (group?.count ?? 0) + 1,
      last,
    })
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, g]) => g.count >= worthARule)
    .map(([, { text, count, last }]) => note('rule-proposed', { text, count, line: last.id }))
}
