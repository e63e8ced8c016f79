// `--rule NAME=LINE`: a rule made of a line, in force from the same run on.
import { note, type Problem, problem } from '../../base/problem.ts'
import { bankRuleColumns, ruleFrom } from '../../book/bank-rule.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { noOutput } from '../../book/paper.ts'
import type { Plan } from '../../book/plan.ts'
import { findLine } from './decide.ts'

export interface RuleWish {
  readonly name: string
  readonly line: string
}

export function parseRuleWish(text: string): RuleWish {
  const at = text.lastIndexOf('=')
  return at < 0 ? { name: text.trim(), line: '' } : { name: text.slice(0, at).trim(), line: text.slice(at + 1).trim() }
}

/** Plans with the rules in the book; a rule that is there already is not written again. */
export function withRules(book: Book, wishes: readonly RuleWish[], plan: (book: Book) => Plan): Plan {
  if (wishes.length === 0) return plan(book)
  const problems: Problem[] = []
  const rules = wishes.flatMap(({ name, line: id }) => {
    const found = findLine(
      book.bank.map((line) => ({ line })),
      id,
    )
    if ('code' in found) problems.push(found)
    else if (name === '') problems.push(problem('flag-missing', { flag: '--rule NAME=LINE' }))
    else {
      const rule = ruleFrom(found.line, name)
      if (rule !== null) return [rule]
      problems.push(problem('no-rule-from-line', { line: found.line.id }))
    }
    return []
  })
  if (problems.length > 0) return { changes: [], problems, output: noOutput }
  const fresh = rules.filter((r) => !book.bankRules.some((old) => bankRuleColumns.every((c) => old[c] === r[c])))
  const rest = plan({ ...book, bankRules: [...book.bankRules, ...fresh] })
  return {
    ...rest,
    changes: [...fresh.map((rule): Change => ({ change: 'addBankRule', rule })), ...rest.changes],
    problems: [...rest.problems, ...fresh.map(({ name }) => note('rule-added', { name }))],
  }
}
