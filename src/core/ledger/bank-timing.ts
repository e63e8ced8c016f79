// What bank and book have not both recorded yet on a day, by account: the four classes of timing items of a bank reconciliation.
import type { Currency } from '../base/currency.ts'
import { type Day, dayNumber, dayOf } from '../base/day.ts'
import { type Minor, safe, sum } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { BankLine } from '../book/bank.ts'
import type { Book } from '../book/book.ts'
import { currencyAt, rowIdAt, textAt } from '../book/journal.ts'
import { accountBalances } from './bank-balances.ts'
import { code } from './kinds.ts'
import { openLedger } from './ledger.ts'
import { never, type Trace } from './trace.ts'

/** As accountants call them: received by the bank only, paid by it only; received by the book only, paid by it only. */
export const timingClasses = ['bankReceived', 'bankPaid', 'bookReceived', 'bookPaid'] as const
export type TimingClass = (typeof timingClasses)[number]

export interface TimingItem {
  readonly class: TimingClass
  readonly date: Day
  /** Id of the bank line or of the journal row. */
  readonly id: string
  /** Who paid or was paid, as the bank or the book names him. */
  readonly who: string
  /** Above zero. */
  readonly amount: Minor
}

export interface BankReconciliation {
  readonly account: string
  readonly currency: Currency
  readonly day: Day
  /** What the statements say; null where none says a balance. */
  readonly statement: Minor | null
  /** Opening and all that the book has decided on or entered by itself; null where no opening is known. */
  readonly book: Minor | null
  readonly items: readonly TimingItem[]
  readonly statementAdjusted: Minor | null
  readonly bookAdjusted: Minor | null
}

export interface BankReconciliations {
  readonly accounts: readonly BankReconciliation[]
  /** Entered rows that could be of more than one account of their currency, or of none, and so are in no reconciliation. */
  readonly unplaced: number
}

/** Every account and currency as of a day, by account, then currency. A line left out counts as recorded: it is in somebody's books. */
export function reconcileAccounts(book: Book, day: Day): BankReconciliations {
  const { trace } = openLedger(book.journal, day)
  const recorded = recordedLines(trace, day)
  for (const i of book.ignored) recorded.add(i.line)
  const entered = enteredItems(trace, day)
  const groups = new Map<string, { account: string; currency: Currency; lines: BankLine[] }>()
  const at = ({ account, currency }: { readonly account: string; readonly currency: Currency }) => {
    const group = groups.get(`${account} ${currency}`) ?? { account, currency, lines: [] }
    groups.set(`${account} ${currency}`, group)
    return group
  }
  for (const line of book.bank) if (line.date <= day) at(line).lines.push(line)
  const statements = book.statements.filter((s) => s.to <= day)
  for (const s of statements) at(s)
  const all = [...groups.values()].sort(
    (a, b) => compareText(a.account, b.account) || compareText(a.currency, b.currency),
  )
  const isOnly = (currency: Currency) => all.filter((g) => g.currency === currency).length === 1
  const accounts = all.map(({ account, currency, lines }): BankReconciliation => {
    const mine = statements.filter((s) => s.account === account && s.currency === currency)
    const { opening, stated } = accountBalances(lines, mine)
    const first = lines.reduce<Day>((d, l) => (l.date < d ? l.date : d), day)
    const own = isOnly(currency)
      ? entered.filter((e) => e.currency === currency && e.item.date >= first).map((e) => e.item)
      : []
    const open = lines.filter((l) => l.amount !== 0 && !recorded.has(l.id)).map(itemOf)
    const items = [...open, ...own].sort(
      (a, b) =>
        timingClasses.indexOf(a.class) - timingClasses.indexOf(b.class) ||
        compareText(a.date, b.date) ||
        compareText(a.id, b.id),
    )
    const of = (c: TimingClass) => sum(items.filter((i) => i.class === c).map((i) => i.amount))
    const later = stated === null ? 0 : sum(lines.filter((l) => l.date > stated.date).map((l) => l.amount))
    const statement = stated === null ? null : safe(stated.balance + later)
    const decided = sum(lines.filter((l) => recorded.has(l.id)).map((l) => l.amount))
    const kept = opening === null ? null : safe(opening + decided + of('bookReceived') - of('bookPaid'))
    return {
      account,
      currency,
      day,
      statement,
      book: kept,
      items,
      statementAdjusted: statement === null ? null : safe(statement + of('bookReceived') - of('bookPaid')),
      bookAdjusted: kept === null ? null : safe(kept + of('bankReceived') - of('bankPaid')),
    }
  })
  return { accounts, unplaced: entered.filter((e) => !isOnly(e.currency)).length }
}

function itemOf({ id, date, amount, payer, text }: BankLine): TimingItem {
  return { class: amount > 0 ? 'bankReceived' : 'bankPaid', date, id, who: payer || text, amount: Math.abs(amount) }
}

/** Lines that live rows of the day come from or are tied to. */
function recordedLines({ journal, start }: Trace, day: Day): Set<string> {
  const last = dayNumber(day)
  const lines = new Set<string>()
  for (let i = 0; i < journal.length; i++) {
    const source = textAt(journal.texts, journal.source, i)
    if (source.startsWith('bank:') && (start[i] ?? never) <= last) lines.add(source.slice('bank:'.length))
  }
  return lines
}

/** Payments and refunds that came from no line and are tied to none on the day; cash is in the till. */
function enteredItems({ journal, start, end }: Trace, day: Day): { currency: Currency; item: TimingItem }[] {
  const last = dayNumber(day)
  const tied = new Set<string>()
  const rows: number[] = []
  for (let i = 0; i < journal.length; i++) {
    const kind = journal.kind[i]
    if ((start[i] ?? never) > last || (end[i] ?? never) <= last) continue
    if (kind === code.match) tied.add(textAt(journal.documents, journal.of, i))
    else if (kind === code.payment || kind === code.refund) rows.push(i)
  }
  return rows
    .filter((i) => !tied.has(rowIdAt(journal, i)) && !textAt(journal.texts, journal.source, i).startsWith('bank:'))
    .filter((i) => textAt(journal.texts, journal.method, i) !== 'cash')
    .map((i) => ({
      currency: currencyAt(journal, i),
      item: {
        class: journal.kind[i] === code.payment ? 'bookReceived' : 'bookPaid',
        date: dayOf(journal.date[i] ?? 0),
        id: rowIdAt(journal, i),
        who: textAt(journal.customers, journal.customer, i),
        amount: journal.amount[i] ?? 0,
      },
    }))
}
