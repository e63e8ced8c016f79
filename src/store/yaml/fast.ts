// The fast reader of YAML: the block form that crm itself writes, comments included. It accepts or declines, never guesses.
import { maxDepth, tooDeep } from './depth.ts'
import { isForbiddenKey, type Tree, type TreeMap, treeMap } from './tree.ts'

const newline = 0x0a
const space = 0x20
const dash = 0x2d
const colon = 0x3a
const hash = 0x23

/** Characters that could mean something to a YAML reader or to a terminal; a file with one of them is read with care. */
const unusual = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/

/** Everything that may begin a plain text without a second thought: no indicator of YAML, no space. */
const plainStart = /[^\s\-?:,[\]{}#&*!|>'"%@`]/
const asciiStart = Array.from({ length: 128 }, (_, c) => plainStart.test(String.fromCharCode(c)))
const keyForm = /^[^\s\-?:,[\]{}#&*!|>'"%@`<][^\s:#,[\]{}]*$/

/** YAML wants the colon of a key within 1024 characters. */
const longestKey = 1000

class Declined extends Error {}
const declined = new Declined('declined')

interface Cursor {
  readonly text: string
  /** Start of the next line that says something; its indentation; the text's length at the end. */
  start: number
  indent: number
  end: number
}

/** The tree of a canonical text, equal to what the library reader gives; null when the text is anything else. */
export function parseCanonicalYaml(text: string): Tree | null {
  if (unusual.test(text) || tooDeep(text) !== null) return null
  const at: Cursor = { text, start: 0, indent: 0, end: 0 }
  try {
    advance(at, 0)
    const tree = at.start >= text.length ? treeMap() : map(at, at.indent)
    return at.start >= text.length && tree !== null ? tree : null
  } catch (error) {
    if (error === declined) return null
    throw error
  }
}

/** Moves to the first line from `from` (the start of a line) that is neither blank nor a comment. */
function advance(at: Cursor, from: number): void {
  const { text } = at
  let start = from
  while (start < text.length) {
    let i = start
    while (text.charCodeAt(i) === space) i++
    const c = text.charCodeAt(i)
    const end = lineEnd(text, i)
    if (i < end && c !== hash) {
      at.start = i
      at.indent = i - start
      at.end = end
      return
    }
    start = end + 1
  }
  at.start = text.length
  at.indent = -1
  at.end = text.length
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function isDash(at: Cursor): boolean {
  return (
    at.text.charCodeAt(at.start) === dash && (at.text.charCodeAt(at.start + 1) === space || at.start + 1 === at.end)
  )
}

/** A map whose keys stand at `indent`; the cursor is on its first key. */
function map(at: Cursor, indent: number): TreeMap {
  const result = treeMap()
  // Keys without a value are not said, but may not stand twice all the same.
  let silent: Set<string> | null = null
  if (indent > maxDepth) throw declined
  while (at.indent === indent && at.start < at.text.length) {
    const stop = keyEnd(at)
    const key = at.text.slice(at.start, stop)
    if (key in result || silent?.has(key) === true || isForbiddenKey(key)) throw declined
    const value = valueAfter(at, stop + 1, indent)
    if (value !== undefined) result[key] = value
    else {
      silent ??= new Set()
      silent.add(key)
    }
  }
  if (at.indent > indent) throw declined
  return result
}

function keyEnd(at: Cursor): number {
  const { text, start, end } = at
  for (let i = start; i < end && i - start <= longestKey; i++) {
    if (text.charCodeAt(i) !== colon || (i + 1 < end && text.charCodeAt(i + 1) !== space)) continue
    if (keyForm.test(text.slice(start, i))) return i
    break
  }
  throw declined
}

/** What follows a key's colon, on its line or below; the cursor ends on the next line that says something. */
function valueAfter(at: Cursor, from: number, indent: number): Tree | undefined {
  const { text, end } = at
  let i = from
  while (text.charCodeAt(i) === space && i < end) i++
  if (i < end && text.charCodeAt(i) !== hash) return scalar(at, i, indent)
  advance(at, end + 1)
  if (at.indent <= indent) {
    if (at.indent === indent && isDash(at)) throw declined
    return undefined
  }
  return isDash(at) ? list(at, at.indent) : map(at, at.indent)
}

function list(at: Cursor, indent: number): Tree[] {
  const result: Tree[] = []
  while (at.indent === indent && at.start < at.text.length) {
    if (!isDash(at) || at.start + 2 >= at.end) throw declined
    const inside = at.start + 2
    const first = at.text.charAt(inside)
    if (first === ' ' || first === '-' || first === '|') throw declined
    if (first !== '"' && first !== "'" && isKeyLine(at.text, inside, at.end)) {
      at.start = inside
      at.indent = indent + 2
      result.push(map(at, indent + 2))
    } else result.push(scalar(at, inside, indent))
  }
  if (at.indent > indent) throw declined
  return result
}

function isKeyLine(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++)
    if (text.charCodeAt(i) === colon && (i + 1 === end || text.charCodeAt(i + 1) === space)) return true
  return false
}

function scalar(at: Cursor, from: number, indent: number): Tree {
  const { text, end } = at
  const c = text.charAt(from)
  if (c === '|') return literal(at, from, indent)
  let value: Tree
  let rest: number
  if (c === '"' || c === "'") [value, rest] = quoted(text, from, end)
  else if (text.startsWith('[]', from) || text.startsWith('{}', from)) {
    value = c === '[' ? [] : treeMap()
    rest = from + 2
  } else [value, rest] = plain(text, from, end)
  if (!onlyComment(text, rest, end)) throw declined
  advance(at, end + 1)
  // A deeper line after a finished value would continue it, or be an error.
  if (at.indent > indent) throw declined
  return value
}

function onlyComment(text: string, from: number, end: number): boolean {
  let i = from
  while (i < end && text.charCodeAt(i) === space) i++
  return i === end || (text.charCodeAt(i) === hash && i > from)
}

function quoted(text: string, from: number, end: number): [string, number] {
  const quote = text.charAt(from)
  let close = text.indexOf(quote, from + 1)
  if (quote === '"') while (close > 0 && escapes(text, close)) close = text.indexOf('"', close + 1)
  else while (close > 0 && text.charAt(close + 1) === "'") close = text.indexOf("'", close + 2)
  if (close < 0 || close >= end) throw declined
  const inside = text.slice(from + 1, close)
  if (quote === "'") return [inside.replaceAll("''", "'"), close + 1]
  if (!inside.includes('\\')) return [inside, close + 1]
  if (/\\[^nrtbf"\\u]|\\u(?![0-9a-fA-F]{4})/.test(inside.replaceAll('\\\\', ''))) throw declined
  return [String(JSON.parse(`"${inside}"`)), close + 1]
}

function escapes(text: string, at: number): boolean {
  let count = 0
  for (let i = at - 1; text.charCodeAt(i) === 0x5c; i--) count++
  return count % 2 === 1
}

function plain(text: string, from: number, end: number): [string, number] {
  const first = text.charCodeAt(from)
  const negative = first === dash && isDigit(text.charCodeAt(from + 1))
  if (!negative && !(first < 128 ? asciiStart[first] : plainStart.test(text.charAt(from)))) throw declined
  let stop = from
  // What looks for two characters at once goes on to the end of the file where they are not in the line.
  for (let i = from, before = 0; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === hash && before === space) break
    if (c === colon && (i + 1 === end || text.charCodeAt(i + 1) === space)) throw declined
    if (c !== space) stop = i + 1
    before = c
  }
  return [text.slice(from, stop), stop]
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39
}

/** `|` and `|-` as crm writes them: every line indented alike, text in the first and the last. */
function literal(at: Cursor, from: number, indent: number): string {
  const { text } = at
  const header = text.slice(from, at.end)
  if (header !== '|' && header !== '|-') throw declined
  const lines: string[] = []
  let start = at.end + 1
  let depth = -1
  let blank = 0
  while (start < text.length) {
    const end = lineEnd(text, start)
    let i = start
    while (text.charCodeAt(i) === space) i++
    if (i === end) {
      if (i > start) throw declined
      blank++
    } else {
      if (depth < 0) {
        depth = i - start
        if (depth <= indent || blank > 0) throw declined
      }
      if (i - start < depth) break
      for (; blank > 0; blank--) lines.push('')
      lines.push(text.slice(start + depth, end))
    }
    start = end + 1
  }
  if (depth < 0 || text.charCodeAt(text.length - 1) !== newline) throw declined
  advance(at, start)
  if (at.indent > indent) throw declined
  return lines.join('\n') + (header === '|' ? '\n' : '')
}
