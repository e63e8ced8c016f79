// 大写金额: a yuan amount in the characters that Chinese vouchers use, because they cannot be altered by a stroke.
import type { Minor } from '../core/base/money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/**
 * `人民币壹万陆仟肆佰零玖元零贰分`; `整` after yuan or jiao. Amounts are fen, not negative and below 10^16 yuan.
 * Rules and examples: 支付结算办法 (银发〔1997〕393号), appendix 1, 正确填写票据和结算凭证的基本规定.
 */
export function capitalAmount(fen: Minor): string {
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  if (fen === 0) return '人民币零元整'
  const whole = yuan === 0 ? '' : `${wholeText(yuan)}元`
  if (jiao === 0 && cent === 0) return `人民币${whole}整`
  if (jiao === 0) return `人民币${whole}${whole === '' ? '' : '零'}${digits.charAt(cent)}分`
  return `人民币${whole}${digits.charAt(jiao)}角${cent === 0 ? '整' : `${digits.charAt(cent)}分`}`
}

/** Groups of four digits; one 零 stands for any run of zeros between digits. */
function wholeText(yuan: number): string {
  let text = ''
  let rest = yuan
  for (let group = 0; rest > 0; group++) {
    const four = rest % 10_000
    rest = Math.floor(rest / 10_000)
    const zero = text !== '' && !text.startsWith('零') && rest > 0 && four === 0 ? '零' : ''
    const gap = four > 0 && four < 1000 && rest > 0 ? '零' : ''
    text = four === 0 ? zero + text : `${gap}${fourText(four)}${groups[group] ?? ''}${text}`
  }
  return text
}

function fourText(four: number): string {
  let text = ''
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit > 0) text += digits.charAt(digit) + (places[place] ?? '')
    else if (text !== '' && !text.endsWith('零') && four % 10 ** place > 0) text += '零'
  }
  return text
}
