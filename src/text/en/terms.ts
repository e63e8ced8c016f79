// Payment terms as an English sentence would put them, whatever language they were agreed in.
import { type DueRule, parseTerms } from '../../core/book/terms.ts'
import { count } from './count.ts'

function nth(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** `2 months and 15 days`; empty for nothing. */
function span({ months, days }: Pick<DueRule, 'months' | 'days'>): string {
  const parts = [...(months === 0 ? [] : [count(months, 'month')]), ...(days === 0 ? [] : [count(days, 'day')])]
  return parts.join(' and ')
}

function laterMonth(months: number): string {
  return months === 1 ? 'next month' : months === 2 ? 'the month after next' : `the ${nth(months)} month after`
}

function when(rule: DueRule): string {
  const long = span(rule)
  switch (rule.anchor) {
    case 'bill':
      if (rule.toMonthEnd)
        return `by the end of the month reached ${long === '' ? 'on the bill date' : `after ${long}`}`
      return long === '' ? 'on receipt' : `within ${long}`
    case 'delivery':
      if (rule.toMonthEnd)
        return `by the end of the month reached ${long === '' ? 'on delivery' : `${long} after delivery`}`
      return long === '' ? 'on delivery' : `within ${long} of delivery`
    case 'statement':
      return `${long === '' ? 'on' : `within ${long} of`} the statement of the ${nth(rule.date)}${rule.toMonthEnd ? ', by the end of that month' : ''}`
    case 'monthEnd':
      return long === '' ? 'by the end of the month' : `within ${long} of the end of the month`
    case 'dayOfMonth': {
      const day = `by the ${nth(rule.date)} of ${laterMonth(rule.months)}`
      return rule.days === 0 ? day : `${day}, plus ${count(rule.days, 'day')}`
    }
  }
}

/** As written where it is not in the language of terms. */
export function termsInWords(text: string): string {
  const terms = parseTerms(text)
  if ('fault' in terms) return text
  const [first, ...more] = terms.parts
  if (first === undefined) return text
  const payable =
    more.length === 0
      ? `payable ${when(first.rule)}`
      : `payable ${terms.parts.map((p) => `${p.percent}% ${when(p.rule)}`).join(', ')}`
  if (terms.discount === undefined) return payable
  const { percent, days } = terms.discount
  return `${percent}% discount if paid within ${count(days, 'day')}, otherwise ${payable}`
}
