// Notes on a classification itself: feedback of customers, schemes of rivals, what a review found. They belong to no customer.
import { addMonths, type Day } from '../base/day.ts'
import type { ActivityRow } from '../book/activity.ts'
import { inOrder } from './order.ts'

const mark = 'dimension:'

/** The source of a note that is tied to a dimension; such a row alone may name no customer. */
export function dimensionSource(dimension: string): string {
  return `${mark}${dimension}`
}

export function isDimensionNote(row: { readonly kind: string; readonly source: string }): boolean {
  return row.kind === 'note' && row.source.startsWith(mark) && row.source.length > mark.length
}

export interface DimensionNote {
  readonly dimension: string
  readonly date: Day
  readonly text: string
}

/** Up to the day, oldest first. */
export function dimensionNotes(activity: readonly ActivityRow[], asOf: Day): readonly DimensionNote[] {
  return inOrder(activity.filter(isDimensionNote), asOf).map((row) => ({
    dimension: row.source.slice(mark.length),
    date: row.date,
    text: row.feedback,
  }))
}

/** A dimension is to be reviewed a year after its last note, or after it was first accepted where there is none. */
export function reviewDue(since: Day): Day {
  return addMonths(since, 12)
}
