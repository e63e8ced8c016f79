// A paper as plain text in its own language, whatever the reader's.
import type { Language } from '../core/book/customer.ts'
import type { Paper } from '../core/book/paper.ts'
import { papers as english, type PaperWords } from '../text/en/papers.ts'
import { papers as chinese } from '../text/zh/papers.ts'
import { bankSheetHtml, bankSheetPage } from './bank-sheet-page.ts'
import { billHtml } from './bill-html.ts'
import { billPage } from './bill-page.ts'
import { confirmationPage } from './confirmation-page.ts'
import { htmlPaper } from './html.ts'
import { letterPage } from './letter-page.ts'
import { statementPage } from './statement-page.ts'

const paperWords: Readonly<Record<Language, PaperWords>> = { en: english, zh: chinese }

/** Bills, letters and statements end in a newline and are at most 80 columns wide; a file is as it was made. */
export function paperText(paper: Paper): string {
  switch (paper.paper) {
    case 'bill':
      return billPage(paper.bill, paperWords[paper.language])
    case 'letter':
      return letterPage(paper.letter, paper.language, paperWords[paper.language])
    case 'statement':
      return statementPage(paper.statement, paper.language, paperWords[paper.language])
    case 'confirmation':
      return confirmationPage(paper.slip, paper.language, paperWords[paper.language])
    case 'bankSheet':
      return bankSheetPage(paper.sheet, paperWords[paper.language])
    case 'file':
      return paper.text
  }
}

/** Bills and bank reconciliations are laid out as pages of HTML; what else there is stands as it was written. */
export function paperHtml(paper: Paper): string {
  if (paper.paper === 'bill') return billHtml(paper.bill, paperWords[paper.language])
  if (paper.paper === 'bankSheet') return bankSheetHtml(paper.sheet, paperWords[paper.language])
  return htmlPaper(paperText(paper))
}
