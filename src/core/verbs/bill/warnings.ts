// What a person should look at before bills go out: jumps against the last bill, and buyers without a tax id.
import type { Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { formatAmount } from '../../base/money.ts'
import { note, type Problem, warning } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import { contractState, usualAhead } from '../../book/contract-term.ts'
import { isInForce, ratesInForce } from '../../book/vat.ts'

/** The last bill of the same customer, currency and contract or project before these are issued; undefined where there is none. */
export function previousBills(book: Pick<Book, 'bills'>): (bill: Bill) => Bill | undefined {
  const last = new Map<string, Bill>()
  for (const bill of book.bills.values()) {
    if (bill.kind !== 'bill' || bill.deposit === true) continue
    const known = last.get(accountKey(bill))
    if (known === undefined || known.date <= bill.date) last.set(accountKey(bill), bill)
  }
  return (bill) => (bill.kind === 'bill' ? last.get(accountKey(bill)) : undefined)
}

function accountKey({ customer, currency, contract, project }: Bill): string {
  return [customer, currency, contract ?? '', project ?? ''].join(' ')
}

/** How much more or less than the previous bill, as a fraction of it; null where there is none. */
export function changeAgainst(previous: Bill | undefined, bill: Bill): number | null {
  return previous === undefined || previous.total <= 0 ? null : (bill.total - previous.total) / previous.total
}

export function billWarnings(book: Book, bills: readonly Bill[]): readonly Problem[] {
  return [...jumps(book, bills), ...outdatedRates(book, bills), ...withoutTaxId(book, bills)]
}

/** Contracts that end soon, or renew unless notice is given: said with every run of all customers, so that cron says it too. */
export function expiringContracts(book: Book, today: Day): readonly Problem[] {
  const ending = [...book.customers.values()].flatMap((c) =>
    (c.contracts ?? []).flatMap((contract) => {
      const state = contractState(contract, today, usualAhead)
      return state === 'expiring' || state === 'renewing' ? [`${c.id} ${contract.id}`] : []
    }),
  )
  return ending.length === 0 ? [] : [note('contracts-expire', { contracts: ending, days: usualAhead.n })]
}

/** Rates that the country of the book did not have on the day of the bill, each once. */
function outdatedRates(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const { country } = book.settings.tax
  if (country === undefined) return []
  const found = new Map<string, Problem>()
  for (const { date, lines } of bills)
    for (const { tax, category } of lines)
      if (category === 'S' && !isInForce(country, tax, date))
        found.set(tax, warning('rate-not-in-force', { rate: tax, country, date, known: ratesInForce(country, date) }))
  return [...found.values()]
}

/** Bills that differ from the last one by more than the book allows without a word. */
function jumps(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const most = book.settings.billing?.jump
  if (most === undefined) return []
  const previousOf = previousBills(book)
  return bills.flatMap((bill) => {
    const previous = previousOf(bill)
    const change = changeAgainst(previous, bill)
    if (previous === undefined || change === null || exact(change).abs().times(100).lte(most)) return []
    return [
      warning('bill-jumps', {
        number: bill.number,
        customer: bill.customer,
        total: formatAmount(bill.total, bill.currency),
        previous: formatAmount(previous.total, previous.currency),
        currency: bill.currency,
        percent: Math.round(change * 100),
        most,
      }),
    ]
  })
}

/** Firms on taxed bills of a seller who has a tax id himself: what a tax invoice cannot do without. */
function withoutTaxId(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const found = new Set<string>()
  for (const { customer, seller, buyer, tax } of bills) {
    const isFirm = book.customers.get(customer)?.kind === 'company'
    if (isFirm && seller.taxId !== undefined && buyer.taxId === undefined && tax !== 0) found.add(customer)
  }
  return found.size === 0 ? [] : [note('buyers-without-tax-id', { customers: [...found].sort() })]
}
