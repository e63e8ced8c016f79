// A bill, credit note, fee note or quote as a page of plain text in the customer's language.
import type { Bill } from '../core/book/bill.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { billParts } from './bill-parts.ts'
import { centred, grid, paragraph, rule, sides, sums } from './page.ts'

export function billPage(bill: Bill, words: PaperWords): string {
  const parts = billParts(bill, words)
  const lines = [
    ...centred(parts.title),
    '',
    ...sides(parts.seller, parts.facts),
    '',
    ...sides([parts.to, ...parts.buyer], []),
    '',
    ...grid(parts.columns),
    rule,
    ...sums(parts.sums),
    ...(parts.inCharacters === null ? [] : ['', parts.inCharacters]),
    '',
    ...parts.conditions.flatMap((text) => paragraph(text)),
  ]
  return `${lines.join('\n')}\n`
}
