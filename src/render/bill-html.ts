// A bill, credit note, fee note or quote as a part of an HTML page that prints on A4.
import type { Bill } from '../core/book/bill.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { type BillParts, billParts } from './bill-parts.ts'
import { escapedLines } from './html.ts'

/** Every text has its own direction, so that Arabic or Hebrew in one never reorders another. */
export function billHtml(bill: Bill, words: PaperWords): string {
  const parts = billParts(bill, words)
  const block = (name: string, lines: readonly string[]) =>
    `<div class="${name}">${lines.map((line) => `<p dir="auto">${escapedLines(line)}</p>`).join('')}</div>\n`
  const cell = (tag: 'th' | 'td', right: boolean, text: string) =>
    `<${tag}${right ? ' class="n"' : ''} dir="auto">${escapedLines(text)}</${tag}>`
  const [first, ...others] = parts.columns
  // On a narrow screen cells stand below each other, each with its heading.
  const named = (c: BillParts['columns'][number], i: number) =>
    cell('td', c.right, c.cells[i] ?? '').replace('<td', `<td data-h="${escapedLines(c.heading)}"`)
  const rows = (first?.cells ?? []).map(
    (text, i) => `<tr>${cell('td', false, text)}${others.map((c) => named(c, i)).join('')}</tr>\n`,
  )
  const sums = parts.sums.map(
    ([label, amount]) =>
      `<tr><td colspan="${parts.columns.length - 1}" class="l" dir="auto">${escapedLines(label)}</td>${cell('td', true, amount)}</tr>\n`,
  )
  return [
    `<article class="bill">\n<h1 dir="auto">${escapedLines(parts.title)}</h1>\n<div class="head">\n`,
    block('seller', parts.seller),
    block('facts', parts.facts),
    '</div>\n',
    block('buyer', [parts.to, ...parts.buyer]),
    `<table>\n<thead><tr>${parts.columns.map((c) => cell('th', c.right, c.heading)).join('')}</tr></thead>\n<tbody>\n`,
    ...rows,
    '</tbody>\n<tfoot>\n',
    ...sums,
    '</tfoot>\n</table>\n',
    ...(parts.inCharacters === null ? [] : [block('characters', [parts.inCharacters])]),
    block('conditions', parts.conditions),
    '</article>\n',
  ].join('')
}
