// Numbers as other programs write them. Which mark is the decimal one is decided by the whole file.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import { type Exact, exact } from '../../base/decimal.ts'
import { type AmountFault, type Minor, safe } from '../../base/money.ts'

export type Mark = '.' | ','

/** Signs, currency symbols and blanks taken off; the bare digits and marks, and whether it is negative. Null when that is no number. */
function bare(text: string): { readonly digits: string; readonly negative: boolean } | null {
  let t = text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/[−–]/g, '-')
  let negative = false
  const brackets = /^\((.*)\)$/.exec(t)
  if (brackets !== null) {
    negative = true
    t = brackets[1] ?? ''
  }
  t = t
    .replace(/^([+-]?)(?:[¥$€£]|RMB|CNY|USD|EUR|GBP|HKD|JPY)/i, '$1')
    .replace(/(?:[¥$€£元]|RMB|CNY|USD|EUR|GBP|HKD|JPY)([+-]?)$/i, '$1')
  const side = /^[^-+]*\d(CR|DR)$/i.exec(t)?.[1]?.toUpperCase()
  if (side !== undefined) {
    negative = side === 'DR'
    t = t.slice(0, -2)
  }
  const signs = /^([+-]?)([\d.,]+)([+-]?)$/.exec(t)
  if (signs === null || (signs[1] !== '' && signs[3] !== '')) return null
  if (signs[1] === '-' || signs[3] === '-') negative = !negative
  return { digits: signs[2] ?? '', negative }
}

/** As most amounts are written. */
const plain = /^-?\d{1,11}(?:\.\d{1,4})?$/

/** Exact value of a foreign number, or null. Thousands must stand in groups of three; a number may begin with the mark. */
export function parseForeignNumber(text: string, mark: Mark): Exact | null {
  if (text.length > 60) return null
  if (mark === '.' && plain.test(text)) return exact(text)
  const found = bare(text)
  if (found === null) return null
  const other = mark === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = found.digits.split(mark)
  if (more.length > 0 || fraction?.includes(other) === true || (whole === '' && (fraction ?? '') === '')) return null
  if (whole.includes(other) && !/^\d{1,3}$/.test(whole.split(other)[0] ?? '')) return null
  if (whole.includes(other) && !isGrouped(whole.split(other))) return null
  const value = exact(`${whole.replaceAll(other, '') || '0'}.${fraction || '0'}`)
  return found.negative ? value.negated() : value
}

/** In threes; in India in twos before the last three: `12,34,567`. */
function isGrouped([first = '', ...groups]: readonly string[]): boolean {
  const last = groups.at(-1) ?? ''
  if (!/^\d{3}$/.test(last)) return false
  const others = groups.slice(0, -1)
  return others.every((g) => /^\d{3}$/.test(g)) || (first.length <= 2 && others.every((g) => /^\d{2}$/.test(g)))
}

/** The same as whole minor units; zeros beyond the currency's decimals are not held against it. */
export function parseForeignAmount(text: string, c: Currency, mark: Mark): Minor | AmountFault {
  const decimals = decimalsOf(c)
  const quick = mark === '.' ? plainMinor(text, decimals) : null
  if (quick !== null) return quick
  const value = parseForeignNumber(text, mark)
  if (value === null) return 'not-a-number'
  const minor = value.times(10 ** decimals)
  if (!minor.isInteger()) return 'too-many-decimals'
  const amount = minor.toNumber()
  return Number.isSafeInteger(amount) ? safe(amount) : 'too-large'
}

/** Of digits and a point with no more decimals than the currency has; null for whatever else. */
function plainMinor(text: string, decimals: number): Minor | null {
  if (!plain.test(text)) return null
  const point = text.indexOf('.')
  const missing = point < 0 ? decimals : decimals - (text.length - point - 1)
  if (missing < 0) return null
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
  // At most fifteen digits, so exact as a number.
  return safe(Number(digits) * 10 ** missing)
}

export type MarkEvidence =
  | { readonly mark: Mark }
  | { readonly fault: 'contradictory' | 'ambiguous'; readonly example: string }

/** A number of a file; an amount of money knows the decimals of its currency, quantities and prices have any number of them. */
export interface NumberCell {
  readonly text: string
  readonly decimals: number | null
}

/**
 * Evidence of the decimal mark: both marks in one number (the last is the decimal one), or a mark not followed by exactly three
 * digits. In amounts of money a single mark before three digits separates thousands, because amounts have fewer decimals;
 * in quantities and prices it tells nothing. Without evidence it is the point. Where strict, an amount that is possible both ways,
 * like `12.500` (two decimals and a zero), is no evidence, and it is a fault when nothing else in the file decides.
 */
export function decimalMark(cells: Iterable<NumberCell>, isStrict = false): MarkEvidence {
  const seen: Record<Mark, string> = { '.': '', ',': '' }
  let doubtful = ''
  for (const cell of cells) {
    const text = cell.text.trim()
    // Seldom is anything but evidence that is there already.
    if (seen['.'] !== '' && plain.test(text) && markOfPlain(text) === '.') continue
    if (isStrict && isDoubtful(cell)) doubtful ||= text
    else {
      const mark = markOf(cell)
      if (mark !== null) seen[mark] ||= text
    }
  }
  if (seen['.'] !== '' && seen[','] !== '') return { fault: 'contradictory', example: `${seen['.']}, ${seen[',']}` }
  if (doubtful !== '' && seen['.'] === '' && seen[','] === '') return { fault: 'ambiguous', example: doubtful }
  return { mark: seen[','] !== '' ? ',' : '.' }
}

/** `12.500` is twelve and a half or twelve thousand five hundred; `12.345` of a currency with two decimals can only be thousands. */
function isDoubtful({ text, decimals }: NumberCell): boolean {
  const group = /^[1-9]\d{0,2}[.,](\d{3})$/.exec(bare(text)?.digits ?? '')?.[1]
  return group !== undefined && decimals !== null && /^0*$/.test(group.slice(decimals))
}

/** A point that is not followed by exactly three digits; null for every other number, also for none. */
function markOfPlain(text: string): Mark | null {
  const point = text.indexOf('.')
  return point < 0 || text.length - point === 4 ? null : '.'
}

function markOf({ text, decimals }: NumberCell): Mark | null {
  const digits = bare(text)?.digits ?? ''
  const point = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  const mark: Mark = point >= 0 ? '.' : ','
  const groups = digits.split(mark)
  const grouped = groups.slice(1).every((g) => g.length === 3) && /^[1-9]\d{0,2}$/.test(groups[0] ?? '')
  if (groups.length > 2) return grouped ? (mark === '.' ? ',' : '.') : null
  if (!grouped) return mark
  return decimals !== null && decimals < 3 ? (mark === '.' ? ',' : '.') : null
}
