// The accepted class of each customer in each dimension as of the day.
import type { Day } from '../base/day.ts'
import { compareText } from '../base/order.ts'
import type { ClassRow } from '../book/classes.ts'
import type { CustomerIndex } from './customer-index.ts'

export interface AcceptedClass {
  readonly row: ClassRow
  /** Its place among the book's class rows. */
  readonly place: number
}

export interface ClassSource {
  accepted(index: number, dimension: string): AcceptedClass | null
  /** Every dimension with a row up to the day: the usual ones first, then by name. */
  dimensions(): readonly string[]
  /** All accepted rows of a customer in a dimension up to the day, oldest first. */
  history(index: number, dimension: string): readonly AcceptedClass[]
}

const nothing: readonly AcceptedClass[] = []

/** The last accepted row counts; within one day the later line of the file. */
export function readClasses(classes: readonly ClassRow[], index: CustomerIndex, asOf: Day): ClassSource {
  const histories = new Map<string, AcceptedClass[][]>()
  classes.forEach((row, place) => {
    const i = index.of(row.customer)
    if (i < 0 || row.date > asOf) return
    const dimension = histories.get(row.dimension) ?? []
    histories.set(row.dimension, dimension)
    const rows = dimension[i]
    if (rows === undefined) dimension[i] = [{ row, place }]
    else rows.push({ row, place })
  })
  for (const dimension of histories.values())
    for (const rows of dimension) rows?.sort((a, b) => compareText(a.row.date, b.row.date) || a.place - b.place)
  const history = (i: number, dimension: string) => histories.get(dimension)?.[i] ?? nothing
  return {
    accepted: (i, dimension) => history(i, dimension).at(-1) ?? null,
    dimensions: () => [...histories.keys()].sort((a, b) => usualPlace(a) - usualPlace(b) || compareText(a, b)),
    history,
  }
}

const usual: readonly string[] = ['tier', 'grade', 'rfm', 'segment', 'lifecycle']

function usualPlace(dimension: string): number {
  const place = usual.indexOf(dimension)
  return place < 0 ? usual.length : place
}
