// What was paid and settled until when: the evidence by which promises are judged.
import { dayNumber } from '../base/day.ts'
import { once } from '../base/once.ts'
import { currencyAt } from '../book/journal.ts'
import type { PaymentEvidence } from '../cases/promises.ts'
import { code } from '../ledger/kinds.ts'
import { nameOfRow } from '../ledger/trace.ts'
import type { CustomerIndex } from './customer-index.ts'
import { settledUntil } from './receivable-columns.ts'
import type { ReceivablesSource } from './receivables-source.ts'

export function paymentEvidence(receivables: ReceivablesSource, index: CustomerIndex): PaymentEvidence {
  const { ledger } = receivables
  const { journal } = ledger
  const settled = once(() => settledUntil(ledger))
  return {
    paid(customer, currency, from, to) {
      const first = dayNumber(from)
      const last = dayNumber(to)
      const { row, amount } = receivables.sourceColumns()
      const payments = receivables.sourcesWhere(index.of(customer), (s) => {
        const r = row[s] ?? 0
        const date = journal.date[r] ?? 0
        return journal.kind[r] === code.payment && date >= first && date <= last && currencyAt(journal, r) === currency
      })
      return payments.reduce((sum, s) => sum + (amount[s] ?? 0), 0)
    },
    settled(customer, number, on) {
      const { row, amount } = receivables.documentColumns()
      const [document] = receivables.documentsWhere(
        index.of(customer),
        (d) => nameOfRow(journal, row[d] ?? 0) === number,
      )
      return document !== undefined && settled()(document, dayNumber(on)) >= (amount[document] ?? 0)
    },
  }
}
