// Predicates as people type them: words of a command line, or one text joined by "and".
import { likely } from '../base/likely.ts'
import { fail, ok, type Problem, problem, type Result } from '../base/problem.ts'
import type { Settings } from '../book/settings.ts'
import type { Condition, Predicate } from './predicate.ts'
import { type Operator, type Setting, testsOf } from './predicate-value.ts'
import { facts, findMeasure } from './registry.ts'

const operators: Readonly<Record<string, Operator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '≠': '!=',
  '<>': '!=',
  '~': '~',
  ':': ':',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  in: 'in',
}

const wide: Readonly<Record<string, string>> = { '＝': '=', '＞': '>', '＜': '<', '：': ':', '～': '~', '！': '!' }

const term = /^([\p{L}\p{N}_.-]+?)\s*(==|!=|<>|>=|<=|≥|≤|≠|=|>|<|~|:|\s+in\s+)\s*(.*)$/u

export interface ParsedPredicate {
  readonly predicate: Predicate
  /** Everything that was not understood; the predicate holds the rest. */
  readonly problems: readonly Problem[]
}

/**
 * Each word of a command line is a condition (`grade=A`, `sales12m >= 1000`, `not stage=lost`, `region in CN-31,CN-33`);
 * conditions within one word are joined by "and" (且). All must hold.
 */
export function parsePredicate(words: readonly string[], setting: Setting): ParsedPredicate {
  const predicate: Condition[] = []
  const problems: Problem[] = []
  for (const { not, text } of pieces(words)) {
    const parsed = parseTerm(text, not, setting)
    if (parsed.ok) predicate.push(parsed.value)
    else problems.push(parsed.problem)
  }
  return { predicate, problems }
}

interface Piece {
  readonly not: boolean
  readonly text: string
}

/** Splits at "and", puts loose words (`region`, `in`, `CN-31`) together, and takes `not` away. */
function pieces(words: readonly string[]): readonly Piece[] {
  const loose = words.flatMap((w) => splitAnd(w.trim())).filter((w) => w !== '')
  const result: Piece[] = []
  let not = false
  for (let k = 0; k < loose.length; k++) {
    let text = loose[k] ?? ''
    const negated = /^(?:not|非)(?:\s+(.*))?$/iu.exec(text)
    if (negated !== null) {
      not = !not
      text = negated[1] ?? ''
      if (text === '') continue
    }
    if (operators[loose[k + 1]?.toLowerCase() ?? ''] !== undefined && loose[k + 2] !== undefined) {
      text = `${text} ${loose[k + 1]} ${loose[k + 2]}`
      k += 2
    }
    result.push({ not, text })
    not = false
  }
  if (not) result.push({ not, text: 'not' })
  return result
}

/** A text may itself hold an "and" (`industry=retail and wholesale`): what follows it is a condition only if it looks like one. */
function splitAnd(word: string): readonly string[] {
  const narrow = word.replace(/[＝＞＜：～！]/g, (c) => wide[c] ?? c)
  const parts: string[] = []
  for (const part of narrow.split(/(?:^|\s+)and(?:\s+|$)|\s*(?:且|并且)\s*(?=[\p{L}\p{N}]+\s*[=<>~:!≥≤≠])/iu)) {
    const previous = parts.at(-1)
    if (previous !== undefined && isText(previous) && !looksLikeCondition(part))
      parts.push(`${parts.pop()} and ${part}`)
    else parts.push(part)
  }
  return parts.map((p) => p.trim())
}

function isText(condition: string): boolean {
  return findMeasure(term.exec(condition.replace(/^(?:not|非)\s+/iu, ''))?.[1] ?? '')?.type === 'text'
}

function looksLikeCondition(text: string): boolean {
  const bare = text.replace(/^(?:not|非)\s+/iu, '').trim()
  return bare === '' || term.test(bare) || findMeasure(bare) !== undefined
}

function parseTerm(text: string, not: boolean, setting: Setting): Result<Condition> {
  const found = term.exec(text)
  if (found === null) {
    const fact = findMeasure(text)
    if (fact?.type === 'flag') return ok({ fact: fact.name, not, tests: [{ test: 'flag', value: true }] })
    return fail('predicate-unclear', { text })
  }
  const [, name = '', symbol = '', value = ''] = found
  const fact = findMeasure(name)
  if (fact === undefined) return { ok: false, problem: unknownFact(name) }
  const operator = operators[symbol.trim().toLowerCase()] ?? '='
  if (fact.type !== 'text' && /[=<>]/.test(value)) return fail('predicate-unclear', { text })
  const tests = testsOf(fact.type, operator, value.trim(), setting)
  if (tests === null) return fail('predicate-value', { fact: fact.name, operator, text: value, type: fact.type })
  return ok({ fact: fact.name, not: (operator === '!=') !== not, tests })
}

/** With settings the book's own dimensions are near too. */
export function unknownFact(name: string, settings?: Settings): Problem {
  const own = settings?.classes.dimensions.map((d) => `class.${d.name}`) ?? []
  return problem('unknown-fact', { fact: name, like: likely(name, [...facts.map((f) => f.name), ...own]) })
}
