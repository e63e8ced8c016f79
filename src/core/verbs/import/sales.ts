// Rows that are sales; a negative quantity or amount is a return.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import { type Exact, exact, formatDecimal, roundHalfUp } from '../../base/decimal.ts'
import { lineAmount, type Minor, toExact } from '../../base/money.ts'
import type { Change } from '../../book/change.ts'
import { bookedRates } from '../../book/rates.ts'
import { journalRowOf } from '../../book/row.ts'
import { customerText, ownerOf } from './customer-of.ts'
import { identities, originOf, rowsById } from './ids.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job, newCustomers } from './taken.ts'
import { people } from './who.ts'

export function importSales(job: Job): Harvest {
  const { book, context } = job
  const folk = people(book, context)
  const ids = identities(context.hash)
  const rates = bookedRates(book)
  const there = new Set(rowsById(book.journal, ['sale']).keys())
  const rows: Change[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const date = cells.day('date') ?? cells.reject('missingValue', 'date')
    const owner = ownerOf(cells, folk, job.createCustomers)
    const currency = cells.currency(owner.currency ?? book.settings.currency)
    const sale = readSale(cells, currency)
    const content = [date, customerText(cells), ...contentOf(cells, sale), currency]
    const id = ids.of(cells, 'sale', content)
    const { amount } = sale
    if (there.has(id)) return { state: 'known', amount, currency }
    there.add(id)
    const row = journalRowOf({
      id,
      date,
      kind: 'sale',
      customer: owner.id(),
      item: cells.text('item'),
      quantity: formatDecimal(sale.quantity),
      price: formatDecimal(sale.price),
      amount,
      currency,
      rate: rates(currency, date),
      source: originOf(cells.text('document'), 'sales'),
      memo: memoOf(cells),
    })
    rows.push({ change: 'addRow', row })
    return { state: 'imported', amount, currency }
  })
  return { ...newCustomers(folk, rows), taken, rejected }
}

interface Sale {
  readonly quantity: Exact
  readonly price: Exact
  readonly amount: Minor
}

/** Quantity is 1 unless said; of price and amount one may be missing; where all three are said they must agree to the rounding. */
function readSale(cells: Cells, currency: Currency): Sale {
  const said = cells.amount('amount', currency)
  const quantity = cells.number('quantity') ?? exact(1)
  const price = cells.number('price')
  if (price === null) {
    if (said === null) return cells.reject('missingValue', cells.has('price') ? 'price' : 'amount', '')
    return priced(cells, quantity, said, currency)
  }
  const amount = lineAmount(quantity, price, currency)
  if (said === null || said === amount) return { quantity, price, amount }
  if (said === -amount && said < 0) return { quantity: quantity.negated(), price, amount: said }
  return cells.reject('amountDiffers', 'amount')
}

/** A price for a row that has only its amount: enough decimals that quantity × price rounds to the amount again. */
function priced(cells: Cells, quantity: Exact, amount: Minor, currency: Currency): Sale {
  if (quantity.isZero()) return cells.reject('amountDiffers', 'amount')
  const signed = amount < 0 && quantity.gt(0) ? quantity.negated() : quantity
  for (let decimals = decimalsOf(currency); decimals <= 12; decimals++) {
    const price = roundHalfUp(toExact(amount, currency).div(signed), decimals)
    if (lineAmount(signed, price, currency) === amount) return { quantity: signed, price, amount }
  }
  return cells.reject('amountDiffers', 'amount')
}

function contentOf(cells: Cells, sale: Sale): string[] {
  return [
    cells.text('document'),
    cells.text('item'),
    formatDecimal(sale.quantity),
    formatDecimal(sale.price),
    String(sale.amount),
    memoOf(cells),
  ]
}

function memoOf(cells: Cells): string {
  return [cells.text('description'), cells.text('memo')].filter((t) => t !== '').join(' · ')
}
