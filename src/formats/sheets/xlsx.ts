// Workbooks (.xlsx) as tables of text: every cell as it stands in the file, days as ISO days, numbers as exact decimals.
import { exact, formatDecimal } from '../../core/base/decimal.ts'
import { fail, ok, type Result } from '../../core/base/problem.ts'
import { all, type Element, isXmlFault, parseXml, textOf } from '../xml/xml.ts'
import { dayText, isDayFormat } from './xlsx-days.ts'
import { type ZipEntry, zipEntries } from './zip.ts'

export interface WorkbookSheet {
  readonly title: string
  /** The sheet as a CSV with commas; its line n is row n. */
  readonly csv: string
}

/** More columns than any statement has. */
const widest = 1000

/** What is not needed is not unpacked: themes, drawings, macros. */
function isNeeded(path: string): boolean {
  return /^\/?xl\/(?:workbook|sharedStrings|styles)\.xml$|^\/?xl\/worksheets\/[^/]+\.xml$|^\/?xl\/_rels\/workbook\.xml\.rels$/i.test(
    path,
  )
}

/** The visible sheets that hold anything, in their order. */
export function workbookSheets(bytes: Uint8Array, file: string): Result<readonly WorkbookSheet[]> {
  const entries = zipEntries(bytes, file, isNeeded)
  if (!entries.ok) return entries
  const parts = new Map(entries.value.map((e) => [e.path.replace(/^\//, '').toLowerCase(), e] as const))
  const book = rootOf(parts.get('xl/workbook.xml'))
  const links = rootOf(parts.get('xl/_rels/workbook.xml.rels'))
  if (book === null) return fail('bad-workbook', {}, { file })
  const targets = new Map(
    all(links ?? undefined, 'Relationship').map((r) => [
      r.attributes.get('Id') ?? '',
      r.attributes.get('Target') ?? '',
    ]),
  )
  const about = {
    strings: stringsOf(parts.get('xl/sharedstrings.xml')),
    days: dayStyles(rootOf(parts.get('xl/styles.xml'))),
    from1904: /^(?:1|true)$/.test(all(book, 'workbookPr')[0]?.attributes.get('date1904') ?? ''),
  }
  const sheets: WorkbookSheet[] = []
  for (const sheet of all(book, 'sheets', 'sheet')) {
    const target = targets.get(sheet.attributes.get('id') ?? '') ?? ''
    const path = (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
    const part = parts.get(path)
    if (part === undefined || sheet.attributes.get('state')?.includes('idden') === true) continue
    const csv = sheetText(part, about)
    if (csv === null) return fail('bad-workbook', {}, { file })
    if (csv.trim() !== '') sheets.push({ title: sheet.attributes.get('name') ?? '', csv })
  }
  return ok(sheets)
}

interface About {
  readonly strings: readonly string[]
  /** By number of the cell's style. */
  readonly days: readonly boolean[]
  readonly from1904: boolean
}

function decoded(entry: ZipEntry): string {
  return new TextDecoder().decode(entry.bytes)
}

function rootOf(entry: ZipEntry | undefined): Element | null {
  const root = entry === undefined ? null : parseXml(decoded(entry))
  return root === null || isXmlFault(root) ? null : root
}

function stringsOf(entry: ZipEntry | undefined): string[] {
  const strings: string[] = []
  if (entry !== undefined) parseXml(decoded(entry), { name: 'si', take: (si) => strings.push(richText(si)) })
  return strings
}

/** Text with or without fonts; what says how to pronounce it is left out. */
function richText(element: Element): string {
  const runs = element.children.flatMap((c) => (c.name === 't' ? [c] : c.name === 'r' ? all(c, 't') : []))
  return runs
    .map((t) => t.text)
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function dayStyles(styles: Element | null): boolean[] {
  const own = new Map(
    all(styles ?? undefined, 'numFmts', 'numFmt').map((f) => [
      f.attributes.get('numFmtId') ?? '',
      f.attributes.get('formatCode') ?? '',
    ]),
  )
  return all(styles ?? undefined, 'cellXfs', 'xf').map((xf) => {
    const id = xf.attributes.get('numFmtId') ?? '0'
    return isDayFormat(Number(id), own.get(id))
  })
}

/** Null where the part is no sheet that can be read. */
function sheetText(entry: ZipEntry, about: About): string | null {
  const lines: string[] = []
  let width = 0
  let isSound = true
  const root = parseXml(decoded(entry), {
    name: 'row',
    take(row) {
      const number = Number(row.attributes.get('r') ?? lines.length + 1)
      if (!(number > lines.length && number <= 1_048_576)) isSound = false
      else {
        while (lines.length < number - 1) lines.push('')
        const cells = rowCells(row, about)
        isSound &&= cells !== null
        // Empty cells at the end of a row are not written; under a heading they are cells all the same.
        width = Math.max(width, cells?.length ?? 0)
        const missing = Array<string>(cells === null || cells.every((c) => c === '') ? 0 : width - cells.length).fill(
          '',
        )
        lines.push([...(cells ?? []), ...missing].map(quoted).join(','))
      }
    },
  })
  return isSound && !isXmlFault(root) ? `${lines.join('\n')}\n` : null
}

function rowCells(row: Element, about: About): string[] | null {
  const cells: string[] = []
  for (const c of row.children) {
    if (c.name !== 'c') continue
    const at = columnOf(c.attributes.get('r')) ?? cells.length
    if (at >= widest) return null
    while (cells.length < at) cells.push('')
    cells[at] = cellText(c, about)
  }
  return cells
}

/** `C7` is in the column 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function quoted(text: string): string {
  const flat = text.replace(/[\r\n\u0000-\u0008\u000b-\u001f]+/g, ' ')
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat
}

function cellText(cell: Element, { strings, days, from1904 }: About): string {
  const value = textOf(cell, 'v')
  switch (cell.attributes.get('t') ?? 'n') {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return all(cell, 'is').map(richText).join('')
    case 'n':
      if (value === '') return ''
      return days[Number(cell.attributes.get('s') ?? '0')] === true ? dayText(value, from1904) : numberText(value)
    case 'd':
      return value.replace('T', ' ')
    default:
      return value
  }
}

/**
 * Workbooks hold numbers as binary doubles, so 1234.56 may be written 1234.5600000000001. The number meant is the decimal of
 * fifteen significant digits, as Excel itself shows and compares it. Three decimals get a fourth, so that nobody takes the point
 * for a separator of thousands.
 */
export function numberText(value: string): string {
  const isPlain = /^-?\d+(?:\.\d+)?$/.test(value) && value.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15
  const number = Number(value)
  if (!isPlain && !Number.isFinite(number)) return value
  const text = isPlain ? value : formatDecimal(exact(number.toPrecision(15)))
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}
