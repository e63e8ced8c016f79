// A plan of crm reconcile: what was found for each bank line and what a person decided. Not part of the book; read once, applied, kept by whoever likes.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { Problem } from '../../core/base/problem.ts'
import type { EditedLine, PlannedLine } from '../../core/verbs/reconcile/plan-file.ts'
import * as field from '../fields.ts'
import { decodeSource, placeOf } from '../source.ts'
import { readYamlWithCare, type YamlCodec } from '../yaml/codec.ts'
import { parseYaml } from '../yaml/library.ts'
import { writeMap } from '../yaml/write.ts'

const choice = once(() =>
  z.strictObject({
    pick: field.whole,
    customer: field.line,
    documents: z.array(field.line).exactOptional(),
    rule: field.line,
    dispute: field.line.exactOptional(),
    evidence: z.array(field.line).exactOptional(),
  }),
)

const planned = once(() =>
  z.strictObject({
    line: field.rowIdField,
    date: field.line.exactOptional(),
    amount: field.line.exactOptional(),
    payer: field.line.exactOptional(),
    text: field.line.exactOptional(),
    state: field.line.exactOptional(),
    reason: field.line.exactOptional(),
    evidence: z.array(field.line).exactOptional(),
    proposed: z.array(field.line).exactOptional(),
    choices: z.array(choice()).exactOptional(),
    decision: field.line,
  }),
)

export const reconcilePlanSchema = once(() =>
  z
    .strictObject({ plan: field.whole, lines: z.array(planned()).exactOptional() })
    .meta({ title: 'plan of crm reconcile' }),
)

type Shape = z.output<ReturnType<typeof reconcilePlanSchema>>

const codec: YamlCodec<Shape, Shape, undefined> = {
  kind: 'reconcile-plan',
  get schema() {
    return reconcilePlanSchema()
  },
  limit: 64 * 1024 * 1024,
  value: (shape) => shape,
}

/** Null and problems, each with its place, when the file is no plan. */
export function readReconcilePlan(file: string, bytes: Uint8Array, problems: Problem[]): EditedLine[] | null {
  const source = decodeSource(file, bytes, codec.limit, problems)
  if (source === null) return null
  const shape = readYamlWithCare(codec, source, undefined, problems)
  const yaml = shape === null ? null : parseYaml(source, problems)
  if (shape === null || yaml === null) return null
  return (shape.lines ?? []).map(({ line, decision, proposed = [], choices = [] }, i) => ({
    line,
    decision,
    proposed,
    choices: choices.map((c) => ({ pick: c.pick, documents: c.documents ?? [] })),
    where: placeOf(source, yaml.locate(['lines', i, 'decision'], 'value')),
  }))
}

/** `comment` says in the reader's language what may be written. */
export function writeReconcilePlan(lines: readonly PlannedLine[], comment: string): string {
  const head = comment
    .split('\n')
    .map((l) => (l === '' ? '#\n' : `# ${l}\n`))
    .join('')
  const plain = lines.map((l) => ({
    ...l,
    payer: l.payer === '' ? undefined : l.payer,
    text: l.text === '' ? undefined : l.text,
    choices: l.choices.map((c) => ({ ...c, pick: { plain: String(c.pick) } })),
  }))
  return head + writeMap({ plan: { plain: '1' } }) + (plain.length === 0 ? '' : writeMap({ lines: plain }))
}
