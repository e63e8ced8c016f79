// crm reconcile [FILE…]: new statement lines into the book, then lines and book brought together.
import { problem } from '../../core/base/problem.ts'
import type { Book } from '../../core/book/book.ts'
import { noOutput } from '../../core/book/paper.ts'
import type { Context, Plan } from '../../core/book/plan.ts'
import { planImports } from '../../core/verbs/import/plan.ts'
import { parseAcceptance } from '../../core/verbs/reconcile/decide.ts'
import { planReconcile, type ReconcileWish } from '../../core/verbs/reconcile/plan.ts'
import { mappingWish, opener, writtenAs } from '../exchange/foreign.ts'
import { readInputs } from '../exchange/inputs.ts'
import { argumentList, flag, flagList, type Input, missingFlag, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

export const reconcile: Verb = {
  arguments: ['[file...]'],
  options: [
    '--account <name>',
    '--strict',
    '--explain <line>',
    '--accept <line...>',
    '--ignore <line...>',
    '--reason <text>',
    '--map <file>',
    '--encoding <name>',
    '--date <pattern>',
    '--decimal <mark>',
  ],
  async prepare(input, world) {
    const account = flag(input, 'account')
    const map = flag(input, 'map')
    const wish = { account, strict: switchOn(input, 'strict'), explain: flag(input, 'explain'), ...decisions(input) }
    const encoding = flag(input, 'encoding')
    const { files, problems } = await readInputs(world, argumentList(input, 0))
    const statements = {
      as: 'bank' as const,
      files: files.map((f) => ({ name: f.name, open: opener('bank', f, encoding === undefined ? {} : { encoding }) })),
      map: map === undefined ? null : mappingWish(world, map),
      ...writtenAs(input),
      createCustomers: false,
      account,
    }
    return {
      task: 'plan',
      needs: ['customers', 'journal', 'rates', 'bills', 'bank', 'mappings'],
      plan(book, context) {
        if (files.length === 0) return reconciled(book, wish, context)
        const imported = planImports(book, statements, context)
        const plan: Plan = { ...imported, problems: [...problems, ...imported.problems] }
        if (plan.problems.some((x) => x.severity === 'error')) return joined([plan])
        return joined([plan, reconciled(withLines(book, plan), wish, context)])
      },
    }
  },
}

function decisions(input: Input): Pick<ReconcileWish, 'accept' | 'ignore'> {
  const lines = flagList(input, 'ignore')
  const accept = flagList(input, 'accept').map(parseAcceptance)
  return lines.length === 0
    ? { accept }
    : { accept, ignore: { lines, reason: flag(input, 'reason') ?? missingFlag('reason') } }
}

function reconciled(book: Book, wish: ReconcileWish, context: Context): Plan {
  const known = [...new Set(book.bank.map((l) => l.account))].sort()
  if (wish.account === undefined || known.includes(wish.account)) return planReconcile(book, wish, context)
  return { changes: [], problems: [problem('unknown-account', { account: wish.account, known })], output: noOutput }
}

function withLines(book: Book, plan: Plan): Book {
  const lines = plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))
  const saved = plan.changes.flatMap((c) => (c.change === 'saveMapping' ? [[c.name, c.mapping] as const] : []))
  return { ...book, bank: [...book.bank, ...lines], mappings: new Map([...book.mappings, ...saved]) }
}

function joined(plans: readonly Plan[]): Plan {
  return {
    changes: plans.flatMap((p) => p.changes),
    problems: plans.flatMap((p) => p.problems),
    output: { tables: plans.flatMap((p) => p.output.tables) },
    exit: plans.some((p) => p.exit === 1) ? 1 : 0,
    confirm: plans.some((p) => p.confirm === true),
  }
}
