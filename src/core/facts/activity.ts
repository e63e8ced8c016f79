// Facts about contact and care: calls, visits, complaints, disputes, satisfaction, referrals, time spent.
import { type Day, daysBetween } from '../base/day.ts'
import { parseDecimal } from '../base/decimal.ts'
import { type ActivityRow, activityKinds } from '../book/activity.ts'
import type { Case } from '../cases/cases.ts'
import { type KindSet, kindSet } from './activity-source.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import type { Sources } from './sources.ts'

const activity = ['activity'] as const
const promises = ['activity', 'journal'] as const

/** Kinds by which we and the customer speak: not reminders and letters, and no mere bookkeeping of ours. */
const contactKinds = kindSet(
  'contact',
  'visit',
  'enquiry',
  'complaint',
  'dispute',
  'suggestion',
  'praise',
  'survey',
  'promise',
  'confirm',
  'referral',
)
const everyKind = kindSet(...activityKinds)

/** What takes our time. */
const workKinds = kindSet(
  'contact',
  'visit',
  'enquiry',
  'complaint',
  'dispute',
  'task',
  'opportunity',
  'survey',
  'promise',
  'gift',
  'letter',
  'note',
)

function evidenceOf(s: Sources, rows: readonly ActivityRow[]): readonly Evidence[] {
  return rows.map((row) => ({ from: 'activity', row: s.activity().place(row) }))
}

/** How many rows of some kinds. */
const counted = (of: KindSet, recent: boolean) => ({
  type: 'number' as const,
  needs: activity,
  value: (s: Sources, i: number): FactValue => s.activity().count(i, of, recent),
  evidence: (s: Sources, i: number) => evidenceOf(s, s.activity().of(i, of, recent)),
})

function lastOf(s: Sources, i: number, of: KindSet): ActivityRow | undefined {
  return s.activity().last(i, of)
}

const lastDay = (of: KindSet) => ({
  type: 'day' as const,
  needs: activity,
  value: (s: Sources, i: number): FactValue => lastOf(s, i, of)?.date ?? null,
  evidence: (s: Sources, i: number) =>
    evidenceOf(
      s,
      [lastOf(s, i, of)].filter((r) => r !== undefined),
    ),
})

const daysSince = (of: KindSet) => ({
  type: 'days' as const,
  needs: activity,
  value: (s: Sources, i: number): FactValue => {
    const day: Day | undefined = lastOf(s, i, of)?.date
    return day === undefined ? null : daysBetween(day, s.asOf)
  },
  evidence: (s: Sources, i: number) =>
    evidenceOf(
      s,
      [lastOf(s, i, of)].filter((r) => r !== undefined),
    ),
})

const openCases = (of: KindSet) => {
  const chosen = (s: Sources, i: number): readonly Case[] =>
    s
      .activity()
      .cases(i)
      .filter((c) => c.open && (kindSet(c.kind) & of) !== 0)
  return {
    type: 'number' as const,
    needs: activity,
    value: (s: Sources, i: number): FactValue => chosen(s, i).length,
    evidence: (s: Sources, i: number) =>
      evidenceOf(
        s,
        chosen(s, i).flatMap((c) => c.rows),
      ),
  }
}

const promisesIn = (state: 'running' | 'kept' | 'broken') => ({
  type: 'number' as const,
  needs: promises,
  value: (s: Sources, i: number): FactValue => s.promises(i).filter((p) => p.state === state).length,
  evidence: (s: Sources, i: number) =>
    evidenceOf(
      s,
      s
        .promises(i)
        .filter((p) => p.state === state)
        .map((p) => p.row),
    ),
})

/** A rating on its scale as a fraction from 0 to 1; null where the row gives none. A scale is `5` or `0-10`; five unless said. */
export function satisfactionOf(row: ActivityRow): number | null {
  const rating = parseDecimal(row.rating)
  const [low, high] = /^(\d+)-(\d+)$/.exec(row.scale)?.slice(1).map(Number) ?? [1, Number(row.scale || '5')]
  if (rating === null || low === undefined || high === undefined || !(high > low)) return null
  const fraction = (rating.toNumber() - low) / (high - low)
  return fraction < 0 || fraction > 1 ? null : fraction
}

function rated(s: Sources, i: number): readonly ActivityRow[] {
  return recent(s, i).filter((r) => r.rating !== '' && satisfactionOf(r) !== null)
}

/** Rows of 12 months that say how long they took. */
export function minuteRows(s: Sources, i: number): readonly ActivityRow[] {
  return recent(s, i).filter((r) => /^\d{1,6}$/.test(r.minutes))
}

const noRows: readonly ActivityRow[] = []

/** All rows of 12 months; of most customers none. */
function recent(s: Sources, i: number): readonly ActivityRow[] {
  const activity = s.activity()
  return activity.count(i, everyKind, true) === 0 ? noRows : activity.of(i, everyKind, true)
}

export const activityFacts = [
  fact({ name: 'contacts12m', ...counted(contactKinds, true) }),
  fact({ name: 'lastContact', ...lastDay(contactKinds) }),
  fact({ name: 'lastContactDays', ...daysSince(contactKinds) }),
  fact({ name: 'visits12m', ...counted(kindSet('visit'), true) }),
  fact({ name: 'lastVisit', ...lastDay(kindSet('visit')) }),
  fact({ name: 'lastVisitDays', ...daysSince(kindSet('visit')) }),
  fact({ name: 'enquiries12m', ...counted(kindSet('enquiry'), true) }),
  fact({ name: 'complaints', ...counted(kindSet('complaint'), false) }),
  fact({ name: 'complaints12m', ...counted(kindSet('complaint'), true) }),
  fact({ name: 'disputes12m', ...counted(kindSet('dispute'), true) }),
  fact({ name: 'suggestions12m', ...counted(kindSet('suggestion'), true) }),
  fact({ name: 'praise12m', ...counted(kindSet('praise'), true) }),
  fact({ name: 'referrals', ...counted(kindSet('referral'), false) }),
  fact({ name: 'gifts12m', ...counted(kindSet('gift'), true) }),
  fact({ name: 'reminders12m', ...counted(kindSet('reminder'), true) }),
  fact({ name: 'lastReminderDays', ...daysSince(kindSet('reminder')) }),
  fact({ name: 'activities12m', ...counted(workKinds, true) }),
  fact({ name: 'openCases', ...openCases(everyKind) }),
  fact({ name: 'openComplaints', ...openCases(kindSet('complaint')) }),
  fact({ name: 'openDisputes', ...openCases(kindSet('dispute')) }),
  fact({ name: 'openOpportunities', ...openCases(kindSet('opportunity')) }),
  fact({ name: 'openTasks', ...openCases(kindSet('task')) }),
  fact({
    name: 'casesLate',
    type: 'number',
    needs: activity,
    value: (s, i) =>
      s
        .activity()
        .cases(i)
        .filter((c) => c.open && c.due !== null && c.due < s.asOf).length,
    evidence: (s, i) =>
      evidenceOf(
        s,
        s
          .activity()
          .cases(i)
          .filter((c) => c.open && c.due !== null && c.due < s.asOf)
          .flatMap((c) => c.rows),
      ),
  }),
  fact({ name: 'openPromises', ...promisesIn('running') }),
  fact({ name: 'keptPromises', ...promisesIn('kept') }),
  fact({ name: 'brokenPromises', ...promisesIn('broken') }),
  fact({
    name: 'onHold',
    type: 'flag',
    needs: activity,
    value: (s, i) => s.activity().holds(i).length > 0,
    evidence: (s, i) =>
      evidenceOf(
        s,
        s
          .activity()
          .holds(i)
          .map((h) => h.row),
      ),
  }),
  fact({
    name: 'satisfaction12m',
    type: 'percent',
    needs: activity,
    value: (s, i) => {
      const ratings = rated(s, i).map((r) => satisfactionOf(r) ?? 0)
      return ratings.length === 0 ? null : ratings.reduce((a, b) => a + b, 0) / ratings.length
    },
    evidence: (s, i) => evidenceOf(s, rated(s, i)),
  }),
  fact({
    name: 'minutes12m',
    type: 'number',
    needs: activity,
    value: (s, i) => minuteRows(s, i).reduce((sum, r) => sum + Number(r.minutes), 0),
    evidence: (s, i) => evidenceOf(s, minuteRows(s, i)),
  }),
] as const satisfies readonly Fact[]
