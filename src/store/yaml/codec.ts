// How one kind of YAML file is read: canonical form fast, anything else with care; then its schema; then its values.
import type * as z from 'zod'
import { type Currency, decimalsOf } from '../../core/base/currency.ts'
import { formatAmount, type Minor, parseAmount } from '../../core/base/money.ts'
import { type Problem, type ProblemCode, problem, warning } from '../../core/base/problem.ts'
import type { Problems } from '../../core/base/problems/all.ts'
import type { Expected } from '../../core/base/problems/store.ts'
import { issueProblems, keyName } from '../issues.ts'
import { type JsonSchema, jsonSchema } from '../json-schema.ts'
import { placeOf, type Source, shown } from '../source.ts'
import { parseCanonicalYaml } from './fast.ts'
import { parseYaml } from './library.ts'
import { type Path, type Tree, treeAt } from './tree.ts'

/** Says what is wrong at a path of the file at hand. */
export type Complain = <C extends ProblemCode>(path: Path, code: C, params: Problems[C]) => void

export interface YamlCodec<Shape, Value, Context> {
  /** The name of its JSON Schema: `schemas/<kind>.json`. */
  readonly kind: string
  /** Made when it is asked for: a hundred of them take longer than a small command. */
  readonly schema: z.ZodType<Shape>
  /** Bytes beyond which a file is refused unread. */
  readonly limit: number
  /** What must hold before the schema is asked, as the version of the format; complains where it does not. */
  admit?(tree: Tree, complain: Complain): void
  /** From what the schema admits to the value; null when something was complained about. */
  value(shape: Shape, context: Context, complain: Complain): Value | null
}

const schemas = new Map<string, JsonSchema>()

/** The JSON Schema of a kind of file; made once. */
export function schemaOf(codec: { readonly kind: string; readonly schema: z.ZodType }): JsonSchema {
  const known = schemas.get(codec.kind)
  if (known !== undefined) return known
  const made = jsonSchema(codec.schema, 'yaml')
  schemas.set(codec.kind, made)
  return made
}

/**
 * The value of a file, or null and every problem that it has. The careful reader runs only where the fast one cannot answer.
 * Half a value at the end of a cut file reads like a whole one, so only the missing newline tells.
 */
export function readYaml<Shape, Value, Context>(
  codec: YamlCodec<Shape, Value, Context>,
  source: Source,
  context: Context,
  problems: Problem[],
): Value | null {
  const { text } = source
  if (text !== '' && !text.endsWith('\n')) problems.push(warning('yaml-cut', {}, placeOf(source, text.length)))
  return fastValue(codec, source, context) ?? readYamlWithCare(codec, source, context, problems)
}

function fastValue<S, V, C>(codec: YamlCodec<S, V, C>, source: Source, context: C): V | null {
  const tree = parseCanonicalYaml(source.text)
  if (tree === null) return null
  let complaints = 0
  const complain: Complain = () => {
    complaints++
  }
  codec.admit?.(tree, complain)
  const parsed = codec.schema.safeParse(tree)
  if (complaints > 0 || !parsed.success) return null
  const value = codec.value(parsed.data, context, complain)
  return complaints > 0 ? null : value
}

export function readYamlWithCare<S, V, C>(
  codec: YamlCodec<S, V, C>,
  source: Source,
  context: C,
  problems: Problem[],
): V | null {
  const yaml = parseYaml(source, problems)
  if (yaml === null) return null
  const whereOf = (path: Path, what: 'value' | 'key' = 'value') => placeOf(source, yaml.locate(path, what))
  const before = problems.length
  const complain: Complain = (path, code, params) => {
    problems.push(problem(code, params, whereOf(path)))
  }
  codec.admit?.(yaml.tree, complain)
  if (problems.length > before) return null
  const parsed = codec.schema.safeParse(yaml.tree)
  if (!parsed.success) {
    const valueAt = (path: Path): Tree | undefined => treeAt(yaml.tree, path)
    problems.push(
      ...issueProblems(parsed.error.issues, { schema: () => schemaOf(codec), valueAt, whereOf }).sort(byPlace),
    )
    return null
  }
  const value = codec.value(parsed.data, context, complain)
  return problems.length > before ? null : value
}

function byPlace(a: Problem, b: Problem): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0)
}

/** An amount written as decimal text in a currency; `complain` hears of too many decimals and the like. */
export function amountAt(complain: Complain, path: Path, text: string, currency: Currency): Minor {
  const amount = parseAmount(text, currency)
  if (typeof amount === 'number') return amount
  complain(path, 'wrong-value', wrong(path, text, amountExpected('amount', currency)))
  return 0
}

/** The parameters of `wrong-value`. */
export function wrong(path: Path, found: string, expected: Expected) {
  return { key: keyName(path), found: shown(found), ...expected }
}

export function amountExpected(
  expected: 'amount' | 'amount-not-negative' | 'amount-above-zero',
  currency: Currency,
): Expected {
  return { expected, detail: [currency, formatAmount(125 * 10 ** decimalsOf(currency), currency)] }
}
