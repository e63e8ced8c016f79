// crm log: one row of contact with a customer, checked against what it refers to.
import { isCurrency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { likely } from '../../base/likely.ts'
import { formatAmount } from '../../base/money.ts'
import { note, type Problem, problem } from '../../base/problem.ts'
import type { Row, Table } from '../../base/table.ts'
import {
  type ActivityColumn,
  type ActivityKind,
  type ActivityRow,
  activityColumns,
  activityKinds,
  caseKinds,
  emptyActivity,
  isActivityKind,
} from '../../book/activity.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { casesAsOf } from '../../cases/cases.ts'
import { documentSet, documentsOf } from '../../cases/order.ts'
import { amountIn, checkCells } from './check.ts'

/** Columns that a person may fill; the others are given or made. */
export type LogField = Exclude<ActivityColumn, 'id' | 'date' | 'kind' | 'customer' | 'source'>

const settled: readonly ActivityColumn[] = ['id', 'date', 'kind', 'customer', 'source']

/** What a person may say in a flag of the same name, in the order of the columns. */
export const logFields: readonly LogField[] = activityColumns.filter((c): c is LogField => !settled.includes(c))

export interface LogWish {
  readonly customer: string
  /** A kind of activity, or its name in a language. */
  readonly kind: string
  readonly date: Day
  readonly fields: Partial<Readonly<Record<LogField, string>>>
  /** Names of kinds in the languages of the product, for people who do not type the key. */
  readonly kindNames: ReadonlyMap<string, ActivityKind>
}

/** Kinds that make no sense outside a case. */
const inCase: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['resolve', 'reopen', 'close'])

export function planLog(book: Book, wish: LogWish, context: Context): Plan {
  const kind = kindOf(wish)
  const found = findCustomer(book.customers, wish.customer, context.romanise)
  const problems: Problem[] = []
  if (kind === undefined)
    problems.push(problem('unknown-activity-kind', { kind: wish.kind, like: likely(wish.kind, activityKinds) }))
  if (!found.ok) problems.push(found.problem)
  if (kind === undefined || !found.ok) return { changes: [], problems, output: { tables: [] } }
  const customer = found.value
  const row = rowOf(book, wish, kind, customer, context)
  problems.push(...checkCells(book, row, wish.fields), ...caseProblems(book, row, customer))
  const said = [
    note('activity-logged', { id: row.id, customer: customer.id }),
    ...(caseKinds.has(kind) && row.case === '' ? [note('case-opened', { id: row.id })] : []),
  ]
  const failed = problems.some((p) => p.severity === 'error')
  return {
    changes: failed ? [] : [{ change: 'addActivity', row }],
    problems: failed ? problems : [...problems, ...said],
    output: { tables: failed ? [] : [table(row)] },
  }
}

function kindOf({ kind, kindNames }: LogWish): ActivityKind | undefined {
  const typed = kind.trim().toLowerCase()
  return isActivityKind(typed) ? typed : kindNames.get(typed)
}

function rowOf(book: Book, wish: LogWish, kind: ActivityKind, customer: Customer, context: Context): ActivityRow {
  const { fields } = wish
  const currency = fields.currency?.toUpperCase() ?? customer.currency ?? book.settings.currency
  const amount = isCurrency(currency) ? amountIn(fields.amount ?? '', currency) : null
  return {
    ...emptyActivity,
    ...fields,
    id: context.freshId(0),
    date: wish.date,
    kind,
    customer: customer.id,
    document: documentSet(documentsOf({ document: fields.document ?? '' })),
    amount: amount !== null && isCurrency(currency) ? formatAmount(amount, currency) : (fields.amount ?? ''),
    currency: fields.amount === undefined && fields.currency === undefined ? '' : currency,
    scale: fields.rating === undefined ? '' : (fields.scale ?? '5'),
  }
}

function caseProblems(book: Book, row: ActivityRow, customer: Customer): readonly Problem[] {
  if (row.case === '') return inCase.has(row.kind) ? [problem('case-missing', { kind: row.kind })] : []
  const cases = casesAsOf(book.activity, row.date).filter(
    (c) => c.customer === customer.id || book.customers.get(c.customer)?.mergedInto === customer.id,
  )
  const named = cases.find((c) => c.id === row.case)
  if (named === undefined)
    return [problem('unknown-case', { id: row.case, like: cases.filter((c) => c.open).map((c) => c.id) })]
  if (!named.open && (row.kind === 'resolve' || row.kind === 'close') && named.ended !== null)
    return [problem('case-closed', { id: row.case, day: named.ended })]
  return []
}

/** The columns that every row has, then those that this one fills. */
function table(row: ActivityRow): Table {
  const filled = (['channel', 'by', 'case', 'document', 'subject', 'outcome', 'rating', 'due'] as const).filter(
    (c) => row[c] !== '',
  )
  const shown: Row = {
    id: row.id,
    date: row.date,
    kind: row.kind,
    customer: row.customer,
    ...Object.fromEntries(filled.map((c) => [c, row[c]])),
  }
  return {
    name: 'activity',
    columns: [
      { key: 'id', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'customer', type: 'id' },
      ...filled.map((key) => ({
        key,
        type: key === 'channel' ? ('word' as const) : key === 'due' ? ('day' as const) : ('text' as const),
      })),
    ],
    rows: [shown],
  }
}
