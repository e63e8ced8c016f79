// Records of a plain CSV, quickly: quotes around whole fields only, one sort of line end. Whatever is not plain is left to the library.
import type { SheetRow } from '../../core/book/sheet.ts'

const quote = 0x22

/** Null where the text is not plain; a law says that the library gives the same where it is. Empty lines are left out. */
export function plainRecords(text: string, delimiter: string, skipped: number): SheetRow[] | null {
  if (delimiter.length !== 1) return null
  const end = lineEndOf(text)
  if (end === null) return null
  const rows: SheetRow[] = []
  const separator = delimiter.charCodeAt(0)
  let line = 1 + skipped
  let at = 0
  // Looked for once for all records before it, so that a text costs one pass.
  let nextQuote = text.indexOf('"')
  while (at < text.length) {
    const found = text.indexOf(end, at)
    const stop = found < 0 ? text.length : found
    if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at)
    if (nextQuote >= 0 && nextQuote < stop) {
      const record = quotedRecord(text, at, separator, end)
      if (record === undefined) return null
      rows.push({ line, cells: record.cells, raw: text.slice(at, record.end) })
      line += record.lines
      at = record.end + end.length
      continue
    }
    if (stop > at) {
      const raw = text.slice(at, stop)
      rows.push({ line, cells: raw.split(delimiter), raw })
    }
    line++
    at = stop + end.length
  }
  return rows
}

/** Null where line ends are of several sorts: the library then counts and cuts in its own way. */
function lineEndOf(text: string): '\n' | '\r\n' | null {
  const returns = text.indexOf('\r')
  if (returns < 0) return '\n'
  const news = text.indexOf('\n')
  if (news !== returns + 1) return null
  for (let at = news; at >= 0; at = text.indexOf('\n', at + 1)) if (text.charCodeAt(at - 1) !== 0x0d) return null
  for (let at = returns; at >= 0; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== 0x0a) return null
  return '\r\n'
}

interface QuotedRecord {
  readonly cells: string[]
  /** Where the record ends, before its line end. */
  readonly end: number
  readonly lines: number
}

/** A record with fields in quotes; undefined where a quote stands anywhere but around a whole field, or is never closed. */
function quotedRecord(text: string, from: number, separator: number, end: string): QuotedRecord | undefined {
  const cells: string[] = []
  const first = end.charCodeAt(0)
  let lines = 1
  let at = from
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const close = closing(text, at + 1)
      if (close < 0) return undefined
      const inside = text.slice(at + 1, close)
      cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
      for (let i = inside.indexOf(end); i >= 0; i = inside.indexOf(end, i + end.length)) lines++
      at = close + 1
    } else {
      const start = at
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at)
        if (c === separator || c === first) break
        if (c === quote) return undefined
      }
      cells.push(text.slice(start, at))
    }
    if (at >= text.length || text.startsWith(end, at)) return { cells, end: at, lines }
    if (text.charCodeAt(at) !== separator) return undefined
    at++
  }
}

/** The quote that closes the field; two quotes are one. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at
  }
  return -1
}
