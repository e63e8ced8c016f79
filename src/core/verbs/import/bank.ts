// Rows that are lines of a bank statement. Money in is positive.
import { type RowId, rowId } from '../../base/id.ts'
import { note, problem } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import type { SheetRow } from '../../book/sheet.ts'
import { resolveAccounts } from './accounts.ts'
import { balanceNotes, withFeesOff } from './balances.ts'
import { type ReadLine, readLine } from './bank-line.ts'
import { otherFormats } from './other-format.ts'
import { retoldLines } from './retold.ts'
import { apartStatements, doubtNotes } from './same-day.ts'
import { newStatements, toldStatements } from './statements.ts'
import { saidSums } from './sums.ts'
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
  const isThere = (id: RowId | undefined) => id !== undefined && there.has(id)
  const changes: Change[] = []
  const unknown: number[] = []
  const read: ReadLine[] = []
  const origins: SheetRow[] = []
  const { taken: rows, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job, accounts.value)
    read.push(line)
    origins.push(cells.row)
    const { amount, currency, account } = line
    return { state: 'imported', amount, currency, account, line: cells.row.line }
  })
  const others = otherFormats(book.bank, sheet.format)
  const { lines, notes } = withFeesOff(read, sheet.name)
  const idOf = (line: ReadLine, n: number) => rowId(context.hash, ['bank', contentOf(line), String(n)])
  /** Equal where the lines look alike; shorter than what they look like. */
  const keys = lines.map((line) => idOf(line, 0))
  /** By how many lines before it look like it, those left out that `isOther` says. */
  const idsBeside = (isOther: (i: number) => boolean) => {
    const times = new Map<string, number>()
    return keys.map((key, i) => {
      const nth = times.get(key) ?? 0
      if (!isOther(i)) times.set(key, nth + 1)
      const line = nth === 0 ? undefined : lines[i]
      return line === undefined ? key : idOf(line, nth)
    })
  }
  const plain = idsBeside(() => false)
  const told = toldStatements(sheet, lines, accounts.value)
  const known = lines.map((line, i) => ({ line, isKnown: isThere(plain[i]), at: rows[i]?.line ?? 0 }))
  const apart = apartStatements(job, told, known, origins)
  const ids = apart.statements.size === 0 ? plain : idsBeside(apart.isOther)
  const retold = retoldLines(book.bank, sheet.format, new Set(ids))
  const added = new Set<RowId>()
  const counts = { apart: 0 }
  /** The line beside those of the book and of this file that look like it. */
  const another = (line: ReadLine): Change => {
    let nth = 0
    let id = idOf(line, nth)
    while (there.has(id) || added.has(id)) id = idOf(line, ++nth)
    added.add(id)
    return { change: 'addBankLine', line: withId(line, id) }
  }
  const taken = rows.map((row, i): Taken => {
    const line = lines[i]
    const id = ids[i]
    if (line === undefined || id === undefined) return row
    const taken = row.amount === line.amount ? row : { ...row, amount: line.amount }
    const isForced = job.forced.has(row.line ?? 0)
    const isOther = !isForced && apart.isOther(i)
    const at = isForced ? null : (row.line ?? 0)
    const isElsewhere = () => others.takes(line, isForced) || (!isOther && retold.takes(line, at))
    if (isForced || (isOther && there.has(id))) {
      if (isForced && !there.has(id) && !isElsewhere()) unknown.push(row.line ?? 0)
      if (isOther) counts.apart++
      changes.push(another(line))
      return taken
    }
    if (there.has(id) || isElsewhere()) return { ...taken, state: 'known' }
    changes.push(added.has(id) ? another(line) : { change: 'addBankLine', line: withId(line, id) })
    added.add(id)
    return taken
  })
  const missed = [...job.forced].filter((n) => unknown.includes(n) || !taken.some((t) => t.line === n))
  if (missed.length > 0)
    return {
      changes: [],
      notes: [problem('force-unknown', { lines: missed }, { file: sheet.name })],
      taken: [],
      rejected: [],
    }
  const { edges, said } = whatBalances(job, lines, rejected.length)
  changes.push(...newStatements(sheet, lines, told, { known: book.statements, edges }))
  const doubts = doubtNotes(
    known.filter((l, i) => !apart.isOther(i) && !job.forced.has(l.at)),
    book.bank,
    sheet.format,
    sheet.name,
  )
  const proven = counts.apart === 0 ? [] : [note('lines-apart', { count: counts.apart }, { file: sheet.name })]
  return {
    changes,
    notes: [...notes, ...others.notes(sheet.name), ...retold.notes(sheet.name), ...proven, ...doubts, ...said],
    taken,
    rejected,
  }
}

/** What the balances and sums of the file say; nothing where not all of its lines are there. */
function whatBalances({ sheet, reader }: Job, lines: readonly ReadLine[], rejected: number) {
  if (rejected > 0) return { edges: {}, said: [] }
  const said = balanceNotes(lines, sheet.name)
  const sums = saidSums(sheet, lines, reader)
  const others = said.length === 0 ? sums.problems : sums.problems.filter((p) => p.code !== 'statement-sum')
  return { edges: sums.edges, said: [...said, ...others] }
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
