// What was paid and settled until when: the evidence by which promises are judged.
import { dayNumber } from '../base/day.ts'
import { kindCode } from '../book/journal.ts'
import type { PaymentEvidence } from '../cases/promises.ts'
import type { CustomerIndex } from './customer-index.ts'
import type { ReceivablesSource } from './receivables-source.ts'

export function paymentEvidence(receivables: ReceivablesSource, index: CustomerIndex): PaymentEvidence {
  const { ledger } = receivables
  const settling = new Set([kindCode('apply'), kindCode('deduct'), kindCode('writeoff')])
  return {
    paid(customer, currency, from, to) {
      let sum = 0
      for (const source of receivables.sources(index.of(customer)))
        if (source.kind === 'payment' && source.currency === currency && source.date >= from && source.date <= to)
          sum += source.amount
      return sum
    },
    settled(customer, number, on) {
      const document = receivables.documents(index.of(customer)).find((d) => d.number === number)
      if (document === undefined) return false
      const { trace, journal } = ledger
      const day = dayNumber(on)
      let set = 0
      for (let r = 0; r < journal.length; r++) {
        if (trace.document[r] !== document.index || !settling.has(journal.kind[r] ?? 0)) continue
        if ((trace.start[r] ?? 0) <= day && (trace.end[r] ?? 0) > day) set += journal.amount[r] ?? 0
      }
      return set >= document.amount
    },
  }
}
