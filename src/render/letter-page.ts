// A reminder as a page of plain text: first friendly, then firm, then final; a 催款函 in Chinese.
import { addDays } from '../core/base/day.ts'
import { formatAmount, type Minor, sum } from '../core/base/money.ts'
import type { Language } from '../core/book/customer.ts'
import type { Letter } from '../core/book/letter.ts'
import type { LetterFacts, PaperWords } from '../text/en/papers.ts'
import { groupDigits } from './cell.ts'
import { atRight, centred, grid, paragraph, rule, sides, sums } from './page.ts'

const tones = ['friendly', 'firm', 'final'] as const
type Tone = (typeof tones)[number]

/** Days a letter gives to pay. */
const graceDays: Readonly<Record<Tone, number>> = { friendly: 14, firm: 7, final: 10 }

/** By the step's name where it is one of ours, else by its place in the ladder. */
export function toneOf(letter: Pick<Letter, 'step' | 'level'>): Tone {
  return tones.find((t) => t === letter.step) ?? tones[Math.min(letter.level, tones.length) - 1] ?? 'friendly'
}

export function letterPage(letter: Letter, language: Language, words: PaperWords): string {
  const tone = toneOf(letter)
  const w = words.letter
  const facts = factsOf(letter, tone, words)
  const indent = language === 'zh' ? 4 : 0
  const spread = (texts: readonly string[]) => texts.flatMap((text) => [...paragraph(text, indent), ''])
  const lines = [
    ...head(letter, language, words, w.subject[tone](facts)),
    '',
    ...paragraph(w.greeting(letter.contact)),
    '',
    ...spread(w.opening[tone](facts)),
    ...account(letter, words),
    '',
    ...spread(w.closing[tone](facts)),
    ...foot(letter, language, words),
  ]
  return `${lines.join('\n')}\n`
}

/** What the letter is called, for the subject of a message. */
export function letterSubject(letter: Letter, words: PaperWords): string {
  const tone = toneOf(letter)
  return words.letter.subject[tone](factsOf(letter, tone, words))
}

function factsOf(letter: Letter, tone: Tone, words: PaperWords): LetterFacts {
  return {
    count: letter.items.length,
    total: words.moneyInWords(amountText(letter.total, letter), letter.currency),
    date: letter.date,
    deadline: addDays(letter.date, graceDays[tone]),
  }
}

function amountText(amount: Minor, letter: Letter): string {
  return groupDigits(formatAmount(amount, letter.currency))
}

/** English letters carry the sender above and the day at the right; Chinese ones the title in the middle and the sender below. */
function head(letter: Letter, language: Language, words: PaperWords, subject: string): string[] {
  const { name, address } = letter.receiver
  const receiver = [`${words.letter.to}${name}`, ...(address === undefined ? [] : [address])]
  if (language === 'zh') return [...centred(subject), '', ...sides(receiver, [])]
  const { sender } = letter
  const from = [sender.name, sender.address, sender.email].filter((text) => text !== undefined)
  return [...sides(from, [words.dayInWords(letter.date)]), '', ...sides(receiver, []), '', ...paragraph(subject)]
}

function account(letter: Letter, words: PaperWords): string[] {
  const w = words.letter
  const total = sum(letter.items.map((i) => i.open))
  const table = grid([
    { heading: w.bill, right: false, cells: letter.items.map((i) => i.document) },
    { heading: w.date, right: true, cells: letter.items.map((i) => i.date) },
    { heading: w.due, right: true, cells: letter.items.map((i) => i.due) },
    { heading: w.daysLate, right: true, cells: letter.items.map((i) => String(i.daysLate)) },
    {
      heading: `${w.open} ${letter.currency}`,
      right: true,
      cells: letter.items.map((i) => amountText(i.open, letter)),
    },
  ])
  const due: [string, string] = [w.total, amountText(letter.total, letter)]
  if (total === letter.total) return [...table, rule, ...sums([due])]
  const rest: [string, string] = [w.onAccount, amountText(letter.total - total, letter)]
  return [...table, rule, ...sums([[w.sum, amountText(total, letter)], rest, due])]
}

function foot(letter: Letter, language: Language, words: PaperWords): string[] {
  const { sender } = letter
  if (language === 'en') return [words.letter.farewell, '', words.letter.signature, ...paragraph(sender.name)]
  const contact = sender.email === undefined ? [] : atRight(sender.email)
  return [
    ...paragraph(words.letter.farewell, 4),
    '',
    ...atRight(`${sender.name} ${words.letter.signature}`),
    ...contact,
    ...atRight(words.dayInWords(letter.date)),
  ]
}
