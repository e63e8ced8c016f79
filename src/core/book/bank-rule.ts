// A rule for bank lines that come again and again and concern no customer: fees, salaries, transfers between own accounts.
import type { BankLine } from './bank.ts'
import { nameKey } from './name-key.ts'

/** The columns of `bank-rules.csv` in their fixed order. */
export const bankRuleColumns = ['name', 'account', 'direction', 'payer', 'text', 'reason'] as const

export const directions = ['in', 'out'] as const

export interface BankRule {
  readonly name: string
  /** Empty: every account. */
  readonly account: string
  readonly direction: (typeof directions)[number]
  /** Whole, in any writing; empty: whoever it is. */
  readonly payer: string
  /** All its words stand in the line's text; empty: whatever it says. */
  readonly text: string
  /** What such lines are. */
  readonly reason: string
}

/** Names of months, which change with every line of a standing payment. */
const months = new Set(
  [
    'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER',
    'JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT OKT NOV DEC DEZ',
    'JANUAR JÄNNER FEBRUAR MÄRZ MAERZ MAI JUNI JULI OKTOBER DEZEMBER',
    'JANVIER FÉVRIER FEVRIER MARS AVRIL JUIN JUILLET AOÛT AOUT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE DECEMBRE',
  ].flatMap((line) => line.split(' ')),
)
const chineseDate = /[\p{N}〇零一二三四五六七八九十]+(?:年度?|月份?|日|号|季度)/gu

/** Words of a text in capitals; those with digits and the names of months, which change from month to month, are none. */
export function ruleWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .replace(chineseDate, ' ')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((w) => !/\p{N}/u.test(w) && !months.has(w))
}

/** A rule without payer and text takes nothing. */
export function ruleTakes(rule: BankRule, line: BankLine): boolean {
  if (rule.account !== '' && rule.account !== line.account) return false
  if (line.amount === 0 || (rule.direction === 'in') !== line.amount > 0) return false
  const wanted = ruleWords(rule.text)
  if (wanted.length === 0 && rule.payer === '') return false
  if (rule.payer !== '' && nameKey(rule.payer) !== nameKey(line.payer)) return false
  const there = new Set(ruleWords(line.text))
  return wanted.every((w) => there.has(w))
}

/** The rule that takes lines like this one. Null where it says nothing that could come again. */
export function ruleFrom(line: BankLine, name: string): BankRule | null {
  const text = ruleWords(line.text).join(' ')
  if (text === '' && nameKey(line.payer) === '') return null
  const direction = line.amount > 0 ? 'in' : 'out'
  return { name, account: line.account, direction, payer: line.payer, text, reason: name }
}

const prefix = 'rule:'

/** The reason in `ignored.csv` of a line that a rule took. */
export function reasonOfRule(rule: Pick<BankRule, 'name'>): string {
  return `${prefix}${rule.name}`
}

/** The name of the rule that took an ignored line; null where a person did. */
export function ruleOfReason(reason: string): string | null {
  return reason.startsWith(prefix) ? reason.slice(prefix.length) : null
}
