// Lines that equal lines of the book: whether the file proves that they are others, or at least gives a reason to doubt that they are the same.
import { safe } from '../../base/money.ts'
import { note, type Problem, warning } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import type { BankStatement } from '../../book/bank-statement.ts'
import type { SheetRow } from '../../book/sheet.ts'
import type { ReadLine } from './bank-line.ts'
import type { Job } from './taken.ts'

/** A line as it was read, and whether the book has its equal. */
export interface KnownLine {
  readonly line: ReadLine
  readonly isKnown: boolean
  /** Of the file. */
  readonly at: number
}

/** Statements of a file that are none of those known for their days, and whether the line read as the i-th is of one of them. */
export interface Apart {
  readonly statements: ReadonlySet<BankStatement>
  isOther(i: number): boolean
}

/** `told` are the statements of the file, `origins` the rows of `known`: rows that were rejected are in the one and not in the other. */
export function apartStatements(
  { book, sheet }: Pick<Job, 'book' | 'sheet'>,
  told: readonly (BankStatement | null)[],
  known: readonly KnownLine[],
  origins: readonly SheetRow[],
): Apart {
  const statements = new Set<BankStatement>()
  const others = new Set<number>()
  if (book.statements.length > 0 && known.some((l) => l.isKnown)) {
    const place = new Map(origins.map((row, i) => [row, i] as const))
    let at = 0
    for (const [n, statement] of told.entries()) {
      const rows = sheet.rows.slice(at, at + (sheet.statements?.[n]?.lines ?? 0))
      at += rows.length
      const mine = rows.flatMap((row) => place.get(row) ?? [])
      const lines = mine.flatMap((i) => known[i] ?? [])
      if (statement === null || !isApart(statement, lines, book.statements, book.bank)) continue
      statements.add(statement)
      for (const i of mine) others.add(i)
    }
  }
  return { statements, isOther: (i) => others.has(i) }
}

/**
 * Whether the balances prove that a statement is none of those known for its days, so that its lines are others although they look
 * alike: it begins on the last day of one with the balance that this one ends with, or ends where one begins, each directly or over
 * others; and the number of the statement, or lines that only one of the two has, say that it is not the same one again. Numbers
 * alone prove nothing: some banks count downloads. Balances alone may return to where they were.
 */
function isApart(
  fresh: BankStatement,
  lines: readonly KnownLine[],
  statements: readonly BankStatement[],
  bank: readonly BankLine[],
): boolean {
  if (lines.length !== fresh.lines || !addsUp(fresh, lines)) return false
  const near = nearOf(fresh, statements)
  if (!isBetween(fresh, near)) return false
  const isNumbered = near.every((s) => s.number !== '' && fresh.number !== '' && s.number !== fresh.number)
  return isNumbered || (lines.some((l) => !l.isKnown) && lacking(lines, bank, fresh.format).size > 0)
}

function nearOf(fresh: BankStatement, statements: readonly BankStatement[]): readonly BankStatement[] {
  return statements.filter((s) => isOfAccount(s, fresh) && s.from <= fresh.to && s.to >= fresh.from)
}

/** Whether the balances of all statements that share days with this one lead to it, or from it to them. */
export function goesOn(fresh: BankStatement, statements: readonly BankStatement[]): boolean {
  return isBetween(fresh, nearOf(fresh, statements))
}

function isBetween(fresh: BankStatement, near: readonly BankStatement[]): boolean {
  return near.length > 0 && near.every((s) => isChained(s, fresh, near))
}

function isOfAccount(a: BankStatement, b: BankStatement): boolean {
  return a.account === b.account && a.currency === b.currency && a.format === b.format
}

function addsUp({ opening, closing }: BankStatement, lines: readonly KnownLine[]): boolean {
  if (opening === undefined || closing === undefined) return false
  return lines.reduce((sum, l) => safe(sum + l.line.amount), opening) === closing
}

/** Whether one ends where the other begins, on a day that both have, over any others that do. */
function isChained(known: BankStatement, fresh: BankStatement, near: readonly BankStatement[]): boolean {
  return reaches(known, fresh, near) || reaches(fresh, known, near)
}

function reaches(from: BankStatement, to: BankStatement, over: readonly BankStatement[]): boolean {
  if (leadsTo(from, to)) return true
  const next = over.filter((s) => s !== from && s !== to && leadsTo(from, s))
  return next.some((s) =>
    reaches(
      s,
      to,
      over.filter((o) => o !== s && o !== from),
    ),
  )
}

function leadsTo(a: BankStatement, b: BankStatement): boolean {
  if (a.opening === undefined || a.closing === undefined || b.opening === undefined || b.closing === undefined)
    return false
  const isSame = a.opening === b.opening || a.closing === b.closing
  return a.to === b.from && a.closing === b.opening && !isSame
}

/** Account and day → how many lines the book has of them, from this format, that the file has not. */
function lacking(lines: readonly KnownLine[], bank: readonly BankLine[], format: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { line, isKnown } of lines) if (isKnown) found.set(dayOf(line), (found.get(dayOf(line)) ?? 0) - 1)
  for (const line of bank) {
    const count = line.source === format ? found.get(dayOf(line)) : undefined
    if (count !== undefined) found.set(dayOf(line), count + 1)
  }
  return new Map([...found].filter(([, count]) => count > 0))
}

function dayOf(line: Pick<ReadLine, 'account' | 'date'>): string {
  return `${line.account} ${line.date}`
}

/** What tells two payments of a day apart whatever their texts: the bank's reference, the balance after it. */
function isTold({ reference, balance }: ReadLine): boolean {
  return balance !== undefined || !/^(?:NOTPROVIDED|NONREF|NOREF|[-/0]*)$/i.test(reference)
}

/**
 * Lines that were taken as known by their texts alone, on days of which file and book each may have only a part: the file lacks lines
 * that the book has. More than a note where it also brings lines of such a day that are new.
 */
export function doubtNotes(
  lines: readonly KnownLine[],
  bank: readonly BankLine[],
  format: string,
  file: string,
): Problem[] {
  const untold = lines.filter((l) => l.isKnown && !isTold(l.line))
  const parts = untold.length === 0 ? new Map<string, number>() : lacking(lines, bank, format)
  const doubtful = untold.filter((l) => parts.has(dayOf(l.line)))
  const [first] = doubtful
  if (first === undefined) return []
  const days = new Set(doubtful.map((l) => dayOf(l.line)))
  const isMixed = lines.some((l) => !l.isKnown && days.has(dayOf(l.line)))
  const params = { count: doubtful.length, lines: doubtful.slice(0, 10).map((l) => l.at), date: first.line.date }
  return [(isMixed ? warning : note)('lines-maybe-known', params, { file, line: first.at })]
}
