// Money given back, out of what is on account.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, sum } from '../../base/money.ts'
import { compareText } from '../../base/order.ts'
import { fail, ok, problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { enterRow, readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findSource } from '../../ledger/find.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { findSourceNamed } from '../../ledger/name.ts'
import type { LedgerSource } from '../../ledger/sources.ts'

export interface RefundInput {
  /** A payment or credit note, or a customer: then what is on account, oldest first. */
  readonly name: string
  /** As typed; unless said, everything that is left. */
  readonly amount?: string
  readonly currency?: Currency
  readonly date?: Day
  readonly method: string
  readonly memo: string
}

export function planRefund(book: Book, input: RefundInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const found = sourcesOf(book, ledger, input, context)
  if (!found.ok) return refused([found.problem])
  const { currency, sources } = found.value
  const held = sum(sources.map((s) => s.remaining))
  const wanted = input.amount === undefined ? ok(held) : readPositive(input.amount, currency, 'AMOUNT')
  if (!wanted.ok) return refused([wanted.problem])
  if (wanted.value > held || held <= 0) {
    const text = (n: number) => formatAmount(n, currency)
    const amount = sum(sources.map((s) => s.amount))
    const params = {
      name: input.name,
      wanted: text(wanted.value),
      amount: text(amount),
      remaining: text(held),
      currency,
    }
    return refused([problem('source-holds-less', params)])
  }
  let rest = wanted.value
  const rows = sources.flatMap((source, n) => {
    const amount = Math.min(source.remaining, rest)
    rest -= amount
    if (amount <= 0) return []
    const { customer } = source
    return [
      enterRow(
        { id: context.freshId(n), date, kind: 'refund', customer, amount, currency },
        {
          of: source.document || source.id,
          method: input.method,
          memo: input.memo,
          rate: bookedRate(book, currency, date),
        },
      ),
    ]
  })
  return entered(rows, [])
}

interface Held {
  readonly currency: Currency
  readonly sources: readonly LedgerSource[]
}

/** One source, or those of a customer that hold something, oldest first, in one currency. */
function sourcesOf(book: Book, ledger: Ledger, input: RefundInput, context: Context): Result<Held> {
  const customer = findCustomer(book.customers, input.name, context.romanise)
  if (customer.ok && !findSource(ledger, input.name).ok) {
    const currency = input.currency ?? customer.value.currency ?? book.settings.currency
    const holding = ledger.sourcesOf(customer.value.id).filter((s) => s.remaining > 0 && s.currency === currency)
    if (holding.length === 0) return fail('nothing-on-account', { name: input.name, currency })
    return ok({
      currency,
      sources: holding.sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id)),
    })
  }
  const source = findSourceNamed({ book, ledger, context }, input.name)
  return source.ok ? ok({ currency: source.value.currency, sources: [source.value] }) : source
}
