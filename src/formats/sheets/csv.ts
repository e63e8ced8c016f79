// A foreign CSV: records with the lines they came from. Whatever is wrong with one row is left for the import to reject and count.
import { CsvError, parse } from 'csv-parse/sync'
import { type Problem, problem } from '../../core/base/problem.ts'
import { withoutStacks } from '../../core/base/stackless.ts'
import type { Sheet, SheetRow } from '../../core/book/sheet.ts'
import { plainRecords } from './csv-fast.ts'
import { decodeText } from './encoding.ts'

export interface CsvOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** Lines to read over at the beginning. */
  readonly skip?: number | undefined
  /** `none`: the first row is a row like the others, and the columns are called 1, 2, 3 … */
  readonly headings?: 'none' | undefined
}

export type SheetReading =
  | { readonly sheet: Sheet; readonly problems: readonly Problem[] }
  | { readonly sheet: null; readonly problems: readonly Problem[] }

const delimiters = [',', ';', '\t', '|'] as const

/** `name` is what problems call the file. A file that ends in the middle of a record is refused whole. */
export function parseCsv(bytes: Uint8Array, name: string, options: CsvOptions = {}): SheetReading {
  const decoded = decodeText(bytes, name, options.encoding)
  if (!decoded.ok) return refused(decoded.problem)
  const { text, skipped, said } = withoutFirstLines(decoded.value, options.skip)
  const delimiter = options.delimiter ?? said ?? delimiterOf(firstLine(text))
  const rows = parseRecords(text, delimiter, skipped)
  if (rows === null) return refused(problem('import-cut', {}, { file: name, line: lineCount(text) + skipped }))
  if (options.headings === 'none') return withoutHeadings(rows, name)
  const [head, ...rest] = rows
  if (head === undefined) return refused(problem('import-empty', {}, { file: name }))
  const cut = cutRow(rest, head.cells.length, text)
  if (cut !== null) return refused(problem('import-cut', {}, { file: name, line: cut.line, excerpt: [cut.raw] }))
  const headings = head.cells.map((c) => c.trim())
  return { sheet: { name, format: 'csv', headings, head: head.raw, rows: rest }, problems: [] }
}

/** Columns are called by their numbers. Rows that a cut made too short are rejected one by one, because no heading tells the width. */
export function withoutHeadings(rows: readonly SheetRow[], name: string): SheetReading {
  const [first] = rows
  if (first === undefined) return refused(problem('import-empty', {}, { file: name }))
  const headings = first.cells.map((_, i) => String(i + 1))
  return { sheet: { name, format: 'csv', headings, head: '', rows }, problems: [] }
}

function refused(p: Problem): SheetReading {
  return { sheet: null, problems: [p] }
}

/** Without lines that are to be skipped, and the one that Excel understands and others trip over: `sep=;`. */
export function withoutFirstLines(
  text: string,
  skip = 0,
): { readonly text: string; readonly skipped: number; readonly said: string | undefined } {
  const found = /^sep=(.)\r?\n/i.exec(text)
  let at = found === null ? 0 : found[0].length
  let skipped = found === null ? 0 : 1
  const end = /\r\n|\r|\n/g
  for (; skipped < skip && at < text.length; skipped++) {
    end.lastIndex = at
    const next = end.exec(text)
    at = next === null ? text.length : next.index + next[0].length
  }
  return { text: text.slice(at), skipped, said: found?.[1] }
}

function firstLine(text: string): string {
  return text.split(/\r\n|\r|\n/, 50).find((l) => l.trim() !== '') ?? ''
}

/** The one that the heading line uses most, outside quotes; the earlier of equals. */
export function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '')
  const counted = delimiters.map((d) => ({ d, count: bare.split(d).length - 1 }))
  return counted.reduce((best, c) => (c.count > best.count ? c : best)).d
}

interface ParsedRecord {
  readonly record: string[]
  readonly raw: string
}

/** Null where a quoted field never ends. */
export function parseRecords(text: string, delimiter: string, skipped = 0): SheetRow[] | null {
  return plainRecords(text, delimiter, skipped) ?? carefulRecords(text, delimiter, skipped)
}

/** As the library reads them, whatever they are. */
export function carefulRecords(text: string, delimiter: string, skipped = 0): SheetRow[] | null {
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true }
    const parsed = withoutStacks(() => parse(text, { ...options, info: true, raw: true })) as unknown as ParsedRecord[]
    let next = 1 + skipped
    return parsed.map(({ record, raw }) => {
      const blank = /^(?:\r\n|\r|\n)*/.exec(raw)?.[0] ?? ''
      const trimmed = raw.slice(blank.length).replace(/(?:\r\n|\r|\n)$/, '')
      const line = next + breaksIn(blank)
      next += breaksIn(raw)
      return { line, cells: record, raw: trimmed }
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** The library counts a line end of two characters within quotes twice, so lines are counted here. */
function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function lineCount(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** A last record that is too short and has no line end was cut off while writing or copying. */
export function cutRow(rows: readonly SheetRow[], width: number, text: string): SheetRow | null {
  const last = rows.at(-1)
  return last !== undefined && last.cells.length < width && !/[\r\n]$/.test(text) ? last : null
}
