// What stands after an operator: amounts, numbers, days and periods, percentages, words; as tests of the fact's type.
import { type Currency, decimalsOf } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { addDays } from '../base/day.ts'
import { exact, parseDecimal } from '../base/decimal.ts'
import { parsePeriod } from '../base/period.ts'
import type { FactType } from './fact.ts'
import type { Bound, Test } from './predicate.ts'

export type Operator = '=' | '!=' | '~' | ':' | '<' | '<=' | '>' | '>=' | 'in'

export interface Setting {
  readonly currency: Currency
  readonly today: Day
}

const noneWords = new Set(['none', 'unknown', '无', '未知'])
const yesWords = new Set(['yes', 'true', '是'])
const noWords = new Set(['no', 'false', '否'])

/** The tests that a text means for a fact of a type, or null where it means nothing. */
export function testsOf(type: FactType, operator: Operator, text: string, setting: Setting): readonly Test[] | null {
  if (operator === 'in') {
    const parts = text.split(/[,，]/).map((p) => p.trim())
    const tests = parts.map((p) => (p === '' ? null : testsOf(type, '=', p, setting)))
    return tests.some((t) => t === null) ? null : tests.flatMap((t) => t ?? [])
  }
  const equality = operator === '=' || operator === '!=' || operator === ':'
  if (equality && (noneWords.has(text.toLowerCase()) || text === '')) return [{ test: 'none' }]
  if (operator === '~') return text === '' ? null : [{ test: 'contains', text }]
  switch (type) {
    case 'flag':
      return flagTests(equality, text)
    case 'text':
    case 'class':
    case 'list':
      return equality ? [{ test: 'equals', value: text }] : null
    case 'day':
      return dayTests(operator, text, setting)
    default:
      return numberTests(type, operator, text, setting)
  }
}

function flagTests(equality: boolean, text: string): readonly Test[] | null {
  const word = text.toLowerCase()
  if (!equality) return null
  if (yesWords.has(word)) return [{ test: 'flag', value: true }]
  return noWords.has(word) ? [{ test: 'flag', value: false }] : null
}

/** A period stands for all its days: `since=2025` is within it, `since<2025` before, `since>2025` after. */
function dayTests(operator: Operator, text: string, { today }: Setting): readonly Test[] | null {
  const ends = /^(.*?)\.\.(.*)$/.exec(text)
  if (ends !== null && (operator === '=' || operator === '!=')) {
    const [, from = '', to = ''] = ends
    const low = from === '' ? undefined : parsePeriod(from, today)
    const high = to === '' ? undefined : parsePeriod(to, today)
    if (low === null || high === null || (low === undefined && high === undefined)) return null
    return [range(low && bound(low.from), high && bound(addDays(high.until, -1)))]
  }
  const period = parsePeriod(text, today)
  if (period === null) return null
  const first = period.from
  const last = addDays(period.until, -1)
  switch (operator) {
    case '<':
      return [range(undefined, bound(first, true))]
    case '<=':
      return [range(undefined, bound(last))]
    case '>':
      return [range(bound(last, true), undefined)]
    case '>=':
      return [range(bound(first), undefined)]
    default:
      return [range(bound(first), bound(last))]
  }
}

function numberTests(type: FactType, operator: Operator, text: string, { currency }: Setting): readonly Test[] | null {
  const ends = /^(.*?)\.\.(.*)$/.exec(text)
  if (ends !== null && (operator === '=' || operator === '!=')) {
    const [, from = '', to = ''] = ends
    const low = from === '' ? undefined : numberOf(type, from, currency)
    const high = to === '' ? undefined : numberOf(type, to, currency)
    if (low === null || high === null || (low === undefined && high === undefined)) return null
    return [range(low === undefined ? undefined : bound(low), high === undefined ? undefined : bound(high))]
  }
  const value = numberOf(type, text, currency)
  if (value === null) return null
  switch (operator) {
    case '<':
    case '<=':
      return [range(undefined, bound(value, operator === '<'))]
    case '>':
    case '>=':
      return [range(bound(value, operator === '>'), undefined)]
    default:
      return [range(bound(value), bound(value))]
  }
}

/** `100000`, `1,234.50`, `10万`, `2.5k`, `1m`; a percentage is `12.5%` or the fraction `0.125`. */
function numberOf(type: FactType, text: string, currency: Currency): number | null {
  const found = /^(.*?)\s*(%|％|万|亿|k|m)?$/i.exec(text.trim())
  const value = parseDecimal(found?.[1] ?? '')
  if (value === null) return null
  const unit = found?.[2]?.toLowerCase() ?? ''
  const percentSign = unit === '%' || unit === '％'
  if (percentSign && type !== 'percent') return null
  const scale = { '%': '0.01', '％': '0.01', 万: '10000', 亿: '100000000', k: '1000', m: '1000000' }[unit] ?? '1'
  const scaled = value.times(scale)
  return (type === 'money' ? scaled.times(exact(10).pow(decimalsOf(currency))) : scaled).toNumber()
}

function bound(value: number | string, open = false): Bound {
  return { value, open }
}

function range(low: Bound | undefined, high: Bound | undefined): Test {
  return { test: 'range', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}
