// Rows that are payments, with the document that each settles where the file says so.
import { type Day, day } from '../../base/day.ts'
import { type Hash, rowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import { compareText } from '../../base/order.ts'
import { type Problem, warning } from '../../base/problem.ts'
import { policyOf } from '../../book/allocation.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import type { JournalRow } from '../../book/journal.ts'
import { bookedRates } from '../../book/rates.ts'
import { journalRowOf } from '../../book/row.ts'
import { allocateBy, openDocuments, type Share } from '../../ledger/allocate.ts'
import { type Ledger, openLedger } from '../../ledger/ledger.ts'
import { customerText, ownerOf } from './customer-of.ts'
import { identities, originOf, rowsById } from './ids.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job, newCustomers } from './taken.ts'
import { people } from './who.ts'

/** Everything ever written counts when money is set against documents, whatever its day. */
const everything: Day = day('9999-12-31')

/** How many unknown documents are named in the warning. */
const named = 5

/**
 * A payment settles its document as far as both are open; the rest stays on account. A payment that is known already and whose
 * document came later is applied now. New payments that name none are then set against what is open by the policy of their customer,
 * in order of day.
 */
export function importPayments(job: Job): Harvest {
  const { book, context } = job
  const folk = people(book, context)
  const ids = identities(context.hash)
  const rates = bookedRates(book)
  const there = new Set(rowsById(book.journal, ['payment', 'apply']).keys())
  const ledger = openLedger(book.journal, everything)
  const open = new Map<string, Minor>()
  const missing = new Set<string>()
  let missed = 0
  const rows: Change[] = []
  const unnamed: JournalRow[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const date = cells.day('date') ?? cells.reject('missingValue', 'date', '')
    const number = cells.text('document')
    const document = number === '' ? undefined : ledger.document(number)
    const said = customerText(cells)
    const owner = said === '' && document !== undefined ? undefined : ownerOf(cells, folk, job.createCustomers)
    if (document !== undefined && owner !== undefined && owner.known !== document.customer)
      cells.reject('otherCustomersDocument', 'document')
    const currency = cells.currency(document?.currency ?? owner?.currency ?? book.settings.currency)
    if (document !== undefined && document.currency !== currency) cells.reject('otherCurrency', 'document')
    const amount = positive(cells, cells.amount('amount', currency))
    const reference = cells.text('reference')
    const memo = cells.text('memo')
    const id = ids.of(cells, 'payment', [date, said, String(amount), currency, number, reference, memo])
    const isKnown = there.has(id)
    const customer = document?.customer ?? owner?.known ?? (isKnown ? '' : (owner?.id() ?? ''))
    if (!isKnown) {
      there.add(id)
      const row = journalRowOf({
        id,
        date,
        kind: 'payment',
        customer,
        amount,
        currency,
        rate: rates(currency, date),
        source: originOf(reference, 'payments'),
        method: cells.text('method'),
        memo,
      })
      rows.push({ change: 'addRow', row })
      if (number === '') unnamed.push(row)
    }
    const state = isKnown ? 'known' : 'imported'
    if (document === undefined) {
      if (number !== '') {
        missed++
        missing.add(number)
      }
      return { state, amount, currency }
    }
    const applyId = rowId(context.hash, ['apply', id, number])
    const free = isKnown ? (ledger.source(id)?.remaining ?? 0) : amount
    const due = open.get(number) ?? document.open
    const part = Math.min(free, due)
    if (part <= 0 || there.has(applyId)) return { state, amount, currency }
    open.set(number, due - part)
    there.add(applyId)
    const source = originOf(reference, 'payments')
    const payment = { id, date, customer, currency, source }
    rows.push({ change: 'addRow', row: appliedRow(context.hash, payment, { document, amount: part }) })
    return { state, amount, currency }
  })
  const settled = byPolicy(book, ledger, unnamed, open).map(({ payment, share }) =>
    appliedRow(context.hash, payment, share),
  )
  const applied = settled.map((row): Change => ({ change: 'addRow', row }))
  const booked = onOpenDay([...rows, ...applied], book.closes)
  const { changes, notes } = newCustomers(folk, booked.changes)
  return { changes, notes: [...notes, ...booked.problems, ...notFound(missed, missing)], taken, rejected }
}

/** A document on a later day than the payment is not what it paid. */
function byPolicy(
  book: Book,
  ledger: Ledger,
  payments: readonly JournalRow[],
  open: Map<string, Minor>,
): { readonly payment: JournalRow; readonly share: Share }[] {
  const inOrder = [...payments].sort((a, b) => compareText(a.date, b.date))
  return inOrder.flatMap((payment) => {
    const { customer, currency, date, amount } = payment
    const documents = openDocuments(ledger, customer, currency)
      .filter((d) => d.date <= date)
      .map((d) => ({ ...d, open: open.get(d.number) ?? d.open }))
    const { shares } = allocateBy(policyOf(book.settings, book.customers.get(customer)), documents, amount)
    for (const { document, amount: part } of shares) open.set(document.number, document.open - part)
    return shares.map((share) => ({ payment, share }))
  })
}

type Payment = Pick<JournalRow, 'id' | 'date' | 'customer' | 'currency' | 'source'>

function appliedRow(hash: Hash, payment: Payment, { document: { number }, amount }: Share): JournalRow {
  const { id, date, customer, currency, source } = payment
  return journalRowOf({
    id: rowId(hash, ['apply', id, number]),
    date,
    kind: 'apply',
    customer,
    document: number,
    of: id,
    amount,
    currency,
    source,
  })
}

function positive(cells: Cells, amount: Minor | null): Minor {
  if (amount === null) return cells.reject('missingValue', 'amount', '')
  if (amount === 0) return cells.reject('zeroAmount', 'amount')
  return amount > 0 ? amount : cells.reject('negativeAmount', 'amount')
}

function notFound(count: number, documents: ReadonlySet<string>): Problem[] {
  if (count === 0) return []
  return [warning('documents-not-found', { count, documents: [...documents].sort().slice(0, named) })]
}
