// What a schema found wrong, as problems with codes of our own; the library's sentences are not used.
import type * as z from 'zod'
import { likely } from '../core/base/likely.ts'
import { type Problem, problem, type Where } from '../core/base/problem.ts'
import { type Expected, expectations } from '../core/base/problems/store.ts'
import { type JsonSchema, knownKeys } from './json-schema.ts'
import { shown } from './source.ts'

type Issue = z.core.$ZodIssue
export type IssuePath = readonly (string | number)[]

/** The path of an issue; keys are texts and numbers in everything that a file can say. */
export function issuePath(issue: Issue): IssuePath {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
}

/** What the value should have been. */
export function expectedOf(issue: Issue): Expected {
  if (issue.code === 'invalid_value') return { expected: 'one-of', detail: issue.values.map(String) }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((i) => i.code !== 'invalid_value')
    if (inner !== undefined) return expectedOf(inner)
  }
  if (issue.code === 'invalid_type') {
    const known = { object: 'map', record: 'map', array: 'list' } as const
    return { expected: issue.expected in known ? known[issue.expected as keyof typeof known] : 'text', detail: [] }
  }
  return { expected: expectations.find((e) => e === issue.message) ?? 'text', detail: [] }
}

export interface IssueContext {
  readonly schema: () => JsonSchema
  /** The value at a path, undefined where there is none. */
  valueAt(path: IssuePath): unknown
  whereOf(path: IssuePath, what?: 'key'): Where
}

/** One problem for each thing that is wrong in a YAML file. */
export function issueProblems(issues: readonly Issue[], context: IssueContext): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issuePath(issue)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        problem(
          'unknown-key',
          { key, like: likely(key, knownKeys(context.schema(), path)) },
          context.whereOf([...path, key], 'key'),
        ),
      )
    const found = context.valueAt(path)
    const key = keyName(path)
    if (found === undefined) return [problem('missing-key', { key }, context.whereOf(path.slice(0, -1)))]
    return [problem('wrong-value', { key, found: describe(found), ...expectedOf(issue) }, context.whereOf(path))]
  })
}

/** `contacts.0.email`, as `crm edit` takes it. */
export function keyName(path: IssuePath): string {
  return path.join('.')
}

function describe(value: unknown): string {
  if (typeof value === 'string') return shown(value)
  return Array.isArray(value) ? '[…]' : '{…}'
}
