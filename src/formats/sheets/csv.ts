// A foreign CSV: records with the lines they came from. Whatever is wrong with one row is left for the import to reject and count.
import { CsvError, parse } from 'csv-parse/sync'
import { type Problem, problem } from '../../core/base/problem.ts'
import type { Sheet, SheetRow } from '../../core/book/sheet.ts'
import { decodeText } from './encoding.ts'

export interface CsvOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
}

export type SheetReading =
  | { readonly sheet: Sheet; readonly problems: readonly Problem[] }
  | { readonly sheet: null; readonly problems: readonly Problem[] }

const delimiters = [',', ';', '\t', '|'] as const

/** `name` is what problems call the file. A file that ends in the middle of a record is refused whole. */
export function parseCsv(bytes: Uint8Array, name: string, options: CsvOptions = {}): SheetReading {
  const decoded = decodeText(bytes, name, options.encoding)
  if (!decoded.ok) return refused(decoded.problem)
  const { text, skipped, said } = withoutSeparatorLine(decoded.value)
  const delimiter = options.delimiter ?? said ?? delimiterOf(firstLine(text))
  const rows = parseRecords(text, delimiter, skipped)
  if (rows === null) return refused(problem('import-cut', {}, { file: name, line: lineCount(text) + skipped }))
  const [head, ...rest] = rows
  if (head === undefined) return refused(problem('import-empty', {}, { file: name }))
  const cut = cutRow(rest, head.cells.length, text)
  if (cut !== null) return refused(problem('import-cut', {}, { file: name, line: cut.line, excerpt: [cut.raw] }))
  const headings = head.cells.map((c) => c.trim())
  return { sheet: { name, format: 'csv', headings, head: head.raw, rows: rest }, problems: [] }
}

function refused(p: Problem): SheetReading {
  return { sheet: null, problems: [p] }
}

/** The first line that Excel understands and others trip over: `sep=;`. */
function withoutSeparatorLine(text: string): { text: string; skipped: number; said: string | undefined } {
  const found = /^sep=(.)\r?\n/i.exec(text)
  if (found === null) return { text, skipped: 0, said: undefined }
  return { text: text.slice(found[0].length), skipped: 1, said: found[1] }
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
  readonly info: { readonly lines: number }
}

/** Null where a quoted field never ends. */
export function parseRecords(text: string, delimiter: string, skipped = 0): SheetRow[] | null {
  try {
    const parsed = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
    }) as unknown as ParsedRecord[]
    return parsed.map(({ record, raw, info }) => {
      const trimmed = raw.replace(/^(?:\r\n|\r|\n)+/, '').replace(/(?:\r\n|\r|\n)$/, '')
      return { line: info.lines - lineCount(trimmed) + 1 + skipped, cells: record, raw: trimmed }
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
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
