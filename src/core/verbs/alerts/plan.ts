// crm alerts: customers who meet a stated rule, each raised once; recording appends a note to the customer's activity.
import { addDays, type Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Row } from '../../base/table.ts'
import { type ActivityRow, emptyActivity } from '../../book/activity.ts'
import type { Book } from '../../book/book.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { evidenceText, holds, readCondition } from '../../facts/condition.ts'
import { openSources, type Sources } from '../../facts/sources.ts'

export interface AlertsWish {
  readonly asOf: Day
  readonly record: boolean
}

interface Alert {
  readonly name: string
  readonly index: number
  readonly evidence: string
  /** The day on which it was recorded, when that is not too long ago to hold back another. */
  readonly raised: Day | null
}

export function planAlerts(book: Book, wish: AlertsWish, context: Context): Plan {
  const sources = openSources(book, wish.asOf)
  const problems: Problem[] = []
  const alerts = book.settings.alerts.flatMap(({ name, when, again }) => {
    const condition = readCondition(when, sources)
    problems.push(...condition.problems)
    if (condition.problems.length > 0) return []
    return sources.customers.flatMap((_, index): Alert[] =>
      holds(condition.predicate, sources, index)
        ? [
            {
              name,
              index,
              evidence: evidenceText(condition.predicate, sources, index),
              raised: lastRaised(sources, index, name, again),
            },
          ]
        : [],
    )
  })
  if (problems.length > 0) return { changes: [], problems, output: { tables: [] } }
  const fresh = alerts.filter((a) => a.raised === null)
  return {
    changes: wish.record
      ? fresh.map((alert) => ({ change: 'addActivity' as const, row: alertRow(sources, alert, context) }))
      : [],
    problems: [said(fresh.length, wish.record)],
    output: { tables: [table(sources, alerts)] },
  }
}

function said(count: number, record: boolean): Problem {
  if (count === 0) return note('no-new-alerts', {})
  return record ? note('alerts-recorded', { count }) : note('alerts-new', { count })
}

/** Alerts are recorded as notes whose source names the rule. */
function sourceOf(name: string): string {
  return `alert:${name}`
}

function lastRaised(sources: Sources, index: number, name: string, again: number): Day | null {
  const last = sources
    .activity()
    .rows(index)
    .filter((r) => r.source === sourceOf(name))
    .at(-1)
  return last !== undefined && addDays(last.date, again) > sources.asOf ? last.date : null
}

function alertRow(sources: Sources, alert: Alert, context: Context): ActivityRow {
  const customer = sources.customers[alert.index]?.id ?? ''
  return {
    ...emptyActivity,
    id: rowId(context.hash, ['alert', alert.name, customer, sources.asOf]),
    date: sources.asOf,
    kind: 'note',
    customer,
    subject: `${alert.name}: ${alert.evidence}`,
    source: sourceOf(alert.name),
  }
}

function table(sources: Sources, alerts: readonly Alert[]) {
  const rows = alerts.map((alert): Row => {
    const customer = sources.customers[alert.index]
    return {
      alert: alert.name,
      customer: customer?.id ?? '',
      name: customer?.name ?? '',
      owner: customer?.owner ?? null,
      value: alert.evidence,
      raised: alert.raised,
    }
  })
  return {
    name: 'alerts' as const,
    columns: [
      { key: 'alert', type: 'word' },
      { key: 'customer', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'owner', type: 'text' },
      { key: 'value', type: 'text' },
      { key: 'raised', type: 'day' },
    ] as const,
    rows,
  }
}
