// Where things of a YAML text begin and end, for edits that splice lines.
import { isCollection, isMap, isNode, isPair, isScalar, type Pair, type ParsedNode, parseDocument } from 'yaml'

export interface Block {
  readonly text: string
  readonly eol: '\n' | '\r\n'
  readonly root: ParsedNode | null
}

/** Replaces what stands between two offsets; the inserted text has plain newlines. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text must be one that the reader accepts. */
export function parseForEdit(text: string): Block {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  if (document.errors.length > 0) throw new Error('only YAML that was read can be edited')
  const root = document.contents
  const empty = root === null || (isScalar(root) && root.value === '')
  return { text, eol: text.includes('\r\n') ? '\r\n' : '\n', root: empty ? null : root }
}

export function lineStart({ text }: Block, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** After the newline of the line that holds the offset. */
export function lineEnd({ text }: Block, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

export function keyOffset(pair: Pair): number {
  return isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
}

/** The offset just after the last character that a pair or node says; comments after it are not part of it. */
export function contentEnd(block: Block, what: unknown): number {
  if (isPair(what)) {
    const value: unknown = what.value
    const keyEnd = isNode(what.key) ? (what.key.range?.[1] ?? 0) : 0
    const colon = block.text.indexOf(':', keyEnd) + 1
    return isNode(value) ? Math.max(colon, contentEnd(block, value)) : colon
  }
  if (isCollection(what) && what.flow !== true && what.items.length > 0) {
    const last: unknown = what.items[what.items.length - 1]
    return isMap(what) || isNode(last) ? contentEnd(block, last) : (what.range?.[1] ?? 0)
  }
  const end = isNode(what) ? (what.range?.[1] ?? 0) : 0
  const start = isNode(what) ? (what.range?.[0] ?? 0) : 0
  return start + block.text.slice(start, end).trimEnd().length
}
