// The canonical writer of YAML: two spaces, block maps and lists, texts quoted where another program would take them for something else.

/** A number, day, code or flag, written as it is; text goes through the rules of quoting. */
export interface Plain {
  readonly plain: string
}

export type Out = string | Plain | readonly Out[] | OutMap | undefined
/** Keys in the order they are written; undefined and empty values are left out. */
export interface OutMap {
  readonly [key: string]: Out
}

export function plain(value: string | number | boolean): Plain {
  return { plain: String(value) }
}

export function isPlain(value: Out): value is Plain {
  return typeof value === 'object' && 'plain' in value && typeof value.plain === 'string'
}

export function isOutList(value: Out): value is readonly Out[] {
  return Array.isArray(value)
}

/** A value of the user's own fields; what YAML cannot hold is written as its text. */
export function outOf(value: unknown): Out {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return plain(value)
  if (Array.isArray(value)) return value.map(outOf)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, outOf(inner)]))
  return undefined
}

/** The lines of a map at an indentation, each ending in a newline. */
export function writeMap(map: OutMap, indent = 0): string {
  return Object.entries(map)
    .map(([key, value]) => writePair(key, value, indent))
    .join('')
}

export function writePair(key: string, value: Out, indent: number): string {
  if (isVoid(value)) return ''
  return `${' '.repeat(indent)}${writeKey(key)}:${writeValue(value, indent)}`
}

/** Undefined, an empty list, an empty map. */
export function isVoid(value: Out): boolean {
  if (value === undefined) return true
  if (typeof value === 'string' || isPlain(value)) return false
  return Object.values(value).every(isVoid)
}

/** What follows the colon or the dash: a space and a scalar, or a newline and a block; ends in a newline. */
export function writeValue(value: Out, indent: number): string {
  if (value === undefined) return '\n'
  if (isPlain(value)) return ` ${value.plain}\n`
  if (typeof value === 'string') return ` ${writeText(value, indent)}\n`
  if (isOutList(value)) return `\n${value.map((item) => writeItem(item, indent + 2)).join('')}`
  return `\n${writeMap(value, indent + 2)}`
}

/** One item of a list whose dashes stand at `indent`. */
export function writeItem(item: Out, indent: number): string {
  const dash = `${' '.repeat(indent)}-`
  if (typeof item === 'string') return `${dash} ${writeScalar(item)}\n`
  if (item === undefined || isPlain(item)) return `${dash}${writeValue(item, indent)}`
  if (isOutList(item)) return `${dash} ${writeFlow(item)}\n`
  const inside = writeMap(item, indent + 2)
  return inside === '' ? `${dash} {}\n` : `${dash} ${inside.slice(indent + 2)}`
}

/** A value on one line, for lists in lists and for flow collections that a person wrote. */
export function writeFlow(value: Out): string {
  if (value === undefined) return '""'
  if (isPlain(value)) return value.plain
  if (typeof value === 'string') return /[,[\]{}]/.test(value) ? doubleQuoted(value) : writeScalar(value)
  if (isOutList(value)) return `[${value.map(writeFlow).join(', ')}]`
  const pairs = Object.entries(value).map(([key, inner]) => `${writeKey(key)}: ${writeFlow(inner)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

export function writeKey(key: string): string {
  return /^[^\s\-?:,[\]{}#&*!|>'"%@`<=~][^\s:#,[\]{}'"]*$/.test(key) && !looksTyped(key) ? key : doubleQuoted(key)
}

/** Several lines as a block, where that is safe; else one line. */
function writeText(text: string, indent: number): string {
  if (!text.includes('\n') || !fitsBlock(text)) return writeScalar(text)
  const pad = ' '.repeat(indent + 2)
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  const lines = body.split('\n').map((line) => (line === '' ? '' : pad + line))
  return `${text.endsWith('\n') ? '|' : '|-'}\n${lines.join('\n')}`
}

/** No line that a block would change or a merge would trip over, text in the first and last line. */
function fitsBlock(text: string): boolean {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  const lines = body.split('\n')
  return (
    !/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/.test(text) &&
    !hasLoneSurrogate(text) &&
    lines[0] !== '' &&
    lines[lines.length - 1] !== '' &&
    !lines.some((line) => /^\s|^(?:<{7}|>{7}|\|{7}|={7})| $/.test(line))
  )
}

/** On one line: as it is where every YAML reader takes it for the same text, else in double quotes. */
export function writeScalar(text: string): string {
  return isSafePlain(text) && !looksTyped(text) ? text : doubleQuoted(text)
}

/** True when the failsafe reading of the bare text is the text. */
export function isSafePlain(text: string): boolean {
  return (
    text !== '' &&
    /^[^\s\-?:,[\]{}#&*!|>'"%@`=~<]/.test(text) &&
    !/\s$|: | #|:$/.test(text) &&
    !/[\x00-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/.test(text) &&
    !hasLoneSurrogate(text)
  )
}

function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

/** What YAML 1.1 or 1.2 would read as null, a flag, a number, a time or a day. */
function looksTyped(text: string): boolean {
  return /^(?:null|true|false|yes|no|on|off|y|n|[-+.0-9][-+.:_,0-9a-fxoe]*|\d{4}-\d{1,2}-\d{1,2}.*|[-+]?\.(?:inf|nan))$/i.test(
    text,
  )
}

export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\uFEFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
