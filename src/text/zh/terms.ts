// 付款条件的中文说法，不论当初以何种语言约定。
import { type DueRule, parseTerms } from '../../core/book/terms.ts'

/** `2 个月零 15 天`；没有则为空。 */
function span({ months, days }: Pick<DueRule, 'months' | 'days'>): string {
  const parts = [...(months === 0 ? [] : [`${months} 个月`]), ...(days === 0 ? [] : [`${days} 天`])]
  return parts.join('零 ')
}

function laterMonth(months: number): string {
  return months === 1 ? '次月' : `账单月后第 ${months} 个月`
}

function when(rule: DueRule): string {
  const long = span(rule)
  const toEnd = rule.toMonthEnd ? '，延至该月月末' : ''
  switch (rule.anchor) {
    case 'bill':
      return long === '' && toEnd === ''
        ? '见票即付'
        : `账单日起 ${long === '' ? '当月' : long}${toEnd === '' ? '内付清' : `${toEnd}付清`}`
    case 'delivery':
      return long === '' ? `货到付款${toEnd}` : `交货后 ${long}内付清${toEnd}`
    case 'statement':
      return `每月 ${rule.date} 日对账${long === '' ? '当日付清' : `后 ${long}内付清`}${toEnd}`
    case 'monthEnd':
      return long === '' ? '账单当月月末前付清' : `账单当月月末后 ${long}内付清`
    case 'dayOfMonth':
      return `${laterMonth(rule.months)} ${rule.date} 日${rule.days === 0 ? '前付清' : `后 ${rule.days} 天内付清`}`
  }
}

/** 不是付款条件语言的，照原样。 */
export function termsInWords(text: string): string {
  const terms = parseTerms(text)
  if ('fault' in terms) return text
  const [first, ...more] = terms.parts
  if (first === undefined) return text
  const payable =
    more.length === 0 ? when(first.rule) : terms.parts.map((p) => `${p.percent}% ${when(p.rule)}`).join('，')
  if (terms.discount === undefined) return payable
  const { percent, days } = terms.discount
  return `${days} 天内付款优惠 ${percent}%，否则${payable}`
}
