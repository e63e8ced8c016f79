// The text of one file of the book: decoded strictly, free of conflict markers, able to say where an offset stands.
import { isUtf8 } from 'node:buffer'
import { type Problem, problem, type Where } from '../core/base/problem.ts'

export interface Source {
  /** Path inside the book, with forward slashes. */
  readonly file: string
  /** Without the byte order mark; line ends as they are. */
  readonly text: string
  readonly bom: boolean
}

/** How long a line an excerpt shows. */
const excerptWidth = 160

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Null and a problem when the bytes are too many, no UTF-8, or hold what a merge left behind. */
export function decodeSource(file: string, bytes: Uint8Array, limit: number, problems: Problem[]): Source | null {
  if (bytes.length > limit) {
    problems.push(problem('file-too-large', { size: bytes.length, limit }, { file }))
    return null
  }
  if (!isUtf8(bytes)) {
    problems.push(problem('not-utf8', { looksLike: likelyEncoding(bytes) }, { file }))
    return null
  }
  const whole = decoder.decode(bytes)
  const bom = whole.startsWith('\uFEFF')
  const source = { file, text: bom ? whole.slice(1) : whole, bom }
  const markers = conflictMarkers(source.text)
  for (const offset of markers) problems.push(problem('conflict-marker', {}, placeOf(source, offset)))
  return markers.length > 0 ? null : source
}

/** Named for the message only; nothing is decoded by a guess. */
function likelyEncoding(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16'
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return 'GB18030 (GBK)'
  } catch {
    return ''
  }
}

/**
 * Offsets of the lines that `git merge` writes around a conflict, indented or not: inside a block text of YAML
 * they would be read without a complaint. A line of equal signs alone is no sign; only between the others.
 */
function conflictMarkers(text: string): number[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('|||||||')) return []
  const found: number[] = []
  for (const match of text.matchAll(/^[ \t]*(?:<{7}|>{7}|\|{7})(?=[ \r\n]|$)/gm))
    found.push(match.index + match[0].length - 7)
  return found
}

/** Line and column, from 1, with the line itself and the next; `offset` counts UTF-16 units in the source's text. */
export function placeOf(source: Source, offset: number): Where {
  const { file, text } = source
  const at = Math.max(0, Math.min(offset, text.length))
  const starts = lineStarts(source)
  const line = lastUpTo(starts, at) + 1
  const start = starts[line - 1] ?? 0
  const first = lineAt(text, start)
  const next = start + first.length
  const nextStart = text.indexOf('\n', next) + 1
  const second = nextStart === 0 ? '' : lineAt(text, nextStart)
  const excerpt = [first, ...(second === '' ? [] : [second])].map(shortened)
  return { file, line, column: at - start + 1, excerpt }
}

const startsOf = new WeakMap<Source, readonly number[]>()

/** Offset of each line; found once for a source, since a broken file may have a problem on every line. */
export function lineStarts(source: Source): readonly number[] {
  const known = startsOf.get(source)
  if (known !== undefined) return known
  const starts = [0]
  for (let i = source.text.indexOf('\n'); i >= 0; i = source.text.indexOf('\n', i + 1)) starts.push(i + 1)
  startsOf.set(source, starts)
  return starts
}

/** Index of the last start that is not beyond the offset. */
function lastUpTo(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  const line = end < 0 ? text.slice(start) : text.slice(start, end)
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function shortened(line: string): string {
  return line.length > excerptWidth ? `${line.slice(0, excerptWidth)}…` : line
}

/** What a message may repeat of a value that it found. */
export function shown(value: string): string {
  const line = value.split(/[\r\n]/, 1)[0] ?? ''
  return line.length < value.length || line.length > 40 ? `${line.slice(0, 40)}…` : line
}
