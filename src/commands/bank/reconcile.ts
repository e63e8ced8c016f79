// crm reconcile [FILE…]: new statement lines into the book, then lines and book brought together.
import { note, type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { Book } from '../../core/book/book.ts'
import { noOutput } from '../../core/book/paper.ts'
import type { Context, Plan } from '../../core/book/plan.ts'
import { planImports } from '../../core/verbs/import/plan.ts'
import { parseAcceptance } from '../../core/verbs/reconcile/decide.ts'
import { planDecisions } from '../../core/verbs/reconcile/decided.ts'
import { judgeLines, planReconcile, type ReconcileWish } from '../../core/verbs/reconcile/plan.ts'
import { decisionsOf, plannedLines } from '../../core/verbs/reconcile/plan-file.ts'
import { parseRuleWish, withRules } from '../../core/verbs/reconcile/rule-wish.ts'
import { takeByRules } from '../../core/verbs/reconcile/rules.ts'
import { readReconcilePlan, writeReconcilePlan } from '../../store/codecs/reconcile-plan.ts'
import { reconcileTextOf } from '../../text/load.ts'
import { readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'
import { mappingWish, opener, writtenAs } from '../exchange/foreign.ts'
import { readInputs } from '../exchange/inputs.ts'
import { argumentList, flag, flagList, flagName, type Input, missingFlag, switchOn } from '../input.ts'
import type { PlanTask, Verb } from '../verb.ts'
import { reviewLines } from './review.ts'

export const reconcile: Verb = {
  arguments: ['[file...]'],
  options: [
    '--account <name>',
    '--strict',
    '--explain <line>',
    '--accept <line...>',
    '--ignore <line...>',
    '--reason <text>',
    '--plan <file>',
    '--apply <file>',
    '--rule <name=line...>',
    '--map <file>',
    '--encoding <name>',
    '--date <pattern>',
    '--decimal <mark>',
  ],
  async prepare(input, world) {
    oneOf(input, ['explain', 'accept', 'plan', 'apply'])
    oneOf(input, ['explain', 'ignore', 'plan', 'apply'])
    const said = await decider(input, world)
    const take = await importer(input, world)
    const { plan, asks } = said
    const task: PlanTask = {
      task: 'plan',
      needs: ['customers', 'journal', 'rates', 'bills', 'bank', 'activity', 'mappings'],
      plan: (book, context) => take(book, context, plan),
    }
    if (!asks) return task
    return {
      ...task,
      async review(book, context) {
        let whole = book
        take(book, context, (b) => {
          whole = b
          return { changes: [], problems: [], output: noOutput }
        })
        const account = flag(input, 'account')
        const { decisions, ended } = await reviewLines(whole, account, { context, input, world })
        const strict = switchOn(input, 'strict')
        return {
          ...task,
          ended,
          plan: (b, c) => take(b, c, (d, e) => planDecisions(d, { account, decisions, strict, whole: true }, e)),
        }
      },
    }
  },
}

type Decide = (book: Book, context: Context) => Plan

function oneOf(input: Input, flags: readonly string[]): void {
  const given = flags.filter((f) => input.flags[f] !== undefined)
  if (given.length > 1) throw new UserError([problem('flags-exclude', { flags: given.map(flagName) })])
}

/** What is done with the lines; `asks`: nothing was said about single lines, so a person at a terminal may be asked. */
async function decider(input: Input, world: World): Promise<{ readonly plan: Decide; readonly asks: boolean }> {
  const account = flag(input, 'account')
  const strict = switchOn(input, 'strict')
  const apply = flag(input, 'apply')
  if (apply !== undefined) return { plan: applied(apply, world, { account, strict }), asks: false }
  const path = flag(input, 'plan')
  if (path !== undefined) {
    const { planHead } = await reconcileTextOf(input.language)
    return {
      plan: checked(account, (book, context) => written(book, path, { account, head: planHead, context })),
      asks: false,
    }
  }
  const rules = flagList(input, 'rule').map(parseRuleWish)
  const wish = { account, strict, explain: flag(input, 'explain'), ...decisions(input) }
  const asks =
    wish.explain === undefined && wish.ignore === undefined && wish.accept.length === 0 && wish.all === undefined
  const plan = checked(account, (book, context) => withRules(book, rules, (b) => planReconcile(b, wish, context)))
  return { plan, asks: asks && rules.length === 0 }
}

function applied(
  path: string,
  world: World,
  wish: { readonly account: string | undefined; readonly strict: boolean },
): Decide {
  const problems: Problem[] = []
  const edited = readReconcilePlan(path, readForeign(world, path).bytes, problems)
  if (edited === null) throw new UserError(problems)
  return checked(wish.account, (book, context) => {
    const { decisions, problems: faults } = decisionsOf(book, edited)
    if (faults.length > 0) return { changes: [], problems: faults, output: noOutput }
    return planDecisions(book, { ...wish, decisions, whole: false }, context)
  })
}

function written(
  book: Book,
  path: string,
  {
    account,
    head,
    context,
  }: { readonly account: string | undefined; readonly head: string; readonly context: Context },
): Plan {
  const { romanise, hash } = context
  const { judged } = judgeLines(book, { account, romanise, hash })
  const lines = plannedLines(book, takeByRules(judged, book.bankRules).judged)
  return {
    changes: [],
    problems: [note('plan-written', { path, lines: lines.length })],
    output: noOutput,
    files: [{ path, text: writeReconcilePlan(lines, head) }],
  }
}

async function importer(input: Input, world: World) {
  const map = flag(input, 'map')
  const encoding = flag(input, 'encoding')
  const { files, problems } = await readInputs(world, argumentList(input, 0))
  const statements = {
    as: 'bank' as const,
    files: files.map((f) => ({ name: f.name, open: opener('bank', f, encoding === undefined ? {} : { encoding }) })),
    map: map === undefined ? null : mappingWish(world, map),
    ...writtenAs(input),
    createCustomers: false,
    account: flag(input, 'account'),
  }
  /** The statements first, then what is decided over the book with their lines. */
  return (book: Book, context: Context, decide: Decide): Plan => {
    if (files.length === 0) return decide(book, context)
    const imported = planImports(book, statements, context)
    const plan: Plan = { ...imported, problems: [...problems, ...imported.problems] }
    if (plan.problems.some((x) => x.severity === 'error')) return joined([plan])
    return joined([plan, decide(withLines(book, plan), context)])
  }
}

const bulk = ['sure', 'suggested'] as const

function decisions(
  input: Input,
): Pick<ReconcileWish, 'ignore' | 'all'> & { readonly accept: NonNullable<ReconcileWish['accept']> } {
  const lines = flagList(input, 'ignore')
  const said = flagList(input, 'accept')
  const all = bulk.find((b) => said.includes(b))
  const accept = said.filter((s) => s !== all).map(parseAcceptance)
  const both = { accept, ...(all === undefined ? {} : { all }) }
  return lines.length === 0
    ? both
    : { ...both, ignore: { lines, reason: flag(input, 'reason') ?? missingFlag('reason') } }
}

/** A wrong name of an account is no reason to do nothing in silence. */
function checked(account: string | undefined, decide: Decide): Decide {
  return (book, context) => {
    const known = [...new Set(book.bank.map((l) => l.account))].sort()
    if (account === undefined || known.includes(account)) return decide(book, context)
    return { changes: [], problems: [problem('unknown-account', { account, known })], output: noOutput }
  }
}

function withLines(book: Book, plan: Plan): Book {
  const lines = plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))
  const statements = plan.changes.flatMap((c) => (c.change === 'addStatement' ? [c.statement] : []))
  const saved = plan.changes.flatMap((c) => (c.change === 'saveMapping' ? [[c.name, c.mapping] as const] : []))
  return {
    ...book,
    bank: [...book.bank, ...lines],
    statements: [...book.statements, ...statements],
    mappings: new Map([...book.mappings, ...saved]),
  }
}

function joined(plans: readonly Plan[]): Plan {
  return {
    changes: plans.flatMap((p) => p.changes),
    problems: plans.flatMap((p) => p.problems),
    output: { tables: plans.flatMap((p) => p.output.tables) },
    exit: plans.some((p) => p.exit === 1) ? 1 : 0,
    confirm: plans.some((p) => p.confirm === true),
    files: plans.flatMap((p) => p.files ?? []),
  }
}
