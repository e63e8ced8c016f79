// Check `numbers`: a number stands for one document, and every series counts without gaps; imported numbers are exempt.
import type { Day } from '../../base/day.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { type Journal, textAt } from '../../book/journal.ts'
import { seriesGaps } from '../../book/series.ts'
import { seriesPatterns } from '../../book/settings.ts'
import type { Owners } from '../../ledger/owners.ts'
import { nameOfRow, whereOf } from '../../ledger/trace.ts'
import type { Check } from './check.ts'

export const numbers: Check = {
  name: 'numbers',
  check({ book, ledger }) {
    const { journal, trace } = ledger
    const twice = [
      ...doubles(journal, trace.documents),
      ...doubles(journal, trace.sources),
      ...clashes(journal, trace.documents, trace.sources),
    ]
    const taken = new Set(journal.documents.texts)
    const gaps = (['bill', 'credit', 'fee'] as const).flatMap((kind) => {
      const own: [string, Day][] = []
      for (const bill of book.bills.values()) if (bill.kind === kind) own.push([bill.number, bill.date])
      return seriesPatterns(book.settings, kind).flatMap(({ pattern }) =>
        seriesGaps(pattern, own, taken).map((number) => problem('number-missing', { number, kind, pattern })),
      )
    })
    return [...twice, ...gaps]
  },
}

/** Two documents, or two sources, that differ in kind, customer or currency and share a number. */
function doubles(journal: Journal, owners: Owners): Problem[] {
  return owners.same.flatMap((other, owner) =>
    other < 0 ? [] : [twiceAt(journal, owners.row[owner] ?? 0, owners.row[other] ?? 0)],
  )
}

/** A credit note, or an opening on account, under the number of something that is owed. */
function clashes(journal: Journal, documents: Owners, sources: Owners): Problem[] {
  return documents.row.flatMap((row, owner) => {
    const number = journal.document[row] ?? 0
    if (number === 0 || documents.byCode[number] !== owner) return []
    const source = sources.byCode[number] ?? -1
    return source < 0 ? [] : [twiceAt(journal, sources.row[source] ?? 0, row)]
  })
}

function twiceAt(journal: Journal, row: number, other: number): Problem {
  const account = (r: number) =>
    `${textAt(journal.customers, journal.customer, r)} ${textAt(journal.currencies, journal.currency, r)}`
  const { file, line } = whereOf(journal, other)
  const params = {
    number: nameOfRow(journal, row),
    account: account(row),
    other: account(other),
    place: `${file}:${line}`,
  }
  return problem('number-twice', params, whereOf(journal, row))
}
