// What a foreign text shows of itself as a table: its encoding, what separates its columns, where the headings stand.
import { fail, ok, problem, type Result } from '../../core/base/problem.ts'
import type { ImportMapping } from '../../core/book/mapping.ts'
import type { Sheet, SheetRow } from '../../core/book/sheet.ts'
import { areAmounts, areDays } from '../../core/verbs/import/describe/cells.ts'
import type { Finding, Told } from '../../core/verbs/import/describe/finding.ts'
import { findHead, isChineseBankCsv, isWesternBankCsv } from '../bank/bank-csv-head.ts'
import { parseRecords, withoutFirstLines } from './csv.ts'
import { decodeText, likeliestEncoding } from './encoding.ts'

export interface Examined {
  readonly findings: readonly Finding[]
  readonly mapping: Partial<ImportMapping>
  readonly sheet: Sheet
}

const delimiters = [',', ';', '\t', '|', '~', '^']
/** Characters that are looked at to find the columns. */
const looked = 256 * 1024

export function examine(bytes: Uint8Array, name: string, told: Told): Result<Examined> {
  const decoded = decoding(bytes, name, told.encoding)
  if (!decoded.ok) return decoded
  const { finding, text: whole } = decoded.value
  const { text, skipped, said } = withoutFirstLines(whole, told.skip)
  const delimiter = delimiterIn(text.slice(0, looked), told.delimiter ?? said)
  if (delimiter === null) return fail('import-empty', {}, { file: name })
  const records = parseRecords(text, delimiter.value, skipped)?.filter((r) => r.cells.some((c) => c.trim() !== ''))
  if (records === undefined) return fail('import-cut', {}, { file: name })
  const width = widthOf(records)
  const head = headIn(text, records, { delimiter: delimiter.value, width, skipped, told })
  const isBare = head.row === null
  const headings = head.row === null ? Array.from({ length: width }, (_, i) => String(i + 1)) : bareCells(head.row)
  const rows = rowsOf(records, head.row, headings.length)
  const first = rows[0]?.line ?? 1
  const mapping: Partial<ImportMapping> = {
    ...(decoded.value.name === undefined ? {} : { encoding: decoded.value.name }),
    delimiter: delimiter.value,
    ...(isBare
      ? { headings: 'none', ...(first > 1 ? { skip: first - 1 } : {}) }
      : told.skip === undefined
        ? {}
        : { skip: told.skip }),
  }
  const sheet = { name, format: 'csv', headings, head: head.row?.raw ?? '', rows }
  return ok({ findings: [finding, delimiter.finding, head.finding], mapping, sheet })
}

interface Decoding {
  readonly text: string
  /** Where a mapping has to say it. */
  readonly name: string | undefined
  readonly finding: Finding
}

/** UTF-8 proves itself; what else it is, known headings prove, or the user says. */
function decoding(bytes: Uint8Array, name: string, told: string | undefined): Result<Decoding> {
  const property = 'encoding'
  const found = decodeText(bytes, name, told)
  if (found.ok) {
    const isMarked = bytes[0] === 0xff || bytes[0] === 0xfe
    const value = told ?? (isMarked ? 'utf-16' : 'utf-8')
    const evidence = told === undefined ? (isMarked ? 'byMark' : 'byBytes') : 'bySaid'
    return ok({ text: found.value, name: told, finding: { property, value, evidence, example: '' } })
  }
  if (told !== undefined || found.problem.code !== 'import-not-utf8') return found
  const chinese = decodeText(bytes, name, 'gb18030')
  if (chinese.ok && isChineseBankCsv(chinese.value))
    return ok({
      text: chinese.value,
      name: 'gb18030',
      finding: { property, value: 'gb18030', evidence: 'byHeading', example: '' },
    })
  const western = decodeText(bytes, name, 'windows-1252')
  if (western.ok && isWesternBankCsv(western.value))
    return ok({
      text: western.value,
      name: 'windows-1252',
      finding: { property, value: 'windows-1252', evidence: 'byHeading', example: '' },
    })
  const likely = likeliestEncoding(bytes)
  const text = decodeText(bytes, name, likely)
  if (!text.ok) return { ok: false, problem: problem('import-not-utf8', { looksLike: likely }, { file: name }) }
  return ok({
    text: text.value,
    name: undefined,
    finding: { property, value: null, evidence: 'undecided', example: likely },
  })
}

/** The one by which most lines have the same number of columns, the more columns the better; null where no line has two. */
function delimiterIn(
  text: string,
  told: string | undefined,
): { readonly value: string; readonly finding: Finding } | null {
  const property = 'delimiter'
  if (told !== undefined) return { value: told, finding: { property, value: told, evidence: 'bySaid', example: '' } }
  const counted = delimiters.map((d) => {
    const records = parseRecords(text, d) ?? []
    const width = widthOf(records)
    return { d, width, alike: records.filter((r) => r.cells.length === width).length, all: records.length }
  })
  const best = counted.filter((c) => c.width > 1).sort((a, b) => b.alike * b.width - a.alike * a.width)[0]
  if (best === undefined) return null
  const example = `${best.alike}/${best.all} × ${best.width}`
  return { value: best.d, finding: { property, value: best.d, evidence: 'byWidth', example } }
}

/** Of most records that have more than one cell; the wider of equals. */
function widthOf(records: readonly SheetRow[]): number {
  const counts = new Map<number, number>()
  for (const r of records) if (r.cells.length > 1) counts.set(r.cells.length, (counts.get(r.cells.length) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1
}

interface HeadSearch {
  readonly delimiter: string
  readonly width: number
  readonly skipped: number
  readonly told: Told
}

/** Known headings, else the first line of the usual width that is no row of days and amounts; null where the first line is such a row. */
function headIn(
  text: string,
  records: readonly SheetRow[],
  { delimiter, width, skipped, told }: HeadSearch,
): { readonly row: SheetRow | null; readonly finding: Finding } {
  const property = 'headingRow'
  const none = { row: null, finding: { property, value: 'none', evidence: 'byCells', example: '' } } as const
  if (told.headings === 'none') return { row: null, finding: { ...none.finding, evidence: 'bySaid' } }
  const known = findHead(text, { delimiter, columns: told.columns })
  const row = known === null ? undefined : records.find((r) => r.line === known.line + 1 + skipped)
  if (row !== undefined)
    return { row, finding: { property, value: String(row.line), evidence: 'byHeading', example: row.raw.slice(0, 60) } }
  const first = records.find((r) => r.cells.length === width)
  if (first === undefined || isDataRow(first))
    return { ...none, finding: { ...none.finding, example: (first?.raw ?? '').slice(0, 60) } }
  return {
    row: first,
    finding: { property, value: String(first.line), evidence: 'byCells', example: first.raw.slice(0, 60) },
  }
}

function isDataRow({ cells }: SheetRow): boolean {
  const filled = cells.map((c) => c.trim()).filter((c) => c !== '')
  return filled.some((c) => areDays([c])) || filled.some((c) => areAmounts([c]))
}

function bareCells(row: SheetRow): string[] {
  const cells = row.cells.map((c) => c.trim())
  while (cells.at(-1) === '') cells.pop()
  return cells
}

/** Rows below the headings that are wide enough; sums and remarks are shorter. */
function rowsOf(records: readonly SheetRow[], head: SheetRow | null, width: number): readonly SheetRow[] {
  const from = head === null ? 0 : records.indexOf(head) + 1
  return records.slice(from).filter((r) => r.cells.length >= width && (head !== null || isDataRow(r)))
}
