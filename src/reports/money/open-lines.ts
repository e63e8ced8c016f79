// The lines of a statement by open items: what is owed document by document, what is on account, and the balance.
import { safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { OpenLine } from '../../core/book/statement.ts'
import { compareAccounts } from '../../core/ledger/documents.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'

/** One customer and currency, documents and money by day; settled ones only when all is asked for. */
export function openLines(
  ledger: Ledger,
  account: { readonly customer: string; readonly currency: string },
  all: boolean,
): readonly OpenLine[] {
  const mine = <T extends { readonly customer: string; readonly currency: string }>(item: T) =>
    compareAccounts(item, account) === 0
  const owed = ledger
    .documentsOf(account.customer)
    .filter(mine)
    .map((d) => ({
      date: d.date,
      kind: d.kind,
      document: d.number,
      due: d.instalments.find((i) => i.open !== 0)?.due ?? d.instalments.at(-1)?.due ?? d.date,
      total: d.amount,
      settled: d.amount - d.open,
      open: d.open,
    }))
  const held = ledger
    .sourcesOf(account.customer)
    .filter(mine)
    .map((s) => ({
      date: s.date,
      kind: s.kind,
      document: s.document || s.id,
      due: null,
      total: -s.amount,
      settled: s.remaining - s.amount,
      open: -s.remaining,
    }))
  let balance = 0
  const lines = [...owed, ...held]
    .filter((line) => all || line.open !== 0)
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.document, b.document))
    .map((line) => {
      balance = safe(balance + line.open)
      return { ...line, balance }
    })
  const end = { date: ledger.asOf, kind: 'closingBalance', document: null, due: null } as const
  return [...lines, { ...end, total: null, settled: null, open: null, balance }]
}
