// A statement of account as a page of plain text: a 对账单 in Chinese.
import { formatAmount, type Minor } from '../core/base/money.ts'
import type { Language } from '../core/book/customer.ts'
import type { AccountLine, OpenLine, Statement } from '../core/book/statement.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { groupDigits } from './cell.ts'
import { atRight, centred, type GridColumn, grid, paragraph, rule, sides, sums } from './page.ts'

export function statementPage(statement: Statement, language: Language, words: PaperWords): string {
  const { kind, from, until, currency, sender, receiver, lines } = statement
  const w = words.statement
  const balance = lines.at(-1)?.balance ?? 0
  const amount = (value: Minor | null) => (value === null ? '' : groupDigits(formatAmount(value, currency)))
  const sentence = w.balance({
    owed: balance >= 0,
    amount: words.moneyInWords(amount(Math.abs(balance)), currency),
    until,
  })
  const columns = kind === 'open-item' ? openGrid(lines, words, amount) : accountGrid(kind, lines, words, amount)
  const ours = [sender.name, sender.address, sender.email].filter((text) => text !== undefined)
  const to = [`${words.letter.to}${receiver.name}`, ...(receiver.address === undefined ? [] : [receiver.address])]
  const page = [
    ...centred(w.title[kind]),
    '',
    ...(language === 'zh' ? sides(to, []) : [...sides(ours, [words.dayInWords(until)]), '', ...sides(to, [])]),
    '',
    ...paragraph(from === null ? w.asOf(until) : w.period(from, until)),
    ...paragraph(w.inCurrency(currency)),
    '',
    ...grid(columns),
    rule,
    ...sums([[w.closing, amount(balance)]]),
    '',
    ...paragraph(sentence, language === 'zh' ? 4 : 0),
    ...paragraph(w.answer, language === 'zh' ? 4 : 0),
    '',
    ...(language === 'zh' ? ours.flatMap(atRight) : ours.slice(0, 1)),
    ...(language === 'zh' ? atRight(words.dayInWords(until)) : []),
  ]
  return `${page.join('\n')}\n`
}

type AmountText = (value: Minor | null) => string

/** The balance of the last line stands below the columns. */
function accountGrid(
  kind: 'activity' | 'balance-forward',
  lines: readonly AccountLine[],
  words: PaperWords,
  amount: AmountText,
): readonly GridColumn[] {
  const w = words.statement
  const shown = lines.slice(0, -1)
  return [
    { heading: w.kind, right: false, cells: shown.map((l) => label(l, words)) },
    ...(kind === 'activity' ? [{ heading: w.date, right: true, cells: shown.map((l) => l.date ?? '') }] : []),
    { heading: w.increase, right: true, cells: shown.map((l) => amount(l.increase)) },
    { heading: w.decrease, right: true, cells: shown.map((l) => amount(l.decrease)) },
    { heading: w.running, right: true, cells: shown.map((l) => amount(l.balance)) },
  ]
}

function openGrid(lines: readonly OpenLine[], words: PaperWords, amount: AmountText): readonly GridColumn[] {
  const w = words.statement
  const shown = lines.slice(0, -1)
  return [
    { heading: w.kind, right: false, cells: shown.map((l) => label(l, words)) },
    { heading: w.date, right: true, cells: shown.map((l) => l.date) },
    { heading: w.due, right: true, cells: shown.map((l) => l.due ?? '') },
    { heading: w.total, right: true, cells: shown.map((l) => amount(l.total)) },
    { heading: w.open, right: true, cells: shown.map((l) => amount(l.open)) },
  ]
}

function label({ kind, document }: AccountLine | OpenLine, words: PaperWords): string {
  return [words.statement.kinds[kind] ?? kind, document ?? ''].join(' ').trim()
}
