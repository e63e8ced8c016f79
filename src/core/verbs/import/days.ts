// Days as other programs write them. Which of d/M and M/d a file means is decided by the whole file or not at all.
import { type Day, dayFrom, daysInMonth } from '../../base/day.ts'

export type DayOrder = 'dM' | 'Md'

const time = String.raw`(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?(?:Z| ?[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})${time}$`)
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?: ?\d{1,2}[:：时]\d{1,2}.*)?$/
const dotted = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})${time}$`)
const slashed = new RegExp(String.raw`^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})${time}$`)
const named = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4}|\d{2})${time}$`)
/** `Oct 13, 2026` */
const monthNamed = new RegExp(String.raw`^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})${time}$`)
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?=\d|[a-z]{3})/i
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function existing(year: number, month: number, date: number): Day | null {
  if (year < 1000 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return dayFrom(year, month, date)
}

/** Two digits count from 1970 to 2069. */
function fullYear(text: string): number {
  const n = Number(text)
  return text.length === 4 ? n : n < 70 ? 2000 + n : 1900 + n
}

/** Times and zones are read over: the day is the one that is written. `order` is needed only for 3/4/2026. */
export function parseForeignDay(text: string, order: DayOrder | null): Day | null {
  const t = text.normalize('NFKC').trim().replace(weekday, '')
  const y = yearFirst.exec(t) ?? chinese.exec(t)
  if (y !== null) {
    const [a, b, c] = y.length === 5 ? [y[1], y[3], y[4]] : [y[1], y[2], y[3]]
    if (y.length === 5 && y[2] === '' && ((b ?? '').length !== 2 || (c ?? '').length !== 2)) return null
    return existing(Number(a), Number(b), Number(c))
  }
  const d = dotted.exec(t)
  if (d !== null) return existing(fullYear(d[3] ?? ''), Number(d[2]), Number(d[1]))
  const n = named.exec(t)
  if (n !== null)
    return existing(fullYear(n[3] ?? ''), monthNames.indexOf((n[2] ?? '').toLowerCase()) + 1, Number(n[1]))
  const m = monthNamed.exec(t)
  if (m !== null) return existing(Number(m[3]), monthNames.indexOf((m[1] ?? '').toLowerCase()) + 1, Number(m[2]))
  const s = slashed.exec(t)
  if (s === null || order === null) return null
  const [first, second] = [Number(s[1]), Number(s[3])]
  const year = fullYear(s[4] ?? '')
  return order === 'dM' ? existing(year, second, first) : existing(year, first, second)
}

export type OrderEvidence =
  | { readonly order: DayOrder | null }
  /** Cells that can only be the one and only be the other, or none that tells. */
  | { readonly fault: 'ambiguous' | 'contradictory'; readonly example: string }

/** Looks at every cell of every day column. Null order: no cell needs one. */
export function dayOrder(cells: Iterable<string>): OrderEvidence {
  let example = ''
  let dayFirst = ''
  let monthFirst = ''
  for (const cell of cells) {
    const s = slashed.exec(cell.normalize('NFKC').trim())
    if (s === null) continue
    example ||= cell
    if (Number(s[1]) > 12) dayFirst ||= cell
    else if (Number(s[3]) > 12) monthFirst ||= cell
  }
  if (example === '') return { order: null }
  if (dayFirst !== '' && monthFirst !== '') return { fault: 'contradictory', example: `${dayFirst}, ${monthFirst}` }
  if (dayFirst === '' && monthFirst === '') return { fault: 'ambiguous', example }
  return { order: dayFirst !== '' ? 'dM' : 'Md' }
}

const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<y>\\d{4})',
  yy: '(?<y>\\d{2})',
  MMM: '(?<n>[A-Za-z]{3})[a-z]*',
  MM: '(?<m>\\d{2})',
  M: '(?<m>\\d{1,2})',
  dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  hh: '\\d{2}',
  h: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
  a: '[AaPp][Mm]',
}

/** A pattern like `M/d/yyyy HH:mm` as a reader; a time that the pattern does not name may follow. Null when it is no such pattern. */
export function dayPattern(pattern: string): ((text: string) => Day | null) | null {
  const parts = pattern.match(/yyyy|yy|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|a|[^A-Za-z]|[A-Za-z]/g) ?? []
  let source = ''
  for (const part of parts) {
    const token = tokens[part]
    if (token === undefined && /[A-Za-z]/.test(part) && part !== 'T' && part !== 'Z') return null
    source += token ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  }
  const named = (group: string) => source.split(`(?<${group}>`).length - 1
  if (named('y') !== 1 || named('d') !== 1 || named('m') + named('n') !== 1) return null
  const form = new RegExp(`^${source}${/[Hh]/.test(pattern) ? '' : time}$`)
  return (text) => {
    const found = form.exec(text.normalize('NFKC').trim())?.groups
    if (found === undefined) return null
    const { y = '', m, n = '', d } = found
    const month = m === undefined ? monthNames.indexOf(n.toLowerCase()) + 1 : Number(m)
    return existing(fullYear(y), month, Number(d))
  }
}
