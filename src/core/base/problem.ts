// What is wrong, or worth saying, as data: text/ turns a code and its parameters into sentences.
import type { Problems } from './problems/all.ts'

export type ProblemCode = keyof Problems

/** Where in the book or in an input file; line and column count from 1. */
export interface Where {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The line itself and the next, for the excerpt; only the reader of the file knows them. */
  readonly excerpt?: readonly string[]
}

/** `error` stops a verb before it writes; `warning` and `note` are said and do not stop it. */
export type Severity = 'error' | 'warning' | 'note'

export interface Problem<C extends ProblemCode = ProblemCode> {
  readonly code: C
  readonly params: Problems[C]
  readonly severity: Severity
  readonly where?: Where
}

/** An error, the usual case. */
export function problem<C extends ProblemCode>(code: C, params: Problems[C], where?: Where): Problem<C> {
  return where === undefined ? { code, params, severity: 'error' } : { code, params, severity: 'error', where }
}

export function warning<C extends ProblemCode>(code: C, params: Problems[C], where?: Where): Problem<C> {
  return { ...problem(code, params, where), severity: 'warning' }
}

export function note<C extends ProblemCode>(code: C, params: Problems[C], where?: Where): Problem<C> {
  return { ...problem(code, params, where), severity: 'note' }
}

/** Tells a problem from what a function would have returned without one. */
export function isProblem(value: object): value is Problem {
  return 'code' in value && 'params' in value && 'severity' in value
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<C extends ProblemCode>(
  code: C,
  params: Problems[C],
  where?: Where,
): { ok: false; problem: Problem } {
  return { ok: false, problem: problem(code, params, where) }
}

/** The one error that verbs throw on purpose: `main` shows its problems and exits with `exit`. */
export class UserError extends Error {
  constructor(
    readonly problems: readonly Problem[],
    readonly exit: 2 | 4 | 5 | 130 = 2,
  ) {
    super(problems.map((p) => p.code).join(', '))
    this.name = 'UserError'
  }
}

/** The value, or a UserError with its problem. For edges that cannot go on. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new UserError([result.problem])
  return result.value
}
