// Rows that are lines of a bank statement. Money in is positive.
import { rowId } from '../../base/id.ts'
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
  const read: ReadLine[] = []
  const { taken: rows, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job, accounts.value)
    read.push(line)
    return { state: 'imported', amount: line.amount, currency: line.currency, account: line.account }
  })
  const others = otherFormats(book.bank, sheet.format)
  const { lines, notes } = withFeesOff(read, sheet.name)
  const taken = rows.map((row, i): Taken => {
    const line = lines[i]
    if (line === undefined) return row
    const key = contentOf(line)
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    const id = rowId(context.hash, ['bank', key, String(nth)])
    if (there.has(id) || others.takes(line)) return { ...row, state: 'known', amount: line.amount }
    changes.push({ change: 'addBankLine', line: { ...line, id } })
    return { ...row, amount: line.amount }
  })
  const said = rejected.length > 0 ? [] : balanceNotes(lines, sheet.name)
  changes.push(...newStatements(sheet, lines, accounts.value, book.statements))
  return { changes, notes: [...notes, ...others.notes(sheet.name), ...said], taken, rejected }
}

/** What tells lines apart, joined as the parts of an id are. */
function contentOf(line: ReadLine): string {
  const { account, date, amount, currency, payer, payerAccount, reference, structured, text, balance } = line
  const sums = `${account}\u001f${date}\u001f${amount}\u001f${currency}`
  const texts = `${payer}\u001f${payerAccount}\u001f${reference}\u001f${structured}\u001f${text}`
  return `${sums}\u001f${texts}\u001f${balance ?? ''}`
}
