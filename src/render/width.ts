// Columns that text takes on a terminal, and wrapping and cutting by them: nothing is lost without a visible mark.

/** Blocks of East Asian Width W and F (UAX #11) beside emoji; first and last code point in turn. */
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]

const plain = /^[\x20-\x7e]*$/
const weightless = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u1160-\u11ff\ud7b0-\ud7fb]$/u
const emoji = /^\p{Emoji_Presentation}$/u
const skinTone = /^\p{Emoji_Modifier}$/u
const pictograph = /^\p{Extended_Pictographic}$/u
const regional = /^\p{Regional_Indicator}$/u
const joiner = '\u200d'
const emojiStyle = '\ufe0f'

function codePointWidth(c: string): number {
  const code = c.codePointAt(0) ?? 0
  if (code >= 0x4e00 && code <= 0x9fff) return 2
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1
  if (weightless.test(c)) return 0
  if (wideBlocks.some(([first, last]) => code >= first && code <= last)) return 2
  return emoji.test(c) && !regional.test(c) ? 2 : 1
}

/** A character as people see it, with all its marks, and the columns it takes. */
export interface Glyph {
  readonly text: string
  readonly width: number
}

/** Splits between characters as people see them; the texts join to the whole. Ambiguous widths count as one column. */
export function glyphs(text: string): Glyph[] {
  const found: Glyph[] = []
  let last: Glyph | undefined
  for (const c of text) {
    const joined = last === undefined || standsAlone(c.charCodeAt(0)) ? null : joinedWidth(last, c)
    if (last === undefined || joined === null) {
      last = { text: c, width: codePointWidth(c) }
      found.push(last)
    } else {
      last = { text: last.text + c, width: joined }
      found[found.length - 1] = last
    }
  }
  return found
}

/** The bulk of text, told without a table: ASCII, box drawing, Chinese characters and full-width signs never join what is before. */
function standsAlone(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x2500 && code <= 0x257f) ||
    (code >= 0xff01 && code <= 0xff5e)
  )
}

/** The width of `last` together with the next code point; null when a new glyph begins. */
function joinedWidth(last: Glyph, c: string): number | null {
  if (c === emojiStyle && pictograph.test(last.text)) return 2
  if (skinTone.test(c) && last.width === 2) return 2
  if (last.text.endsWith(joiner) && pictograph.test(c)) return 2
  if (regional.test(last.text) && regional.test(c)) return 2
  return codePointWidth(c) === 0 && c !== '\n' && last.text !== '\n' ? last.width : null
}

export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const glyph of glyphs(text)) width += glyph.width
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** At most `width` columns; what is cut off is marked by an ellipsis. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const glyph of glyphs(text)) {
    if (used + glyph.width > width - 1) break
    kept += glyph.text
    used += glyph.width
  }
  return width < 1 ? '' : `${kept}…`
}

/** These must not begin a line, and those must not end one (CLReq, prohibition rules for line start and line end). */
const notFirst = new Set('，。、；：？！）》〉」』】〕’”…—·,.;:?!)]}%％')
const notLast = new Set('（《〈「『【〔‘“([{¥￥$')

/**
 * Lines of at most `width` columns (at least two). Breaks at spaces and beside wide characters, in the middle of a word only
 * when it is longer than a line. Line breaks in the text stay; only spaces at a break are dropped.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, width)))
}

function wrapLine(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let rest = glyphs(text)
  while (rest.length > 0) {
    const fits = countFitting(rest, width)
    const end = fits === rest.length ? fits : breakBefore(rest, fits)
    lines.push(join(rest.slice(0, end)).trimEnd())
    rest = rest.slice(end)
    while (rest[0]?.text === ' ') rest = rest.slice(1)
  }
  return lines
}

function join(part: readonly Glyph[]): string {
  return part.map((g) => g.text).join('')
}

function countFitting(line: readonly Glyph[], width: number): number {
  let used = 0
  let count = 0
  for (const glyph of line) {
    used += glyph.width
    if (used > width) break
    count++
  }
  return Math.max(1, count)
}

/** The last place to break at or before `limit`, or `limit` itself when there is none. */
function breakBefore(line: readonly Glyph[], limit: number): number {
  for (let i = limit; i > 0; i--) if (mayBreak(line[i - 1], line[i])) return i
  return limit
}

function mayBreak(before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (before.text === ' ' || after.text === ' ') return true
  if (before.text === '-' && /^\p{L}/u.test(after.text)) return true
  if (before.width < 2 && after.width < 2) return false
  return !notFirst.has(after.text) && !notLast.has(before.text)
}
