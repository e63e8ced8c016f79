// A confirmation of balance as a page of plain text, to sign and send back: in Chinese laid out as a 往来询证函.
import { formatAmount, type Minor } from '../core/base/money.ts'
import type { ConfirmationSlip } from '../core/book/confirmation.ts'
import type { Language } from '../core/book/customer.ts'
import type { PaperWords } from '../text/en/papers.ts'
import { groupDigits } from './cell.ts'
import { atRight, centred, type GridColumn, grid, paragraph, rule } from './page.ts'

export function confirmationPage(slip: ConfirmationSlip, language: Language, words: PaperWords): string {
  const w = words.confirmation
  const { sender, receiver, until } = slip
  const indent = language === 'zh' ? 4 : 0
  const reply = [w.address(sender.address ?? blank), w.email(sender.email ?? blank), w.phone(blank), w.contact(blank)]
  const page = [
    ...centred(w.title),
    '',
    ...paragraph(w.to(receiver.name)),
    '',
    ...paragraph(w.opening(sender.name, until), indent),
    '',
    ...reply.flatMap((text) => paragraph(text)),
    '',
    ...paragraph(w.accounts),
    '',
    ...grid(accountGrid(slip, words)),
    rule,
    '',
    ...paragraph(w.others),
    '',
    ...paragraph(w.purpose, indent),
    '',
    ...atRight(w.seal(sender.name)),
    ...atRight(words.dayInWords(until)),
    '',
    ...box([w.agreed, '', ...w.sign]),
    '',
    ...box([w.differs, '', '', '', ...w.sign]),
  ]
  return `${page.join('\n')}\n`
}

const blank = '_'.repeat(20)

function box(lines: readonly string[]): readonly string[] {
  return [rule, ...lines.flatMap((text) => paragraph(text)), rule]
}

/** What he owes and what we owe him stand in columns of their own; the remark says what a balance is made of. */
function accountGrid({ accounts, until }: ConfirmationSlip, words: PaperWords): readonly GridColumn[] {
  const w = words.confirmation
  const amount = (value: Minor, { currency }: (typeof accounts)[number]) =>
    `${currency} ${groupDigits(formatAmount(value, currency))}`
  return [
    { heading: w.until, right: false, cells: accounts.map(() => until) },
    { heading: w.owedToUs, right: true, cells: accounts.map((a) => (a.balance < 0 ? '' : amount(a.balance, a))) },
    { heading: w.owedByUs, right: true, cells: accounts.map((a) => (a.balance < 0 ? amount(-a.balance, a) : '')) },
    {
      heading: w.remark,
      right: true,
      cells: accounts.map((a) =>
        a.open === 0 || a.onAccount === 0 ? '' : w.madeOf(amount(a.open, a), amount(a.onAccount, a)),
      ),
    },
  ]
}
