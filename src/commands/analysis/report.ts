// crm report NAME …: one of the registered reports; without a name, what there is.
import { addDays, day } from '../../core/base/day.ts'
import { likely } from '../../core/base/likely.ts'
import { between, type Period } from '../../core/base/period.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import type { Book } from '../../core/book/book.ts'
import type { Customers } from '../../core/book/customers.ts'
import type { Context } from '../../core/book/plan.ts'
import { aboutNamed } from '../../reports/money/customers.ts'
import { findReport, reports } from '../../reports/registry.ts'
import type { ReportModule, ReportWish } from '../../reports/report.ts'
import { reportsOf } from '../../text/load.ts'
import {
  argument,
  argumentList,
  choiceFlag,
  currencyFlag,
  dayFlag,
  flag,
  type Input,
  periodFlag,
  switchOn,
} from '../input.ts'
import type { ShowTask, Verb } from '../verb.ts'

/** Earlier than any row of a book that people keep. */
const firstDay = day('1000-01-01')

export const report: Verb = {
  arguments: ['[report]', '[name...]'],
  options: [
    '--as-of <day>',
    '--period <period>',
    '--from <day>',
    '--to <day>',
    '--by <what>',
    '--kind <kind>',
    '--base <day>',
    '--in <currency>',
    '--detail',
    '--all',
    '--paper',
    '--compare',
  ],
  async prepare(input) {
    const name = argument(input, 0)
    if (name === undefined) return listOfReports(input)
    const entry = findReport(name)
    if (entry === undefined) {
      const known = reports.map((r) => r.name)
      throw new UserError([problem('unknown-report', { name, like: likely(name, known), known })])
    }
    const module = await entry.load()
    for (const [option, choices] of [
      ['by', module.by],
      ['kind', module.kinds ?? []],
    ] as const)
      if (flag(input, option) !== undefined && choices.length === 0)
        throw new UserError([problem('flag-not-of-report', { flag: `--${option}`, report: name })])
    const wish = wishOf(input, module)
    const isStanding = module.standing?.(wish) === true
    const task = {
      task: 'report',
      needs: module.needs,
      ...(isStanding && wish.names.length === 0 ? { standing: wish.asOf } : {}),
      ...(isStanding && wish.names.length > 0
        ? { about: (c: Customers, x: Context) => aboutNamed(c, wish.names, x) }
        : {}),
      report: (book: Book, context: Context) => module.report(book, wish, context),
    } as const
    if (!switchOn(input, 'compare')) return task
    const { compare } = module
    if (compare === undefined) throw new UserError([problem('report-not-compared', { report: name })])
    if (flag(input, 'knownAt') === undefined) throw new UserError([problem('flag-missing', { flag: '--known-at' })])
    return { ...task, compare: (believed, known, context) => compare(believed, known, wish, context) }
  },
}

function wishOf(input: Input, { by, kinds }: ReportModule): ReportWish {
  const period = periodOf(input)
  const asOf = dayFlag(input, 'asOf') ?? (period === null ? input.today : addDays(period.until, -1))
  return {
    names: argumentList(input, 1),
    asOf,
    period,
    by: choiceFlag(input, 'by', by) ?? null,
    kind: choiceFlag(input, 'kind', kinds ?? []) ?? null,
    paper: switchOn(input, 'paper'),
    detail: switchOn(input, 'detail'),
    all: switchOn(input, 'all'),
    base: choiceFlag(input, 'base', ['due', 'bill'] as const) ?? null,
    inCurrency: currencyFlag(input, 'in') ?? null,
  }
}

/** `--from` and `--to`, both inclusive, or `--period`. From the first day there is, and to today, where one is not said. */
function periodOf(input: Input): Period | null {
  const from = dayFlag(input, 'from')
  const to = dayFlag(input, 'to')
  if (from === undefined && to === undefined) return periodFlag(input, 'period') ?? null
  const last = to ?? input.today
  const period = between(from ?? firstDay, last)
  if (period === null) throw new UserError([problem('ends-before-begin', { from: from ?? '', to: last })])
  return period
}

async function listOfReports(input: Input): Promise<ShowTask> {
  const sentences = await reportsOf(input.language)
  const rows = reports.map(({ name }) => ({ report: name, summary: sentences[name] }))
  const columns = [
    { key: 'report', type: 'id' },
    { key: 'summary', type: 'text' },
  ] as const
  return { task: 'show', output: { tables: [{ name: 'reports', columns, rows }] } }
}
