// crm report classes: how customers and their sales spread over the accepted classes.
import { note } from '../../core/base/problem.ts'
import { openSources } from '../../core/facts/sources.ts'
import { distribution, type Placement } from '../../core/models/distribution.ts'
import { missingRates } from '../customers/list.ts'
import type { ReportModule } from '../report.ts'

export const classes: ReportModule = {
  needs: ['customers', 'journal', 'rates', 'classes'],
  by: [],
  report(book, { asOf }) {
    const sources = openSources(book, asOf)
    const known = sources.classes().dimensions()
    const placements = known.flatMap((dimension) =>
      sources.customers.flatMap((_, index): Placement[] => {
        const accepted = sources.classes().accepted(index, dimension)?.row
        return accepted === undefined ? [] : [{ index, dimension, class: accepted.class }]
      }),
    )
    return {
      output: { tables: [distribution(sources, placements)] },
      problems: [
        ...missingRates(sources),
        ...(placements.length === 0 ? [note('nothing-accepted', { day: asOf })] : []),
      ],
    }
  },
}
