// Every contact with a customer, one row each. Cases, promises and reminder levels are derived from these rows.
import type { Day } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { CustomerId } from './customer.ts'

export const activityKinds = [
  'contact',
  'visit',
  'enquiry',
  'complaint',
  'dispute',
  'suggestion',
  'praise',
  'survey',
  'task',
  'promise',
  'hold',
  'release',
  'confirm',
  'consent',
  'referral',
  'opportunity',
  'reminder',
  'letter',
  'gift',
  'note',
  'assign',
  'stage',
  'resolve',
  'reopen',
  'close',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const channels = ['phone', 'email', 'meeting', 'sms', 'wechat', 'web', 'post', 'social', 'other'] as const
export type Channel = (typeof channels)[number]

/** The columns of `activity/<yyyy-mm>.csv` in their fixed order. */
export const activityColumns = [
  'id',
  'date',
  'time',
  'kind',
  'customer',
  'contact',
  'channel',
  'direction',
  'by',
  'case',
  'document',
  'item',
  'subject',
  'need',
  'feedback',
  'problem',
  'solution',
  'outcome',
  'severity',
  'rating',
  'scale',
  'amount',
  'currency',
  'due',
  'cause',
  'minutes',
  'source',
] as const
export type ActivityColumn = (typeof activityColumns)[number]

/**
 * A row as its file holds it: every column is text, empty where nothing is said; date, kind, customer and id are always there,
 * but a note on a dimension of the classes names no customer.
 */
export type ActivityRow = { readonly [C in Exclude<ActivityColumn, 'id' | 'date' | 'kind' | 'customer'>]: string } & {
  readonly id: RowId
  readonly date: Day
  readonly kind: ActivityKind
  readonly customer: CustomerId
}

/** Kinds that open a case, whose id is the row's id. */
export const caseKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'complaint',
  'dispute',
  'enquiry',
  'task',
  'opportunity',
])

export function isActivityKind(text: string): text is ActivityKind {
  return (activityKinds as readonly string[]).includes(text)
}

/** All columns that may be empty, empty: what a new row starts from. */
export const emptyActivity: Omit<ActivityRow, 'id' | 'date' | 'kind' | 'customer'> = {
  time: '',
  contact: '',
  channel: '',
  direction: '',
  by: '',
  case: '',
  document: '',
  item: '',
  subject: '',
  need: '',
  feedback: '',
  problem: '',
  solution: '',
  outcome: '',
  severity: '',
  rating: '',
  scale: '',
  amount: '',
  currency: '',
  due: '',
  cause: '',
  minutes: '',
  source: '',
}
