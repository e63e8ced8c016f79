// crm classify: proposes classes; --accept appends those that differ, --set decides one by hand, --note keeps what was heard, --compare tries other rules.
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { BookPart } from '../../core/book/book.ts'
import { compareReport } from '../../core/verbs/classify/compare.ts'
import { planNote } from '../../core/verbs/classify/note.ts'
import { planClassify } from '../../core/verbs/classify/plan.ts'
import { planSet } from '../../core/verbs/classify/set.ts'
import { rulesCodec } from '../../store/codecs/class-settings.ts'
import { decodeSource } from '../../store/source.ts'
import { readYamlWithCare } from '../../store/yaml/codec.ts'
import { readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'
import { argumentList, dayFlag, flag, type Input, switchOn } from '../input.ts'
import type { PlanTask, ReportTask, Verb } from '../verb.ts'

/** Dimensions of the book's own may ask for any fact. */
const needs: readonly BookPart[] = ['customers', 'journal', 'rates', 'classes', 'items', 'activity', 'staff']

export const classify: Verb = {
  arguments: ['[text...]'],
  options: [
    '--accept',
    '--explain <customer>',
    '--set <customer>',
    '--class <dimension=class>',
    '--reason <text>',
    '--until <day>',
    '--note <dimension>',
    '--compare <file>',
    '--as-of <day>',
  ],
  prepare(input, world) {
    const dimension = flag(input, 'note')
    if (dimension !== undefined) return noted(input, dimension)
    if (argumentList(input, 0).length > 0) throw new UserError([problem('flag-missing', { flag: '--note' })])
    const file = flag(input, 'compare')
    if (file !== undefined) return compared(input, world, file)
    const customer = flag(input, 'set')
    if (customer !== undefined) return byHand(input, customer)
    const wish = {
      asOf: dayFlag(input, 'asOf') ?? input.today,
      accept: switchOn(input, 'accept'),
      explain: flag(input, 'explain'),
    }
    if (wish.accept) return { task: 'plan', needs, plan: (book, context) => planClassify(book, wish, context) }
    return { task: 'report', needs, report: (book, context) => planClassify(book, wish, context) }
  },
}

function byHand(input: Input, customer: string): PlanTask {
  const reason = flag(input, 'reason')?.replace(/\s+/g, ' ').trim()
  const [, dimension, name] = /^([^=]+)=(.+)$/.exec(flag(input, 'class') ?? '') ?? []
  const missing = [
    ...(dimension === undefined || name === undefined ? ['--class'] : []),
    ...(reason === undefined || reason === '' ? ['--reason'] : []),
  ]
  if (dimension === undefined || name === undefined || reason === undefined || missing.length > 0)
    throw new UserError(missing.map((m) => problem('flag-missing', { flag: m })))
  const wish = {
    customer,
    dimension: dimension.trim(),
    class: name.trim(),
    reason,
    until: dayFlag(input, 'until') ?? null,
    asOf: dayFlag(input, 'asOf') ?? input.today,
  }
  return { task: 'plan', needs: ['customers', 'classes'], plan: (book, context) => planSet(book, wish, context) }
}

function noted(input: Input, dimension: string): PlanTask {
  const text = argumentList(input, 0).join(' ').replace(/\s+/g, ' ').trim()
  if (text === '') throw new UserError([problem('note-empty', { dimension })])
  const wish = { dimension, text, asOf: dayFlag(input, 'asOf') ?? input.today }
  return { task: 'plan', needs: ['activity'], plan: (book, context) => planNote(book, wish, context) }
}

/** The file is read before the book, and understood with it, since amounts are in its currency. */
function compared(input: Input, world: World, path: string): ReportTask {
  const file = readForeign(world, path)
  const asOf = dayFlag(input, 'asOf') ?? input.today
  return {
    task: 'report',
    needs,
    report(book) {
      const problems: Problem[] = []
      const source = decodeSource(path, file.bytes, rulesCodec.limit, problems)
      const rules = source === null ? null : readYamlWithCare(rulesCodec, source, book.settings, problems)
      return rules === null ? { output: { tables: [] }, problems } : compareReport(book, rules, asOf)
    },
  }
}
