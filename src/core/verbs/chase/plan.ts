// crm chase: whom to remind of what, at which step, with the letters; recording appends one reminder row a letter.
import type { Day } from '../../base/day.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { findCustomer } from '../../book/find.ts'
import type { Paper } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { stepsReached } from '../../cases/ladder.ts'
import { channelOf } from '../../cases/letter.ts'
import { openSources, type Sources } from '../../facts/sources.ts'
import { letterOf, reminderRow } from './letter.ts'
import { type Claim, claimsOf } from './overdue.ts'

export interface ChaseWish {
  /** Ids or names; none means everybody. */
  readonly customers: readonly string[]
  readonly asOf: Day
  readonly record: boolean
  /** Adds a table of documents with the steps they reached and had. */
  readonly explain: boolean
}

export function planChase(book: Book, wish: ChaseWish, context: Context): Plan {
  const sources = openSources(book, wish.asOf)
  const { indexes, problems } = chosen(sources, wish, context)
  if (problems.length > 0) return { changes: [], problems, output: { tables: [] } }
  const claims = indexes.flatMap((index) => claimsOf(sources, index))
  const letters = claims.filter((c) => c.state === 'toSend')
  const changes = wish.record ? letters.flatMap((claim) => recording(sources, claim, context)) : []
  const papers = letters.flatMap((claim): readonly Paper[] => {
    const customer = sources.customers[claim.index]
    const paper = customer === undefined ? null : letterOf(claim, customer, book.settings, wish.asOf)
    return paper === null ? [] : [paper]
  })
  return {
    changes,
    problems: said(claims, letters.length, wish.record),
    output: {
      tables: [claimsTable(sources, claims), ...(wish.explain ? [documentsTable(sources, claims)] : [])],
      papers,
    },
    confirm: changes.length > 0,
  }
}

function chosen(sources: Sources, wish: ChaseWish, context: Context) {
  const problems: Problem[] = []
  const indexes: number[] = []
  for (const name of wish.customers) {
    const found = findCustomer(sources.book.customers, name, context.romanise)
    if (found.ok) indexes.push(sources.indexOf(found.value.id))
    else problems.push(found.problem)
  }
  const all = wish.customers.length === 0 ? sources.customers.map((_, i) => i) : [...new Set(indexes)]
  return { indexes: all.sort((a, b) => a - b), problems }
}

function recording(sources: Sources, claim: Claim, context: Context): readonly Change[] {
  const customer = sources.customers[claim.index]
  const row = customer && reminderRow(claim, customer, sources.book.settings, { context, date: sources.asOf })
  return row == null ? [] : [{ change: 'addActivity', row }]
}

function said(claims: readonly Claim[], letters: number, record: boolean): readonly Problem[] {
  if (claims.length === 0) return [note('nothing-overdue', {})]
  if (letters === 0) return [note('no-letter-due', {})]
  return [record ? note('reminders-recorded', { count: letters }) : note('letters-due', { count: letters })]
}

/** Everybody who is overdue, also those who get no letter today, with the reason. */
function claimsTable(sources: Sources, claims: readonly Claim[]): Table {
  const { ladder } = sources.book.settings.chase
  const rows = claims.map((claim): Row => {
    const customer = sources.customers[claim.index]
    const step = ladder[claim.level - 1]
    return {
      customer: customer?.id ?? '',
      name: customer?.name ?? '',
      documents: (claim.chased.length > 0 ? claim.chased : claim.documents).length,
      overdue: claim.overdue,
      onAccount: claim.onAccount,
      claimed: claim.total,
      currency: claim.currency,
      overdueDays: claim.daysLate,
      state: claim.state,
      step: step?.name ?? null,
      channel: step === undefined || customer === undefined ? null : channelOf(step, customer),
      until: claim.until,
    }
  })
  return {
    name: 'chase',
    columns: [
      { key: 'customer', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'documents', type: 'number' },
      { key: 'overdue', type: 'money' },
      { key: 'onAccount', type: 'money' },
      { key: 'claimed', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'overdueDays', type: 'number' },
      { key: 'state', type: 'word' },
      { key: 'step', type: 'word' },
      { key: 'channel', type: 'word' },
      { key: 'until', type: 'day' },
    ],
    rows,
  }
}

function documentsTable(sources: Sources, claims: readonly Claim[]): Table {
  const { ladder } = sources.book.settings.chase
  const rows = claims.flatMap((claim) =>
    claim.documents.map(
      (d): Row => ({
        customer: sources.customers[claim.index]?.id ?? '',
        document: d.document,
        due: d.due,
        open: d.open,
        currency: claim.currency,
        overdueDays: d.daysLate,
        reached: ladder[stepsReached(ladder, d.daysLate) - 1]?.name ?? null,
        reminded: ladder[d.recorded - 1]?.name ?? null,
        paused: d.paused,
      }),
    ),
  )
  return {
    name: 'documents',
    columns: [
      { key: 'customer', type: 'id' },
      { key: 'document', type: 'id' },
      { key: 'due', type: 'day' },
      { key: 'open', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'overdueDays', type: 'number' },
      { key: 'reached', type: 'word' },
      { key: 'reminded', type: 'word' },
      { key: 'paused', type: 'word' },
    ],
    rows,
  }
}
