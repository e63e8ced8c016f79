// crm contract list: contracts with what a cycle costs, when their term ends and until when notice can be given.
import type { Currency } from '../../core/base/currency.ts'
import type { Day } from '../../core/base/day.ts'
import { lineAmount, type Minor, sum } from '../../core/base/money.ts'
import type { Column, Row } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import type { Contract, Span } from '../../core/book/contract.ts'
import { chargeOn } from '../../core/book/contract-price.ts'
import { contractState, noticeBy, termEnd } from '../../core/book/contract-term.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context, Report } from '../../core/book/plan.ts'

const columns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'contract', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'state', type: 'word' },
  { key: 'from', type: 'day' },
  { key: 'until', type: 'day' },
  { key: 'noticeBy', type: 'day' },
  { key: 'every', type: 'text' },
  { key: 'amount', type: 'money' },
  { key: 'currency', type: 'text' },
]

export interface ContractsWish {
  readonly customer?: string
  /** Only those whose term ends within this, that renew unless notice is given within this, or that have ended. */
  readonly expiring: boolean
  readonly ahead: Span
}

/** In order of customer, then as the file has them. `amount` is what the recurring lines cost in one cycle as of today. */
export function contractsReport(book: Book, wish: ContractsWish, context: Context): Report {
  const customer = wish.customer === undefined ? null : findCustomer(book.customers, wish.customer, context.romanise)
  if (customer !== null && !customer.ok) return { output: { tables: [] }, problems: [customer.problem] }
  const rows = [...book.customers.values()]
    .filter((c) => customer === null || c.id === customer.value.id)
    .flatMap((c) =>
      (c.contracts ?? []).map((contract): Row => {
        const currency = contract.currency ?? c.currency ?? book.settings.currency
        return {
          customer: c.id,
          contract: contract.id,
          name: contract.name ?? c.name,
          state: contractState(contract, context.today, wish.ahead),
          from: contract.start,
          until: termEnd(contract, context.today),
          noticeBy: noticeBy(contract, context.today),
          every: contract.every ?? 'month',
          amount: perCycle(contract, currency, context.today),
          currency,
        }
      }),
    )
    .filter((r) => !wish.expiring || r.state === 'expiring' || r.state === 'renewing' || r.state === 'ended')
  return { output: { tables: [{ name: 'contracts', columns, rows }] }, problems: [] }
}

function perCycle(contract: Contract, currency: Currency, on: Day): Minor {
  const lines = contract.lines.filter((l) => l.kind === 'recurring' && (l.until === undefined || l.until >= on))
  return sum(
    lines.map((line) => {
      const { quantity, price } = chargeOn(contract, line, on)
      return lineAmount(quantity, price, currency)
    }),
  )
}
