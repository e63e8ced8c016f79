// Rows at the end of a CSV file: its own newlines, its own further columns, every old byte as it was.
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import { shown } from '../source.ts'
import type { Columns } from './header.ts'

/**
 * `rows`: as `writeRow` writes them. A new file gets the header; one from before columns were added gets them, empty in its rows. Throws where the file is not one that
 * rows can be added to.
 */
export function appendRows(
  path: string,
  before: Uint8Array | null,
  { columns, later = 0 }: Columns,
  rows: readonly string[],
): Uint8Array {
  const header = columns.join(',')
  if (before === null || before.length === 0) {
    return Buffer.from(`${[header, ...rows].join('\n')}\n`, 'utf8')
  }
  const old = Buffer.from(before.buffer, before.byteOffset, before.byteLength)
  const end = old.indexOf(0x0a)
  const first = old.toString('utf8', 0, end < 0 ? old.length : end).replace(/^\uFEFF|\r$/g, '')
  const refuse = (p: Problem) => {
    throw new UserError([p])
  }
  if (old[old.length - 1] !== 0x0a) refuse(problem('csv-cut', {}, { file: path }))
  const fewer = columns.slice(0, columns.length - later).join(',')
  if (
    later > 0 &&
    (first === fewer || (first.startsWith(`${fewer},`) && !first.startsWith(`${header},`) && first !== header))
  )
    return appendRows(path, widened(old, columns, later), { columns }, rows)
  if (first !== header && !first.startsWith(`${header},`))
    refuse(problem('csv-header', { found: shown(first), expected: header }, { file: path, line: 1, column: 1 }))
  const eol = old[end - 1] === 0x0d ? '\r\n' : '\n'
  const own = ','.repeat(cellCount(first) - columns.length)
  const lines = rows.map((row) => `${row}${own}${eol}`)
  return Buffer.concat([old, Buffer.from(lines.join(''), 'utf8')])
}

/** Cells of a header line; names of own columns may be quoted. */
function cellCount(line: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(',').length
}

/** Every row with the columns that were added, empty, before the user's own; the names of the columns in the first. */
function widened(old: Buffer, columns: readonly string[], later: number): Buffer {
  const known = columns.length - later
  const lines = old.toString('utf8').split('\n')
  const wide = lines.map((line, i) => {
    if (line === '' || line === '\r') return line
    const added = i === 0 ? columns.slice(known).map((c) => `,${c}`) : Array<string>(later).fill(',')
    const at = endOfCell(line, known)
    return line.slice(0, at) + added.join('') + line.slice(at)
  })
  return Buffer.from(wide.join('\n'), 'utf8')
}

/** Where the n-th cell ends; quotes are minded. */
function endOfCell(line: string, n: number): number {
  let cells = 0
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const c = line.charAt(at)
    if (c === '"') isQuoted = !isQuoted
    else if ((c === ',' && !isQuoted) || c === '\r') {
      cells++
      if (cells === n) return at
    }
  }
  return line.length
}
