// Rows that are payments, with the document that each settles where the file says so.
import { type Day, day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import { type Problem, warning } from '../../base/problem.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import { bookedRates } from '../../book/rates.ts'
import { journalRowOf } from '../../book/row.ts'
import { openLedger } from '../../ledger/ledger.ts'
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
 * document came later is applied now.
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
      rows.push({
        change: 'addRow',
        row: journalRowOf({
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
        }),
      })
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
    const apply = journalRowOf({
      id: applyId,
      date,
      kind: 'apply',
      customer,
      document: number,
      of: id,
      amount: part,
      currency,
      source: originOf(reference, 'payments'),
    })
    rows.push({ change: 'addRow', row: apply })
    return { state, amount, currency }
  })
  const booked = onOpenDay(rows, book.closes)
  const { changes, notes } = newCustomers(folk, booked.changes)
  return { changes, notes: [...notes, ...booked.problems, ...notFound(missed, missing)], taken, rejected }
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
