// A bank reconciliation in the layout of the form, as plain text and as HTML: two sides, each with its balance, what is added, what is
// taken off, and the balance that both come to.
import { formatAmount, type Minor } from '../core/base/money.ts'
import type { BankSheet, SheetItem, SheetSide } from '../core/book/bank-sheet.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { groupDigits } from './cell.ts'
import { harmlessLines } from './harmless.ts'
import { escapedLines } from './html.ts'
import { centred, pageWidth, paragraph, rule } from './page.ts'
import { displayWidth, padEnd, padStart, wrap } from './width.ts'

/** A label and an amount; a heading has no amount, and `strong` are the balances. */
interface SheetLine {
  readonly label: string
  readonly amount: string
  readonly strong?: boolean
}

type SheetPart = readonly SheetLine[]

/** Of each side the same parts in the same order: they stand at the same height. */
function partsOf(
  side: SheetSide,
  labels: readonly [string, string, string, string],
  show: (a: Minor | null) => string,
) {
  const item = ({ date, who, amount }: SheetItem): SheetLine => ({ label: `${date} ${who}`, amount: show(amount) })
  const [balance, plus, less, adjusted] = labels
  return [
    [{ label: balance, amount: show(side.balance), strong: true }],
    [{ label: plus, amount: '' }, ...side.plus.map(item)],
    [{ label: less, amount: '' }, ...side.less.map(item)],
    [{ label: adjusted, amount: show(side.adjusted), strong: true }],
  ] as const satisfies readonly SheetPart[]
}

function bothSides(sheet: BankSheet, { bankSheet: w }: PaperWords): readonly (readonly [SheetPart, SheetPart])[] {
  const show = (a: Minor | null) => (a === null ? w.unknown : groupDigits(formatAmount(a, sheet.currency)))
  const book = partsOf(sheet.book, [w.bookBalance, w.bookPlus, w.bookLess, w.adjusted], show)
  const statement = partsOf(sheet.statement, [w.bankBalance, w.bankPlus, w.bankLess, w.adjusted], show)
  return book.map((part, i) => [part, statement[i] ?? []] as const)
}

const middle = ' │ '
const sideWidth = Math.floor((pageWidth - middle.length) / 2)

export function bankSheetPage(sheet: BankSheet, words: PaperWords): string {
  const w = words.bankSheet
  const body = bothSides(sheet, words).flatMap(([left, right], i) => {
    const a = left.flatMap(sideLines)
    const b = right.flatMap(sideLines)
    const lines = Array.from({ length: Math.max(a.length, b.length) }, (_, n) =>
      (padEnd(a[n] ?? '', sideWidth) + middle + (b[n] ?? '')).trimEnd(),
    )
    return i === 2 ? [...lines, rule] : lines
  })
  const page = [
    ...centred(w.title),
    '',
    ...paragraph(w.head(sheet.company, sheet.account)),
    ...paragraph(w.until(words.dayInWords(sheet.until), sheet.currency)),
    rule,
    ...body,
    rule,
    '',
    ...paragraph(w.sign),
  ]
  return `${page.join('\n')}\n`
}

function sideLines({ label, amount }: SheetLine): string[] {
  const room = amount === '' ? sideWidth : Math.max(12, sideWidth - displayWidth(amount) - 2)
  const labels = wrap(harmlessLines(label), room)
  return labels.map((text, i) =>
    i < labels.length - 1 || amount === '' ? text : padEnd(text, room) + padStart(amount, sideWidth - room),
  )
}

export function bankSheetHtml(sheet: BankSheet, words: PaperWords): string {
  const w = words.bankSheet
  const cells = (line: SheetLine | undefined) => {
    const tag = line?.strong === true ? 'th' : 'td'
    const { label = '', amount = '' } = line ?? {}
    return `<${tag} dir="auto">${escapedLines(label)}</${tag}><${tag} class="n">${escapedLines(amount)}</${tag}>`
  }
  const rows = bothSides(sheet, words).flatMap(([left, right]) =>
    Array.from(
      { length: Math.max(left.length, right.length) },
      (_, n) => `<tr>${cells(left[n])}${cells(right[n])}</tr>\n`,
    ),
  )
  const text = (line: string) => `<p dir="auto">${escapedLines(line)}</p>\n`
  return [
    `<article class="bill">\n<h1 dir="auto">${escapedLines(w.title)}</h1>\n`,
    text(w.head(sheet.company, sheet.account)),
    text(w.until(words.dayInWords(sheet.until), sheet.currency)),
    '<table>\n<tbody>\n',
    ...rows,
    '</tbody>\n</table>\n',
    text(w.sign),
    '</article>\n',
  ].join('')
}
