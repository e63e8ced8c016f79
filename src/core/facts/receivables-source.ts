// What each customer owes as of the day, through merges of customers, and when documents were settled.

import type { Currency } from '../base/currency.ts'
import { addMonths, type Day, dayNumber, dayOf, noDay } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { once, oncePerIndex } from '../base/once.ts'
import { compareText } from '../base/order.ts'
import type { Converter } from '../book/converter.ts'
import { currencyAt } from '../book/journal.ts'
import type { Account } from '../ledger/accounts.ts'
import type { LedgerDocument } from '../ledger/documents.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { nameOfRow } from '../ledger/trace.ts'
import type { CustomerIndex } from './customer-index.ts'
import { forEachMember, type Groups, groupsOf } from './groups.ts'
import { type DocumentColumns, documentColumns, type SourceColumns, sourceColumns } from './receivable-columns.ts'

/** Overdue in one currency; `net` is what is left after the money on account, never below zero. */
export interface Overdue {
  readonly currency: Currency
  readonly gross: Minor
  readonly onAccount: Minor
  readonly net: Minor
  /** The earliest due day of an open instalment. */
  readonly oldest: Day
}

type AccountPart = keyof Pick<Account, 'balance' | 'open' | 'onAccount'>

export interface Amount {
  readonly currency: Currency
  readonly amount: Minor
}

export interface ReceivablesSource {
  readonly ledger: Ledger
  /** Bills, fees and openings as values, for those who show or settle them. */
  documents(index: number): readonly LedgerDocument[]
  documentColumns(): DocumentColumns
  sourceColumns(): SourceColumns
  /** Numbers of documents of a customer, by currency, day and name. */
  documentsWhere(index: number, keep: (document: number, columns: DocumentColumns) => boolean): readonly number[]
  /** The same of payments, credit notes, negative openings and moves in. */
  sourcesWhere(index: number, keep: (source: number, columns: SourceColumns) => boolean): readonly number[]
  /** One for each currency in which something is overdue, in order of it. */
  overdue(index: number): readonly Overdue[]
  /** One for each currency. */
  amounts(part: AccountPart, index: number): readonly Amount[]
  /** Over all currencies in the book's; null where a rate is missing. */
  account(part: AccountPart, index: number): Minor | null
  /** Documents with an amount that were settled, by money or otherwise, in the last 12 months. */
  settled12(index: number): readonly number[]
  /** A sum over currencies in the book's; null where a rate is missing. */
  inBook(amounts: readonly { readonly currency: Currency; readonly amount: Minor }[]): Minor | null
}

export function readReceivables(ledger: Ledger, index: CustomerIndex, converter: Converter): ReceivablesSource {
  const { journal } = ledger
  const views = once(() => {
    const groups: LedgerDocument[][] = index.customers.map(() => [])
    for (const document of ledger.documents) groups[index.of(document.customer)]?.push(document)
    return groups
  })
  const documents = once(() => documentColumns(ledger, index))
  const sources = once(() => sourceColumns(ledger, index))
  const accounts = once(() => accountGroups(ledger, index))
  const yearAgo = dayNumber(addMonths(ledger.asOf, -12))
  const inBook: ReceivablesSource['inBook'] = (amounts) => {
    let total = 0
    for (const { currency, amount } of amounts) {
      const converted = converter.convert(amount, currency)
      if (converted === null) return null
      total = safe(total + converted)
    }
    return total
  }
  const documentsWhere: ReceivablesSource['documentsWhere'] = (i, keep) => {
    const columns = documents()
    return chosen(ledger, columns, i, (d) => keep(d, columns))
  }
  const amounts = (part: AccountPart, i: number) => {
    const found: Amount[] = []
    forEachMember(accounts(), i, (n) => {
      const { numbers, [part]: column } = ledger.accountColumns
      found.push({ currency: currencyAt(journal, numbers.rows[n] ?? 0), amount: column[n] ?? 0 })
    })
    return found
  }
  return {
    ledger,
    documents: (i) => views()[i] ?? [],
    documentColumns: documents,
    sourceColumns: sources,
    documentsWhere,
    sourcesWhere(i, keep) {
      const columns = sources()
      return chosen(ledger, columns, i, (s) => keep(s, columns))
    },
    overdue: oncePerIndex((i) => overdueOf(ledger, documents(), accounts(), i)),
    amounts,
    account: (part, i) => inBook(amounts(part, i)),
    settled12: oncePerIndex((i) => documentsWhere(i, (d, { settledOn }) => (settledOn[d] ?? noDay) > yearAgo)),
    inBook,
  }
}

function accountGroups({ accountColumns, journal }: Ledger, index: CustomerIndex): Groups {
  const { rows } = accountColumns.numbers
  const owner = index.codes(journal.customers)
  return groupsOf(index.customers.length, rows.length, (n) => owner[journal.customer[rows[n] ?? 0] ?? 0] ?? -1)
}

function chosen(
  { journal }: Ledger,
  { groups, row }: { readonly groups: Groups; readonly row: readonly number[] },
  index: number,
  keep: (member: number) => boolean,
): readonly number[] {
  const found: number[] = []
  forEachMember(groups, index, (m) => {
    if (keep(m)) found.push(m)
  })
  if (found.length < 2) return found
  const at = (m: number) => row[m] ?? 0
  return found.sort(
    (a, b) =>
      compareText(currencyAt(journal, at(a)), currencyAt(journal, at(b))) ||
      (journal.date[at(a)] ?? 0) - (journal.date[at(b)] ?? 0) ||
      compareText(nameOfRow(journal, at(a)), nameOfRow(journal, at(b))),
  )
}

/** Instalments whose due day has passed, less what is on account in the same currency. */
function overdueOf(ledger: Ledger, documents: DocumentColumns, accounts: Groups, index: number): readonly Overdue[] {
  const { journal, accountColumns } = ledger
  const found = new Map<Currency, { gross: Minor; since: number }>()
  forEachMember(documents.groups, index, (d) => {
    const late = documents.late[d] ?? 0
    if (late === 0) return
    const currency = currencyAt(journal, documents.row[d] ?? 0)
    const known = found.get(currency)
    const since = documents.lateSince[d] ?? noDay
    found.set(currency, {
      gross: safe((known?.gross ?? 0) + late),
      since: known === undefined ? since : Math.min(known.since, since),
    })
  })
  if (found.size === 0) return []
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, { gross, since }]) => {
      let onAccount = 0
      forEachMember(accounts, index, (n) => {
        if (currencyAt(journal, accountColumns.numbers.rows[n] ?? 0) === currency)
          onAccount = safe(onAccount + (accountColumns.onAccount[n] ?? 0))
      })
      return { currency, gross, onAccount, net: Math.max(0, gross - Math.max(0, onAccount)), oldest: dayOf(since) }
    })
}
