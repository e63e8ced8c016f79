// A bill run that comes to less than nothing: the same lines with the signs turned, as a credit note that holds their sales.
import { exact, formatDecimal } from '../base/decimal.ts'
import { safe } from '../base/money.ts'
import type { Bill, BillLine } from '../book/bill.ts'
import type { Book } from '../book/book.ts'
import { type JournalRow, kindCode, rowIdAt } from '../book/journal.ts'
import { languageOf } from '../book/settings.ts'
import { totalsOf } from '../book/totals.ts'
import { contractSource, takenBack } from './contract-run.ts'
import { aboutOf, type Draft, party, sellerParty } from './issue.ts'

/**
 * The one bill that charged what a draft takes back; undefined where there are several, or none that is known. What a contract takes back
 * has the origin of what it charged.
 */
export function chargedOn(book: Pick<Book, 'bills' | 'journal'>, sales: readonly JournalRow[]): string | undefined {
  const origins = new Set(sales.filter(isTakenBack).map((s) => s.source))
  if (origins.size === 0) return undefined
  const charges = new Set<string>()
  const { journal } = book
  const asked = journal.texts.texts.map((text) => origins.has(text))
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === kindCode('sale') && asked[journal.source[i] ?? 0] === true) charges.add(rowIdAt(journal, i))
  const bills = [...book.bills.values()].filter(
    (b) => b.kind === 'bill' && b.lines.some((line) => line.sales.some((id) => charges.has(id))),
  )
  return bills.length === 1 ? bills[0]?.number : undefined
}

export function isTakenBack(sale: JournalRow): boolean {
  return sale.reason === takenBack && sale.source.startsWith(contractSource)
}

/** The draft's total must be negative. `of`: the bill that it takes back, where there is just one. */
export function negativeBill(
  book: Pick<Book, 'settings'>,
  draft: Draft,
  { number, of, reason }: { readonly number: string; readonly of: string | undefined; readonly reason: string },
): Bill {
  const { settings } = book
  const { mode, rounding } = settings.tax
  const { customer, currency, date } = draft
  const lines = draft.lines.map(turned)
  return {
    number,
    kind: 'credit',
    date,
    customer: customer.id,
    language: customer.language ?? languageOf(settings),
    seller: sellerParty(settings.company),
    buyer: party(customer),
    currency,
    mode,
    rounding,
    terms: '',
    instalments: [],
    ...aboutOf(draft),
    ...(of === undefined ? {} : { of }),
    reason,
    lines,
    ...totalsOf(lines, { mode, rounding }, currency),
  }
}

function turned({ allowances, ...line }: BillLine): BillLine {
  const off = allowances?.map((a) => ({ ...a, amount: safe(-a.amount) }))
  return {
    ...(off === undefined ? {} : { allowances: off }),
    ...line,
    quantity: formatDecimal(exact(line.quantity).neg()),
    amount: safe(-line.amount),
  }
}
