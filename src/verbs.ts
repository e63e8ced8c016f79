// The one table of verbs. Help, completion, docs and tests derive from it; a verb's module is loaded only when it is called.
import type { Verb } from './commands/verb.ts'
import type { Group } from './core/base/groups.ts'

export interface VerbEntry {
  readonly name: string
  readonly group: Group
  /** Shown first in `crm --help`. */
  readonly daily: boolean
  /** Takes the lock and commits. */
  readonly writes: boolean
  readonly load: () => Promise<Verb>
}

/** In the order in which help lists them. */
export const verbs: readonly VerbEntry[] = [
  {
    name: 'add',
    group: 'customers',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/customers/add.ts')).add,
  },
  {
    name: 'edit',
    group: 'customers',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/customers/edit.ts')).edit,
  },
  {
    name: 'show',
    group: 'customers',
    daily: true,
    writes: false,
    load: async () => (await import('./commands/customers/show.ts')).show,
  },
  {
    name: 'sell',
    group: 'money',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/money/sell.ts')).sell,
  },
  {
    name: 'bill',
    group: 'money',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/money/bill.ts')).bill,
  },
  {
    name: 'contract',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/contract.ts')).contract,
  },
  {
    name: 'pay',
    group: 'money',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/money/pay.ts')).pay,
  },
  {
    name: 'apply',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/apply.ts')).apply,
  },
  {
    name: 'unapply',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/unapply.ts')).unapply,
  },
  {
    name: 'credit',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/credit.ts')).credit,
  },
  {
    name: 'void',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/void.ts')).voidBill,
  },
  {
    name: 'refund',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/refund.ts')).refund,
  },
  {
    name: 'writeoff',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/writeoff.ts')).writeoff,
  },
  {
    name: 'move',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/move.ts')).move,
  },
  {
    name: 'reverse',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/reverse.ts')).reverse,
  },
  {
    name: 'opening',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/opening.ts')).opening,
  },
  {
    name: 'confirm',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/confirm.ts')).confirm,
  },
  {
    name: 'close',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/close.ts')).close,
  },
  {
    name: 'reopen',
    group: 'money',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/money/reopen.ts')).reopen,
  },
  {
    name: 'report',
    group: 'analysis',
    daily: true,
    writes: false,
    load: async () => (await import('./commands/analysis/report.ts')).report,
  },
  {
    name: 'reconcile',
    group: 'bank',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/bank/reconcile.ts')).reconcile,
  },
  {
    name: 'import',
    group: 'exchange',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/exchange/import.ts')).importVerb,
  },
  {
    name: 'list',
    group: 'customers',
    daily: true,
    writes: false,
    load: async () => (await import('./commands/customers/list.ts')).list,
  },
  {
    name: 'chase',
    group: 'letters',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/letters/chase.ts')).chase,
  },
  {
    name: 'log',
    group: 'service',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/service/log.ts')).log,
  },
  {
    name: 'classify',
    group: 'analysis',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/analysis/classify.ts')).classify,
  },
  {
    name: 'alerts',
    group: 'analysis',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/analysis/alerts.ts')).alerts,
  },
  {
    name: 'facts',
    group: 'analysis',
    daily: false,
    writes: false,
    load: async () => (await import('./commands/analysis/facts.ts')).facts,
  },
  {
    name: 'explain',
    group: 'analysis',
    daily: false,
    writes: false,
    load: async () => (await import('./commands/analysis/explain.ts')).explain,
  },
  {
    name: 'export',
    group: 'exchange',
    daily: false,
    writes: false,
    load: async () => (await import('./commands/exchange/export.ts')).exportBook,
  },
  {
    name: 'init',
    group: 'book',
    daily: true,
    writes: true,
    load: async () => (await import('./commands/book/init.ts')).init,
  },
  {
    name: 'recover',
    group: 'book',
    daily: false,
    writes: true,
    load: async () => (await import('./commands/book/recover.ts')).recover,
  },
  {
    name: 'check',
    group: 'book',
    daily: true,
    writes: false,
    load: async () => (await import('./commands/book/check.ts')).check,
  },
  {
    name: 'demo',
    group: 'book',
    daily: true,
    writes: false,
    load: async () => (await import('./commands/book/demo.ts')).demo,
  },
  {
    name: 'help',
    group: 'book',
    daily: false,
    writes: false,
    load: async () => (await import('./commands/book/help.ts')).help,
  },
]

export function findVerb(name: string): VerbEntry | undefined {
  return verbs.find((v) => v.name === name)
}
