// Facts as they will be once what a run proposes is accepted: so that rules about classes give the same when they run again.
import type { ClassSource } from './class-source.ts'
import type { Sources } from './sources.ts'

/** By dimension and index of customer. */
export type Proposed = ReadonlyMap<string, ReadonlyMap<number, string>>

export function withProposed(sources: Sources, proposed: Proposed): Sources {
  const before = sources.classes()
  const classes: ClassSource = {
    ...before,
    accepted(index, dimension) {
      const known = before.accepted(index, dimension)
      const name = proposed.get(dimension)?.get(index)
      if (name === undefined || known?.row.class === name) return known
      const customer = sources.customers[index]?.id ?? ''
      return { row: { date: sources.asOf, customer, dimension, class: name, reason: '' }, place: -1 }
    },
  }
  return { ...sources, classes: () => classes }
}
