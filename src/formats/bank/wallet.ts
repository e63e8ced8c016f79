// What the statements of wallets have in common: a table between sentences, states, and totals that are said beside it.
import { parseDecimal } from '../../core/base/decimal.ts'
import { note, type Problem, problem } from '../../core/base/problem.ts'
import type { SheetRow } from '../../core/book/sheet.ts'
import { cutRow, parseRecords, type SheetReading } from '../sheets/csv.ts'
import { type StatementLine, statementSheet, type Totals, totalProblems } from './statement.ts'

export interface WalletRow {
  readonly line: number
  /** The cell under the first of these headings that the table has; empty without one. */
  cell(...headings: readonly string[]): string
}

export interface WalletTable {
  readonly rows: readonly WalletRow[]
  /** What stands before and after the table. */
  readonly around: string
  has(heading: string): boolean
}

/** Why a row is not taken; `line` is a row that is. */
export type WalletLine =
  | { readonly state: 'line'; readonly line: StatementLine }
  | { readonly state: 'failed' | 'neutral' | 'pending' | 'cancelled'; readonly said: string }

/** Headings are compared without blanks and with brackets of half width. */
function headingOf(text: string): string {
  return cellText(text).normalize('NFKC').replace(/\s/g, '')
}

/** Ids are protected from Excel by a tab, a backtick, or quotes; an empty cell may be written `/`. */
function cellText(text: string): string {
  // Most cells are clean already.
  if (!/^[\s`"/]|[\s"]$/.test(text)) return text
  const bare = text.replace(/^[\s`]+/, '').trimEnd()
  const unquoted = /^"(.*)"$/s.exec(bare)?.[1] ?? bare
  return unquoted.trim() === '/' ? '' : unquoted.trim()
}

/** The first row that has all of `wanted` as headings begins the table; null where there is none. */
export function walletTable(text: string, wanted: readonly string[], name: string): WalletTable | Problem | null {
  const records = parseRecords(text, ',')
  if (records === null) return problem('import-cut', {}, { file: name })
  const at = records.findIndex((r) => {
    const headings = r.cells.map(headingOf)
    return wanted.every((w) => headings.includes(w))
  })
  const head = records[at]
  if (head === undefined) return null
  const headings = head.cells.map(headingOf)
  while (headings.at(-1) === '') headings.pop()
  const index = new Map(headings.map((h, i) => [h, i]))
  const day = index.get(wanted[0] ?? '') ?? 0
  const width = headings.length
  const isRow = (r: SheetRow) => r.cells.length >= width || /^\d{4}\D/.test(cellText(r.cells[day] ?? ''))
  const after = records.slice(at + 1).filter((r) => r.cells.some((c) => c.trim() !== ''))
  const rows = after.filter(isRow)
  if (after.at(-1) === rows.at(-1)) {
    const cut = cutRow(rows, width, text)
    if (cut !== null) return problem('import-cut', {}, { file: name, line: cut.line, excerpt: [cut.raw] })
  }
  const around = [...records.slice(0, at), ...after.filter((r) => !isRow(r))].map((r) => r.raw).join('\n')
  return { rows: rows.map((r) => walletRow(r, index)), around, has: (h) => index.has(h) }
}

function walletRow(row: SheetRow, index: ReadonlyMap<string, number>): WalletRow {
  return {
    line: row.line,
    cell(...headings) {
      const found = headings.find((h) => index.has(h))
      return cellText(row.cells[index.get(found ?? '') ?? -1] ?? '')
    },
  }
}

/** `¥1,234.50` as `1234.50`; text that is no amount stays as it is, to be rejected by that name. */
export function amountText(text: string): string {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text
  const bare = text.normalize('NFKC').replace(/[¥元,\s]/g, '')
  return parseDecimal(bare) === null ? text : bare
}

/** The amount with the sign that another column gives it. */
export function signed(text: string, direction: 'in' | 'out'): string {
  const bare = amountText(text)
  if (direction === 'in' || parseDecimal(bare) === null) return bare
  return bare.startsWith('-') ? bare.slice(1) : `-${bare}`
}

/** Lines become a sheet; what is left out is counted by reason; totals that the file says are compared. */
export function walletSheet(
  name: string,
  format: string,
  said: {
    readonly lines: readonly WalletLine[]
    readonly totals: Totals
    /** Whether what came back counts in the total of what came in. */
    readonly returnsSummed: boolean
    readonly account: string
  },
): SheetReading {
  const lines = said.lines.flatMap((l) => (l.state === 'line' ? [l.line] : []))
  const pending = said.lines.filter((l) => l.state === 'pending').length
  const statement = { account: said.account, currency: 'CNY', opening: null, closing: null, lines, pending }
  const reading = statementSheet(name, format, [statement])
  const left = (state: 'failed' | 'neutral') => {
    const rows = said.lines.flatMap((l) => (l.state === state ? [l.said] : []))
    return { count: rows.length, states: [...new Set(rows)].sort() }
  }
  const failed = left('failed')
  const neutral = left('neutral')
  const cancelled = said.lines.filter((l) => l.state === 'cancelled').length
  const where = { file: name }
  const problems: Problem[] = [...reading.problems]
  if (failed.count > 0) problems.push(note('lines-failed', failed, where))
  if (neutral.count > 0) problems.push(note('lines-neutral', neutral, where))
  if (cancelled > 0) problems.push(note('lines-cancelled', { count: cancelled }, where))
  const summed = said.returnsSummed ? lines : lines.filter((l) => l.kind !== 'return' || l.amount.startsWith('-'))
  const lesser = { totals: said.totals, currency: 'CNY', pending: 0 }
  problems.push(...totalProblems(summed, lesser, name))
  return { ...reading, problems }
}
