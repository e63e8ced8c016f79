// crm report numbers: the series of documents by kind, branch and year, and the numbers missing in them.
import { type Day, dayNumber } from '../../core/base/day.ts'
import type { Column, Row } from '../../core/base/table.ts'
import { documentKinds, isQuote } from '../../core/book/bill.ts'
import { type Journal, textAt } from '../../core/book/journal.ts'
import { seriesCounts } from '../../core/book/series.ts'
import { seriesPatterns } from '../../core/book/settings.ts'
import type { ReportModule } from '../report.ts'

const columns: readonly Column[] = [
  { key: 'kind', type: 'word' },
  { key: 'branch', type: 'text' },
  { key: 'pattern', type: 'text' },
  { key: 'firstNumber', type: 'id' },
  { key: 'lastNumber', type: 'id' },
  { key: 'count', type: 'number' },
  { key: 'nextNumber', type: 'id' },
  { key: 'missing', type: 'text' },
]

/** In order of kind, branch and series. `missing` names each number that no document has; numbers from elsewhere fill a gap. */
export const numbers: ReportModule = {
  needs: ['journal', 'bills', 'quotes'],
  by: [],
  report(book, wish) {
    const taken = numbersBy(book.journal, wish.asOf)
    const rows = documentKinds.flatMap((kind) => {
      const documents = isQuote(kind) ? book.quotes : book.bills
      const own: (readonly [string, Day])[] = []
      for (const { number, date, kind: k } of documents.values())
        if (k === kind && date <= wish.asOf) own.push([number, date])
      return seriesPatterns(book.settings, kind).flatMap(({ pattern, branch }) =>
        seriesCounts(pattern, own, taken).map(
          (series): Row => ({
            kind,
            branch: branch === '' ? null : branch,
            pattern,
            firstNumber: series.first,
            lastNumber: series.last,
            count: series.count,
            nextNumber: series.next,
            missing: series.missing.join(', '),
          }),
        ),
      )
    })
    const gaps = rows.some((r) => r.missing !== '')
    return { output: { tables: [{ name: 'numbers', columns, rows }] }, problems: [], exit: gaps ? 1 : 0 }
  },
}

/** Every number that a row of a day up to `last` states or names. */
function numbersBy(journal: Journal, last: Day): ReadonlySet<string> {
  const end = dayNumber(last)
  const found = new Set<string>()
  for (let i = 0; i < journal.length; i++)
    if ((journal.date[i] ?? 0) <= end) found.add(textAt(journal.documents, journal.document, i))
  return found
}
