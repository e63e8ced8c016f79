// What every account comes to by a day, from the cache and from the rows that it does not know.
import { type Day, dayNumber } from '../core/base/day.ts'
import type { CustomerId } from '../core/book/customer.ts'
import type { Standing } from '../core/book/standing.ts'
import { code } from '../core/ledger/kinds.ts'
import { openLedger } from '../core/ledger/ledger.ts'
import { withAccounts } from '../core/ledger/standing.ts'
import { readImageHead } from './cache/journal-image.ts'
import { readStandingPart } from './cache/standing-part.ts'
import { journalColumns } from './csv/journal-columns.ts'
import { scanJournal } from './csv/journal-fast.ts'
import { namedFiles, type Reading } from './disk.ts'
import { isMonth } from './fields.ts'
import { rowsAtMost } from './read-journal.ts'
import { lookAtMonth, type MonthLook, readJournalPart } from './read-journal-part.ts'

/** Accounts of so many customers are reckoned anew, each from his own rows; for more the whole journal is quicker. */
const fewCustomers = 1000

/**
 * Null where only the whole journal can tell. Accounts are independent of each other but for reversals, so those alone are
 * reckoned anew that have a row which the cache does not know, or one that counts only after `asOf`.
 */
export function readStanding(reading: Reading, asOf: Day): Standing | null {
  const known = reading.cache === null ? null : readStandingPart(reading.cache)
  if (known === null) return null
  const trial: Reading = { ...reading, problems: [], read: [], listed: [] }
  const months = namedFiles(trial, 'journal', '.csv', isMonth).map(({ stem, path }) =>
    lookAtMonth(trial, { ...known, anyForm: true }, stem, path),
  )
  if (trial.problems.length > 0 || known.months.some((_, at) => !months.some((m) => m.at === at))) return null
  const changed = customersOf(months)
  const standing = changed === null ? null : known.standing()
  if (standing === null || changed === null) return null
  const last = dayNumber(asOf)
  standing.since.forEach((day, n) => {
    if (day > last) changed.add(standing.customers[n] ?? '')
  })
  if (changed.size === 0) {
    reading.read.push(...trial.read)
    reading.listed.push(...trial.listed)
    return standing
  }
  return changed.size > fewCustomers ? null : renewed(reading, standing, changed, asOf)
}

function renewed(reading: Reading, standing: Standing, changed: ReadonlySet<CustomerId>, asOf: Day): Standing | null {
  // A reversal across customers may come to mean another row once rows are added: then all is reckoned anew.
  const image = reading.cache === null ? null : readImageHead(reading.cache)
  if (image?.rowsOf(null)?.length !== 0) return null
  const part = readJournalPart(reading, changed)
  if (part === null) return null
  const ledger = openLedger(part.journal, asOf)
  const { journal, trace } = ledger
  // It may undo a row of somebody else.
  for (let i = 0; i < journal.length; i++) {
    const target = trace.target[i] ?? -1
    const isOwn = target >= 0 && journal.customer[target] === journal.customer[i]
    if (journal.kind[i] === code.reverse && !isOwn) return null
  }
  return withAccounts(standing, changed, ledger.standing)
}

/** Of rows that the cache does not know; null where they have to be read with care. */
function customersOf(months: readonly MonthLook[]): Set<CustomerId> | null {
  const columns = journalColumns(
    months.reduce((sum, { bytes }) => sum + (bytes === null ? 0 : rowsAtMost(bytes.length)), 1),
  )
  for (const { month, bytes, from } of months) {
    if (bytes === null) continue
    if (!scanJournal({ bytes, month, file: 0, ...(from === undefined ? {} : { from }) }, columns)) return null
  }
  return new Set(columns.customers.finished().texts.slice(1))
}
