// Tables for the terminal: aligned columns under a rule, wrapped text, wide tables in bands that repeat their first columns.
import type { Column, Row, Table } from '../core/base/table.ts'
import { cellText, headingText, isNumeric, type Words } from './cell.ts'
import { paint } from './colour.ts'
import { harmlessLines } from './harmless.ts'
import { displayWidth, padEnd, padStart, wrap } from './width.ts'

export interface TableStyle {
  readonly words: Words
  readonly colour: boolean
  /** Columns of the terminal; Infinity where nothing limits them. */
  readonly width: number
}

const gap = '  '
/** A text column is never made narrower than this. */
const narrowest = 12

/** A column with its texts, ready to be laid out. */
interface Strip {
  readonly right: boolean
  /** Texts and words may be wrapped. */
  readonly breakable: boolean
  readonly heading: string
  readonly cells: readonly string[]
  /** Columns that each cell takes; the widest of its lines, where it has several. */
  readonly widths: readonly number[]
  readonly totals: readonly string[]
  width: number
}

/** One table, ending in a newline. */
export function renderTable(table: Table, style: TableStyle): string {
  const strips = table.columns.map((column) => stripOf(column, table, style.words))
  narrow(strips, style.width)
  const blocks = bands(table.columns, strips, style.width).map((band) => block(band, table, style))
  return blocks.join('\n')
}

function stripOf(column: Column, table: Table, words: Words): Strip {
  const right = isNumeric(column.type)
  const textOf = (row: Row) => harmlessLines(cellText(column, row, words))
  const heading = harmlessLines(headingText(column, words))
  const cells = table.rows.map(textOf)
  const totals = (table.totals ?? []).map(
    (row) => textOf(row) || (column === table.columns[0] && !right ? words.total : ''),
  )
  const breakable = column.type === 'text' || column.type === 'word'
  const widths = cells.map(widthOf)
  const width = Math.max(widest([heading, ...totals].map(widthOf)), widest(widths))
  return { right, breakable, heading, cells, widths, totals, width }
}

function widthOf(text: string): number {
  return text.includes('\n') ? widest(text.split('\n').map(displayWidth)) : displayWidth(text)
}

function widest(widths: readonly number[]): number {
  let widest = 0
  for (const width of widths) widest = Math.max(widest, width)
  return widest
}

function span(strips: readonly Strip[]): number {
  return strips.reduce((sum, s) => sum + s.width + gap.length, -gap.length)
}

/**
 * Narrows the widest column of texts, again and again, until the table fits. Ids, days and numbers are never broken; where
 * that is not enough the columns go into bands, and texts only make room for themselves.
 */
function narrow(strips: readonly Strip[], width: number): void {
  const least = span(strips) - strips.reduce((sum, s) => sum + Math.max(0, s.width - floorOf(s)), 0)
  if (least > width) {
    for (const strip of strips) strip.width = Math.max(floorOf(strip), Math.min(strip.width, Math.floor(width / 2)))
    return
  }
  for (let excess = span(strips) - width; excess > 0; excess = span(strips) - width) {
    const [first, second] = strips.filter((s) => s.width > floorOf(s)).sort((a, b) => b.width - a.width)
    if (first === undefined) return
    const next = Math.max(floorOf(first), second === undefined || second.width === first.width ? 0 : second.width)
    first.width = Math.max(next === first.width ? first.width - 1 : next, first.width - excess)
  }
}

function floorOf(strip: Strip): number {
  return strip.breakable ? Math.min(strip.width, narrowest) : strip.width
}

/** Groups of columns that fit; every group after the first repeats the columns before the first number. */
function bands(columns: readonly Column[], strips: readonly Strip[], width: number): Strip[][] {
  if (span(strips) <= width) return [[...strips]]
  const firstNumber = columns.findIndex((c) => isNumeric(c.type))
  let head = strips.slice(0, Math.max(1, firstNumber))
  if (span(head) > width / 2) head = strips.slice(0, 1)
  const groups: Strip[][] = [[...head]]
  for (const strip of strips.slice(head.length)) {
    const group = groups.at(-1) ?? []
    if (group.length > head.length && span([...group, strip]) > width) groups.push([...head, strip])
    else group.push(strip)
  }
  return groups
}

function block(strips: readonly Strip[], table: Table, style: TableStyle): string {
  const rule = paint(`${'─'.repeat(Math.max(0, span(strips)))}\n`, 'dim', style.colour)
  const lines = [
    paint(
      record(strips, (s) => s.heading),
      'bold',
      style.colour,
    ),
    rule,
  ]
  for (let i = 0; i < table.rows.length; i++) lines.push(oneLine(strips, i) ?? record(strips, (s) => s.cells[i] ?? ''))
  if (table.rows.length === 0) lines.push(`${style.words.none}\n`)
  const totals = table.totals ?? []
  if (totals.length > 0) lines.push(rule)
  for (let i = 0; i < totals.length; i++)
    lines.push(
      paint(
        record(strips, (s) => s.totals[i] ?? ''),
        'bold',
        style.colour,
      ),
    )
  return lines.join('')
}

/** A row of which every cell fits on a line, as most do; null for any other. */
function oneLine(strips: readonly Strip[], i: number): string | null {
  let line = ''
  for (const [nth, strip] of strips.entries()) {
    const text = strip.cells[i] ?? ''
    const room = strip.width - (strip.widths[i] ?? 0)
    if (room < 0 || text.includes('\n')) return null
    const padding = ' '.repeat(room)
    line += `${nth === 0 ? '' : gap}${strip.right ? padding + text : text + padding}`
  }
  return `${line.trimEnd()}\n`
}

/** One row, as many lines as its longest cell needs. */
function record(strips: readonly Strip[], textOf: (strip: Strip) => string): string {
  const cells = strips.map((s) => wrap(textOf(s), s.width))
  const height = Math.max(1, ...cells.map((c) => c.length))
  let text = ''
  for (let line = 0; line < height; line++) {
    const parts = strips.map((s, i) => (s.right ? padStart : padEnd)(cells[i]?.[line] ?? '', s.width))
    text += `${parts.join(gap).trimEnd()}\n`
  }
  return text
}

/** The name of a table above it, where several are shown. */
export function renderTitle(title: string, style: TableStyle): string {
  return paint(`${harmlessLines(title)}\n`, 'bold', style.colour)
}
