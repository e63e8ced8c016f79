// Receivables as of a day: what is owed, what was received, what is set against what. One fold over the traced journal.
import { type Day, dayNumber } from '../base/day.ts'
import { manyMap } from '../base/many-map.ts'
import type { Problem } from '../base/problem.ts'
import type { CustomerId } from '../book/customer.ts'
import type { Journal } from '../book/journal.ts'
import type { Standing } from '../book/standing.ts'
import { type Account, type AccountColumns, foldAccounts, viewAccounts } from './accounts.ts'
import { type LedgerDocument, viewDocuments } from './documents.ts'
import { traceJournal } from './link.ts'
import { type LedgerSource, viewSources } from './sources.ts'
import { standingOf } from './standing.ts'
import { foldTotals, type Totals } from './totals.ts'
import type { Trace } from './trace.ts'
import { findViolations } from './violations.ts'

export interface Ledger {
  readonly asOf: Day
  readonly journal: Journal
  readonly trace: Trace
  readonly totals: Totals
  /** Balances by number of the account, for those who look at many. */
  readonly accountColumns: AccountColumns
  /** The same with what is open of each, apart from the journal. */
  readonly standing: Standing
  /** Per customer and currency, in order of both: balance = open − on account. Accounts that are even are there too. */
  readonly accounts: readonly Account[]
  /** Bills, fees and positive openings, paid or not, by customer, currency, day, number. */
  readonly documents: readonly LedgerDocument[]
  /** Payments, credit notes, negative openings and moves in, used or not, by customer, currency, day, name. */
  readonly sources: readonly LedgerSource[]
  /** Rows that cannot be understood, and amounts set against more than there is. Empty in a sound book. */
  readonly problems: readonly Problem[]
  /** By number, or by row id where it has none. */
  document(number: string): LedgerDocument | undefined
  /** By row id, or by number where it has one. */
  source(name: string): LedgerSource | undefined
  documentsOf(customer: CustomerId): readonly LedgerDocument[]
  sourcesOf(customer: CustomerId): readonly LedgerSource[]
}

/** Rows dated later than `asOf` do not exist. Nothing throws: what is wrong stands in `problems`. */
export function openLedger(journal: Journal, asOf: Day): Ledger {
  return ledgerOf(traceJournal(journal), asOf)
}

/** The same from a trace that is there already, for those who look at several days. */
export function ledgerOf(trace: Trace, asOf: Day): Ledger {
  const totals = foldTotals(trace, dayNumber(asOf))
  const documents = once(() => viewDocuments(trace, totals, asOf))
  const sources = once(() => viewSources(trace, totals, asOf))
  const byNumber = once(() => {
    const map = manyMap<LedgerDocument>(documents().length)
    for (const d of documents()) map.add(d.number, d)
    return map
  })
  const byName = once(() => firstBy(sources(), (s) => (s.document === '' ? [s.id] : [s.id, s.document])))
  const documentGroups = once(() => groupByCustomer(documents()))
  const sourceGroups = once(() => groupByCustomer(sources()))
  const accountColumns = once(() => foldAccounts(trace, totals, asOf))
  const accounts = once(() => viewAccounts(trace, accountColumns()))
  const problems = once(() => [...trace.problems, ...findViolations(trace, totals, asOf)])
  const standing = once(() => standingOf({ asOf, trace, totals, accountColumns: accountColumns() }))
  return {
    asOf,
    journal: trace.journal,
    trace,
    totals,
    get accountColumns() {
      return accountColumns()
    },
    get standing() {
      return standing()
    },
    get accounts() {
      return accounts()
    },
    get documents() {
      return documents()
    },
    get sources() {
      return sources()
    },
    get problems() {
      return problems()
    },
    document: (number) => byNumber().get(number)[0],
    source: (name) => byName().get(name),
    documentsOf: (customer) => documentGroups().get(customer) ?? [],
    sourcesOf: (customer) => sourceGroups().get(customer) ?? [],
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function firstBy<T>(list: readonly T[], names: (item: T) => readonly string[]): Map<string, T> {
  const map = new Map<string, T>()
  // From the last to the first, so that the first stays.
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i]
    if (item !== undefined) for (const name of names(item)) map.set(name, item)
  }
  return map
}

function groupByCustomer<T extends { readonly customer: CustomerId }>(list: readonly T[]): Map<CustomerId, T[]> {
  const groups = new Map<CustomerId, T[]>()
  for (const item of list) {
    const group = groups.get(item.customer)
    if (group === undefined) groups.set(item.customer, [item])
    else group.push(item)
  }
  return groups
}
