// Rows that are lines of a remittance advice: which payment is for which document. They book nothing; crm reconcile reads them.
import { rowId } from '../../base/id.ts'
import type { Change } from '../../book/change.ts'
import type { Remittance } from '../../book/remittance.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job } from './taken.ts'

/** A line's id is a hash of all it says; equal lines of one file are told apart by their order, as bank lines are. */
export function importRemittance(job: Job): Harvest {
  const { book, context } = job
  const there = new Set(book.remittances.map((r) => r.id))
  const times = new Map<string, number>()
  const changes: Change[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job)
    const { reference, payer, date, document, amount, deducted, currency, memo } = line
    const content = [reference, payer, date ?? '', document, String(amount), String(deducted ?? ''), currency, memo]
    const key = content.join('\u001f')
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    const id = rowId(context.hash, ['remittance', ...content, String(nth)])
    if (there.has(id)) return { state: 'known', amount, currency }
    changes.push({ change: 'addRemittance', remittance: { ...line, id } })
    return { state: 'imported', amount, currency }
  })
  return { changes, notes: [], taken, rejected }
}

function readLine(cells: Cells, job: Job): Omit<Remittance, 'id'> {
  const currency = cells.currency(job.book.settings.currency)
  const date = cells.day('date')
  const deducted = cells.amount('deducted', currency)
  const reference = cells.text('reference')
  const payer = cells.text('payer')
  if (reference === '' && payer === '') cells.reject('missingValue', cells.has('reference') ? 'reference' : 'payer', '')
  return {
    reference,
    payer,
    ...(date === null ? {} : { date }),
    document: cells.text('document') || cells.reject('missingValue', 'document', ''),
    amount: cells.amount('amount', currency) ?? cells.reject('missingValue', 'amount', ''),
    ...(deducted === null || deducted === 0 ? {} : { deducted: Math.abs(deducted) }),
    currency,
    memo: cells.text('memo'),
  }
}
