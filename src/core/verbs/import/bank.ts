// Rows that are lines of a bank statement. Money in is positive.
import { type RowId, rowId } from '../../base/id.ts'
import { problem } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import { resolveAccounts } from './accounts.ts'
import { balanceNotes, withFeesOff } from './balances.ts'
import { type ReadLine, readLine } from './bank-line.ts'
import { otherFormats } from './other-format.ts'
import { newStatements } from './statements.ts'
import { eachRow, type Harvest, type Job, type Taken } from './taken.ts'

/**
 * A line's id is a hash of account, day, amount, payer, texts and the balance after it where the bank tells it; equal lines of one
 * file are told apart by their order. So a statement that overlaps an earlier one brings only what is new, and two equal genuine
 * lines stay two. What came in another format before is known by day and amount.
 */
export function importBank(job: Job): Harvest {
  const { book, context, sheet, columns } = job
  const accounts = resolveAccounts(sheet, columns.get('ownAccount'), job.account, book.settings.accounts)
  if (!accounts.ok) return { changes: [], notes: [accounts.problem], taken: [], rejected: [] }
  const there = new Set(book.bank.map((l) => l.id))
  const times = new Map<string, number>()
  const changes: Change[] = []
  const unknown: number[] = []
  const read: ReadLine[] = []
  const { taken: rows, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job, accounts.value)
    read.push(line)
    const { amount, currency, account } = line
    return { state: 'imported', amount, currency, account, line: cells.row.line }
  })
  const others = otherFormats(book.bank, sheet.format)
  const { lines, notes } = withFeesOff(read, sheet.name)
  const taken = rows.map((row, i): Taken => {
    const line = lines[i]
    if (line === undefined) return row
    const key = contentOf(line)
    const idOf = (n: number) => rowId(context.hash, ['bank', key, String(n)])
    let nth = times.get(key) ?? 0
    let id = idOf(nth)
    if (job.forced.has(row.line ?? 0)) {
      const isKnown = there.has(id) || others.takes(line)
      if (!isKnown) unknown.push(row.line ?? 0)
      while (there.has(id)) id = idOf(++nth)
      times.set(key, nth + 1)
      changes.push({ change: 'addBankLine', line: withId(line, id) })
      return { ...row, amount: line.amount }
    }
    times.set(key, nth + 1)
    if (there.has(id) || others.takes(line)) return { ...row, state: 'known', amount: line.amount }
    changes.push({ change: 'addBankLine', line: withId(line, id) })
    return { ...row, amount: line.amount }
  })
  const missed = [...job.forced].filter((n) => unknown.includes(n) || !taken.some((t) => t.line === n))
  if (missed.length > 0)
    return {
      changes: [],
      notes: [problem('force-unknown', { lines: missed }, { file: sheet.name })],
      taken: [],
      rejected: [],
    }
  const said = rejected.length > 0 ? [] : balanceNotes(lines, sheet.name)
  changes.push(...newStatements(sheet, lines, accounts.value, book.statements))
  return { changes, notes: [...notes, ...others.notes(sheet.name), ...said], taken, rejected }
}

/** The very line, because a copy of each of very many costs more than all else here; nobody else holds it. */
function withId(line: ReadLine, id: RowId): BankLine {
  return Object.assign(line, { id })
}

/** What tells lines apart, joined as the parts of an id are. */
function contentOf(line: ReadLine): string {
  const { account, date, amount, currency, payer, payerAccount, reference, structured, text, balance } = line
  const sums = `${account}\u001f${date}\u001f${amount}\u001f${currency}`
  const texts = `${payer}\u001f${payerAccount}\u001f${reference}\u001f${structured}\u001f${text}`
  return `${sums}\u001f${texts}\u001f${balance ?? ''}`
}
