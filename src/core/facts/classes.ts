// Facts about the accepted classes: what was decided, and since when.
import { daysBetween } from '../base/day.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import type { Sources } from './sources.ts'

const classes = ['classes'] as const

/** The last accepted class of a dimension. */
export const acceptedClass = (dimension: string) => ({
  type: 'class' as const,
  needs: classes,
  value: (s: Sources, i: number): FactValue => s.classes().accepted(i, dimension)?.row.class ?? null,
  evidence: (s: Sources, i: number): readonly Evidence[] =>
    s
      .classes()
      .history(i, dimension)
      .map(({ place }) => ({ from: 'classes', row: place })),
})

export const classFacts = [
  fact({ name: 'grade', ...acceptedClass('grade') }),
  fact({ name: 'tier', ...acceptedClass('tier') }),
  fact({ name: 'rfm', ...acceptedClass('rfm') }),
  fact({ name: 'segment', ...acceptedClass('segment') }),
  fact({ name: 'lifecycle', ...acceptedClass('lifecycle') }),
  fact({
    name: 'gradeDays',
    type: 'days',
    needs: classes,
    value: (s, i) => {
      const day = s.classes().accepted(i, 'grade')?.row.date
      return day === undefined ? null : daysBetween(day, s.asOf)
    },
    evidence: acceptedClass('grade').evidence,
  }),
] as const satisfies readonly Fact[]
