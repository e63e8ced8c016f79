// What of a document's net is no revenue yet: a deposit that is claimed, and what later bills take off it again.
import { exact } from '../../core/base/decimal.ts'
import { type Minor, safe, share, sum } from '../../core/base/money.ts'
import type { Bill } from '../../core/book/bill.ts'
import { type Journal, textAt } from '../../core/book/journal.ts'
import { lineNets } from '../../core/book/totals.ts'
import { code } from '../../core/ledger/kinds.ts'

/** Of rows of bills and credit notes, by index: the net that goes to the account of deposits, with the sign of the document's own net. */
export type DepositNets = ReadonlyMap<number, Minor>

export function depositNets(journal: Journal, bills: ReadonlyMap<string, Bill>): DepositNets {
  const wanted = new Map([...bills.values()].flatMap((bill) => netEntry(bill, bills)))
  const nets = new Map<number, Minor>()
  if (wanted.size === 0) return nets
  const rows = new Map<string, number[]>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.bill && journal.kind[i] !== code.credit) continue
    const number = textAt(journal.documents, journal.document, i)
    if (wanted.has(number)) rows.set(number, [...(rows.get(number) ?? []), i])
  }
  for (const [number, at] of rows) {
    const amounts = at.map((i) => exact(journal.amount[i] ?? 0))
    const whole = wanted.get(number) ?? 0
    const parts = at.length === 1 ? [whole] : share(whole, amounts)
    at.forEach((i, n) => {
      nets.set(i, parts[n] ?? 0)
    })
  }
  return nets
}

function netEntry(bill: Bill, bills: ReadonlyMap<string, Bill>): readonly (readonly [string, Minor])[] {
  if (bill.kind === 'fee') return []
  const isDeposit = bill.deposit === true || (bill.of !== undefined && bills.get(bill.of)?.deposit === true)
  if (isDeposit) return [[bill.number, bill.net]]
  if (!bill.lines.some((l) => l.deposit !== undefined)) return []
  const nets = lineNets(bill.lines, bill, bill.currency)
  return [[bill.number, safe(sum(bill.lines.map((l, i) => (l.deposit === undefined ? 0 : (nets[i] ?? 0)))))]]
}
