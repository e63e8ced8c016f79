// Rows at the end of a CSV file: its own newlines, its own further columns, every old byte as it was.
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import { shown } from '../source.ts'
import { writeRow } from './write.ts'

/** A new file gets the header. Throws where the file is not one that rows can be added to. */
export function appendRows(
  path: string,
  before: Uint8Array | null,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  const header = columns.join(',')
  if (before === null || before.length === 0) {
    const lines = rows.map((cells) => `${writeRow(cells)}\n`)
    return Buffer.from(`${header}\n${lines.join('')}`, 'utf8')
  }
  const old = Buffer.from(before.buffer, before.byteOffset, before.byteLength)
  const end = old.indexOf(0x0a)
  const first = old.toString('utf8', 0, end < 0 ? old.length : end).replace(/^\uFEFF|\r$/g, '')
  const refuse = (p: Problem) => {
    throw new UserError([p])
  }
  if (old[old.length - 1] !== 0x0a) refuse(problem('csv-cut', {}, { file: path }))
  if (first !== header && !first.startsWith(`${header},`))
    refuse(problem('csv-header', { found: shown(first), expected: header }, { file: path, line: 1, column: 1 }))
  const eol = old[end - 1] === 0x0d ? '\r\n' : '\n'
  const own = ','.repeat(cellCount(first) - columns.length)
  const lines = rows.map((cells) => `${writeRow(cells)}${own}${eol}`)
  return Buffer.concat([old, Buffer.from(lines.join(''), 'utf8')])
}

/** Cells of a header line; names of own columns may be quoted. */
function cellCount(line: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(',').length
}
