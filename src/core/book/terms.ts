// The language of payment terms: every text is either terms, or a fault that says why not. Days are computed in due.ts.
import { type Exact, exact, formatDecimal, parseDecimal } from '../base/decimal.ts'

/**
 * Where counting starts: the bill's day, the delivery's, the next `date` of a month on which accounts are drawn up, the end of the
 * bill's month, or a `date` of a later month.
 */
export type Anchor = 'bill' | 'delivery' | 'statement' | 'monthEnd' | 'dayOfMonth'

/** Months are added to the anchor first, then days; `toMonthEnd` then goes on to the end of the month that was reached. */
export interface DueRule {
  readonly anchor: Anchor
  /** 1 to 31 for `statement` and `dayOfMonth`, short months end earlier; 0 otherwise. */
  readonly date: number
  /** At least 1 for `dayOfMonth`. */
  readonly months: number
  readonly days: number
  readonly toMonthEnd: boolean
}

export interface TermsPart {
  /** Percent of the total as exact decimal text; the parts sum to 100. */
  readonly percent: string
  readonly rule: DueRule
}

export interface Terms {
  /** At least one; the last takes what rounding leaves. */
  readonly parts: readonly TermsPart[]
  /** `2/10`: 2 percent off when paid within 10 days of the bill. */
  readonly discount?: { readonly percent: string; readonly days: number }
}

/** How a book reads 月结N天: what N counts from, whether 30 days are a month, and days of grace on top. */
export interface MonthlyReading {
  readonly anchor: 'bill' | 'delivery' | 'statement' | 'monthEnd' | 'nextMonthStart'
  /** `statement`: the date of the month on which accounts are drawn up, 1 to 31; the last of the month unless said. */
  readonly date?: number
  readonly unit: 'day' | 'month'
  readonly grace: number
}

export type TermsFault =
  | { readonly fault: 'unknown' }
  | { readonly fault: 'shares'; readonly sum: string }
  /** Canonical texts of everything that the words may mean. */
  | { readonly fault: 'ambiguous'; readonly readings: readonly string[] }

const most = { days: 3650, months: 120 }

function rule(anchor: Anchor, months: number, days: number, more: Partial<DueRule> = {}): DueRule {
  return { anchor, date: 0, months, days, toMonthEnd: false, ...more }
}

const offset = String.raw`(?:\s*\+\s*(\d+)\s*(months?|个月))?(?:\s*\+\s*(\d+)\s*(?:days?|天|日)?)?`
const forms: readonly (readonly [RegExp, (found: readonly string[]) => DueRule | null])[] = [
  [/^(?:due on receipt|due now|immediately|见票即付|收到即付|现结)$/, () => rule('bill', 0, 0)],
  [/^(?:cash on delivery|cod|货到付款)$/, () => rule('delivery', 0, 0)],
  [
    /^(?:net\s*|票后|开票后)(\d+)\s*(days?|d|weeks?|months?|天|日|周|个月)?(?:\s*\+\s*(\d+))?(?:\s+from\s+(delivery|(\d+)(?:st|nd|rd|th)))?(\s+to\s+eom)?$/,
    ([, n = '', unit = 'days', more = '0', from = '', date = '0', eom = '']) => {
      const months = /^(?:m|个月)/.test(unit) ? Number(n) : 0
      const days = months > 0 || /^(?:m|个月)/.test(unit) ? 0 : Number(n) * (/^(?:w|周)/.test(unit) ? 7 : 1)
      const anchor = from === '' ? 'bill' : from === 'delivery' ? 'delivery' : 'statement'
      return rule(anchor, months, days + Number(more), { date: Number(date), toMonthEnd: eom !== '' })
    },
  ],
  [
    new RegExp(`^(?:eom|end of month|月末)${offset}$`),
    ([, months = '0', , days = '0']) => rule('monthEnd', Number(months), Number(days)),
  ],
  [/^月末后(\d+)[天日]$/, ([, days = '0']) => rule('monthEnd', 0, Number(days))],
  [
    new RegExp(`^(\\d+)(?:st|nd|rd|th) of (?:the )?(?:next month|month\\s*\\+\\s*([1-9]\\d*))${offset}$`),
    ([, date = '', ahead = '1', months = '0', , days = '0']) =>
      rule('dayOfMonth', Number(ahead) + Number(months), Number(days), { date: Number(date) }),
  ],
  [/^[次下]月(\d+)[日号]$/, ([, date = '']) => rule('dayOfMonth', 1, 0, { date: Number(date) })],
]

function valid(r: DueRule): boolean {
  const needsDate = r.anchor === 'statement' || r.anchor === 'dayOfMonth'
  return r.days <= most.days && r.months <= most.months && (needsDate ? r.date >= 1 && r.date <= 31 : r.date === 0)
}

/** The meanings of 月结N天 seen in use: N days or, for whole thirties, months, after the bill, its month's end or the next month's start. */
function monthlyReadings(n: number, later: boolean): readonly DueRule[] {
  const months = n % 30 === 0 ? n / 30 : null
  const counts: readonly (readonly [months: number, days: number])[] =
    months === null || n === 0
      ? [[0, n]]
      : [
          [0, n],
          [months, 0],
        ]
  const anchors: readonly Anchor[] = later ? ['dayOfMonth'] : ['bill', 'monthEnd', 'dayOfMonth']
  return anchors.flatMap((anchor) =>
    counts.map(([m, d]) => (anchor === 'dayOfMonth' ? rule(anchor, 1 + m, d, { date: 1 }) : rule(anchor, m, d))),
  )
}

function fixedMonthly(n: number, reading: MonthlyReading): DueRule | null {
  if (reading.unit === 'month' && n % 30 !== 0) return null
  const months = reading.unit === 'month' ? n / 30 : 0
  const days = (reading.unit === 'month' ? 0 : n) + reading.grace
  if (reading.anchor === 'nextMonthStart') return rule('dayOfMonth', 1 + months, days, { date: 1 })
  return rule(reading.anchor, months, days, reading.anchor === 'statement' ? { date: reading.date ?? 31 } : {})
}

function ambiguous(rules: readonly DueRule[]): TermsFault {
  return { fault: 'ambiguous', readings: rules.map(formatRule) }
}

function parseRule(text: string, reading: MonthlyReading | undefined): DueRule | TermsFault {
  const monthly = /^(次)?月结(\d*)\s*天?$/.exec(text)
  if (monthly !== null) {
    const n = Number(monthly[2] === '' ? '0' : monthly[2])
    const fixed = reading === undefined || monthly[1] !== undefined ? null : fixedMonthly(n, reading)
    if (fixed !== null && valid(fixed)) return fixed
    return n > most.days ? { fault: 'unknown' } : ambiguous(monthlyReadings(n, monthly[1] !== undefined))
  }
  const eom = /^(?:net\s*)?(\d+)\s*(?:days?)?\s*eom$/.exec(text)
  if (eom !== null && Number(eom[1]) <= most.days)
    return ambiguous([rule('monthEnd', 0, Number(eom[1])), rule('bill', 0, Number(eom[1]), { toMonthEnd: true })])
  for (const [form, make] of forms) {
    const found = form.exec(text)
    const made = found === null ? null : make(found)
    if (made !== null) return valid(made) ? made : { fault: 'unknown' }
  }
  return { fault: 'unknown' }
}

function parseParts(text: string, reading: MonthlyReading | undefined): readonly TermsPart[] | TermsFault {
  const words = text.split(/\s*[,;、]\s*/)
  const parts: TermsPart[] = []
  let left: Exact = exact(100)
  for (const [i, word] of words.entries()) {
    const found = /^(?:(\d+(?:\.\d+)?)\s*%|rest|balance|余款|尾款)\s*(.*)$/.exec(word)
    if (found === null && words.length > 1) return { fault: 'unknown' }
    const isLast = i === words.length - 1
    if (found !== null && found[1] === undefined && !isLast) return { fault: 'unknown' }
    const percent = found === null || found[1] === undefined ? left : exact(found[1])
    const made = parseRule(found?.[2] ?? word, reading)
    if ('fault' in made) return made
    if (percent.lte(0)) return { fault: 'shares', sum: formatDecimal(exact(100).minus(left).plus(percent)) }
    left = left.minus(percent)
    parts.push({ percent: formatDecimal(percent), rule: made })
  }
  return left.isZero() ? parts : { fault: 'shares', sum: formatDecimal(exact(100).minus(left)) }
}

/**
 * `net 30`, `net 2 months`, `due on receipt`, `eom+15`, `eom+1 month`, `10th of next month`, `net 30 from delivery`, `net 30 from 25th`,
 * `2/10 net 30`, `50% net 0, 50% net 30`, `30% net 0, rest net 60`; 票后30天, 次月10日, 月末后15天, 货到付款.
 */
export function parseTerms(text: string, reading?: MonthlyReading): Terms | TermsFault {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  if (words.length > 200) return { fault: 'unknown' }
  const early = /^(\d{1,2}(?:\.\d{1,4})?)\s*%?\s*\/\s*(\d{1,3})\s*,?\s*(.+)$/.exec(words)
  const parts = parseParts(early?.[3] ?? words, reading)
  if ('fault' in parts) return parts
  if (early === null) return { parts }
  const percent = parseDecimal(early[1] ?? '')
  if (percent === null || percent.lte(0)) return { fault: 'unknown' }
  return { parts, discount: { percent: formatDecimal(percent), days: Number(early[2]) } }
}

function nth(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** `+2 months+15`; empty for nothing. */
function formatOffset(months: number, days: number): string {
  const m = months === 0 ? '' : `+${months} month${months === 1 ? '' : 's'}`
  return `${m}${days === 0 ? '' : `+${days}`}`
}

export function formatRule(r: DueRule): string {
  if (r.anchor === 'monthEnd') return `eom${formatOffset(r.months, r.days)}`
  if (r.anchor === 'dayOfMonth')
    return `${nth(r.date)} of ${r.months === 1 ? 'next month' : `month+${r.months}`}${formatOffset(0, r.days)}`
  const count = r.months === 0 ? String(r.days) : formatOffset(r.months, r.days).slice(1)
  const from = r.anchor === 'bill' ? '' : ` from ${r.anchor === 'delivery' ? 'delivery' : nth(r.date)}`
  return `net ${count}${from}${r.toMonthEnd ? ' to eom' : ''}`
}

/** The canonical text; `parseTerms` gives the same terms back. */
export function formatTerms(terms: Terms): string {
  const [only] = terms.parts
  const parts =
    terms.parts.length === 1 && only !== undefined
      ? formatRule(only.rule)
      : terms.parts.map((p) => `${p.percent}% ${formatRule(p.rule)}`).join(', ')
  return terms.discount === undefined ? parts : `${terms.discount.percent}/${terms.discount.days} ${parts}`
}
