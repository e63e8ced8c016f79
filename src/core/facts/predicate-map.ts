// Predicates as YAML maps in crm.yaml: { grade: A, sales12m: ">=100000", region: [CN-31, CN-33], not: { stage: lost } }.
import { type Problem, problem } from '../base/problem.ts'
import type { Condition } from './predicate.ts'
import { type Operator, type Setting, testsOf } from './predicate-value.ts'
import { type ParsedPredicate, unknownFact } from './predicate-words.ts'
import { findMeasure } from './registry.ts'

/** A value may be a text that begins with an operator, a number, true or false, or a list of which any may hold. */
export function predicateOfMap(map: unknown, setting: Setting): ParsedPredicate {
  const predicate: Condition[] = []
  const problems: Problem[] = []
  collect(map, false, setting, predicate, problems)
  return { predicate, problems }
}

function collect(map: unknown, not: boolean, setting: Setting, out: Condition[], problems: Problem[]): void {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    problems.push(problem('predicate-unclear', { text: String(map) }))
    return
  }
  for (const [key, value] of Object.entries(map)) {
    if (key === 'not') {
      collect(value, !not, setting, out, problems)
      continue
    }
    const fact = findMeasure(key)
    if (fact === undefined) {
      problems.push(unknownFact(key))
      continue
    }
    const { operator, text } = split(value)
    const tests = testsOf(fact.type, operator, text, setting)
    if (tests === null) problems.push(problem('predicate-value', { fact: key, operator, text, type: fact.type }))
    else out.push({ fact: fact.name, not: (operator === '!=') !== not, tests })
  }
}

function split(value: unknown): { operator: Operator; text: string } {
  if (Array.isArray(value)) return { operator: 'in', text: value.map(String).join(',') }
  if (value === null) return { operator: '=', text: 'none' }
  if (typeof value === 'boolean') return { operator: '=', text: value ? 'yes' : 'no' }
  const text = String(value).trim()
  const found = /^(!=|>=|<=|>|<|=|~)\s*(.*)$/.exec(text)
  const operator = (['!=', '>=', '<=', '>', '<', '=', '~'] as const).find((o) => o === found?.[1])
  return operator === undefined ? { operator: '=', text } : { operator, text: found?.[2] ?? '' }
}
