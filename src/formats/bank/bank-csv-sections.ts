// One file with tables of several accounts, each under its own headings, as some banks send it; and pages of one table that repeat them.
import type { Problem } from '../../core/base/problem.ts'
import type { SheetRow } from '../../core/book/sheet.ts'
import type { SheetReading } from '../sheets/csv.ts'
import { type Head, hasBankColumns } from './bank-csv-head.ts'

export interface Section {
  readonly text: string
  /** Lines of the file above it. */
  readonly line: number
  /** What stands above its headings: an IBAN, else the first words. */
  readonly title: string
}

interface Line {
  readonly raw: string
  readonly offset: number
}

/** Only one where no row but `head` has headings of a day and of an amount, with a line below; `isSaid`: `head` is what a mapping says. */
export function sectionsOf(text: string, head: Head, isSaid: boolean): readonly Section[] {
  const lines = linesOf(text)
  const isOther = (i: number) =>
    !(isSaid && i < head.line) &&
    isHead(lines[i]?.raw ?? '', head.delimiter) &&
    isLine(lines[i + 1]?.raw ?? '', head.delimiter)
  const heads = lines.flatMap((_, i) => (i === head.line || isOther(i) ? [i] : []))
  const starts = heads.map((at) => ({ at, ...blockAbove(lines, at, head.delimiter) }))
  const own = starts.filter((s, i) => i === 0 || s.title !== '')
  return own.map(({ from, title }, i) => {
    const begin = i === 0 ? 0 : from
    const next = own[i + 1]
    return {
      text: text.slice(lines[begin]?.offset, next === undefined ? undefined : lines[next.from]?.offset),
      line: begin,
      title,
    }
  })
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  const end = /\r\n|\r|\n/g
  let offset = 0
  for (let found = end.exec(text); found !== null; found = end.exec(text)) {
    lines.push({ raw: text.slice(offset, found.index), offset })
    offset = found.index + found[0].length
  }
  lines.push({ raw: text.slice(offset), offset })
  return lines
}

function cellsOf(raw: string, delimiter: string): readonly string[] {
  return raw.split(delimiter).map((c) => c.replace(/^[\s"']+|[\s"']+$/g, ''))
}

/** Headings have no digits, and lines of money do: so few rows are looked at. */
function isHead(raw: string, delimiter: string): boolean {
  return !/\d/.test(raw) && raw.includes(delimiter) && hasBankColumns(cellsOf(raw, delimiter))
}

/** The lines directly above headings, up to an empty one; none where these only go on, on a page of their own. */
function blockAbove(lines: readonly Line[], head: number, delimiter: string): { from: number; title: string } {
  const isEmpty = (i: number) => cellsOf(lines[i]?.raw ?? '', delimiter).every((c) => c === '')
  let end = head
  while (end > 0 && isEmpty(end - 1)) end--
  let from = end
  while (from > 0 && !isEmpty(from - 1) && !isLine(lines[from - 1]?.raw ?? '', delimiter)) from--
  const block = lines.slice(from, end)
  const said = cellsOf(block[0]?.raw ?? '', delimiter).find((c) => c !== '') ?? ''
  const title = ibansIn(block.map((l) => l.raw).join('\n'))[0] ?? said
  return { from, title: /^(?:page|seite|blatt|第)\b|^第.*页/i.test(title) ? '' : title }
}

/** A row of a table: it begins with a day. */
function isLine(raw: string, delimiter: string): boolean {
  return /^(?:\d{1,4}[-/. ]\d{1,2}|\d{8}$)/.test(cellsOf(raw, delimiter)[0] ?? '')
}

/** Numbers whose check digits hold (ISO 13616), without blanks, each once. */
export function ibansIn(text: string): readonly string[] {
  const found = text.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g)
  const bare = [...found].map(([iban]) => iban.replaceAll(' ', ''))
  return [...new Set(bare.filter((iban) => iban.length >= 15 && remainder(iban) === 1))]
}

/** By 97, of the number with its first four characters last and letters as two digits. */
function remainder(iban: string): number {
  let rest = 0
  for (const c of iban.slice(4) + iban.slice(0, 4))
    for (const digit of c >= 'A' ? String(c.charCodeAt(0) - 55) : c) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** As one table, with the columns of all and one that says of which account a row is. */
export function joinedSections(readings: readonly SheetReading[], titles: readonly string[]): SheetReading {
  const problems: Problem[] = readings.flatMap((r) => r.problems)
  const headings: string[] = []
  for (const { sheet } of readings) for (const h of sheet?.headings ?? []) if (!headings.includes(h)) headings.push(h)
  const [first] = readings
  if (first?.sheet === undefined || first.sheet === null || readings.some((r) => r.sheet === null))
    return { sheet: null, problems }
  const rows = readings.flatMap(({ sheet }, i) => {
    const places = headings.map((h) => sheet?.headings.indexOf(h) ?? -1)
    return (sheet?.rows ?? []).map((row): SheetRow => {
      const [width, beyond] = [sheet?.headings.length ?? 0, row.cells.slice(sheet?.headings.length)]
      // A row that is too short or too long stays so, to be rejected.
      if (row.cells.length < width) return row
      const surplus = beyond.some((c) => c.trim() !== '') ? beyond : []
      return { ...row, cells: [...places.map((at) => row.cells[at] ?? ''), titles[i] ?? '', ...surplus] }
    })
  })
  // What is said of one table is not said of all.
  const { sums, ...sheet } = first.sheet
  const about = sums === undefined || readings.length > 1 ? sheet : { ...sheet, sums }
  return { sheet: { ...about, headings: [...headings, 'own account'], rows }, problems }
}
