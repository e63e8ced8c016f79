// The accepted class of each customer in each dimension as of the day.
import type { Day } from '../base/day.ts'
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

/** The last accepted row counts; within one day the later line of the file. */
export function readClasses(classes: readonly ClassRow[], index: CustomerIndex, asOf: Day): ClassSource {
  const history = new Map<string, AcceptedClass[]>()
  const seen = new Set<string>()
  const key = (i: number, dimension: string) => `${i} ${dimension}`
  classes.forEach((row, place) => {
    const i = index.of(row.customer)
    if (i < 0 || row.date > asOf) return
    seen.add(row.dimension)
    const rows = history.get(key(i, row.dimension))
    if (rows === undefined) history.set(key(i, row.dimension), [{ row, place }])
    else rows.push({ row, place })
  })
  for (const rows of history.values())
    rows.sort((a, b) => (a.row.date === b.row.date ? a.place - b.place : a.row.date < b.row.date ? -1 : 1))
  return {
    accepted: (i, dimension) => history.get(key(i, dimension))?.at(-1) ?? null,
    dimensions: () => [...seen].sort((a, b) => usualPlace(a) - usualPlace(b) || (a < b ? -1 : 1)),
    history: (i, dimension) => history.get(key(i, dimension)) ?? [],
  }
}

const usual: readonly string[] = ['tier', 'grade', 'rfm', 'segment', 'lifecycle']

function usualPlace(dimension: string): number {
  const place = usual.indexOf(dimension)
  return place < 0 ? usual.length : place
}
