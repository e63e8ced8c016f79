// crm sell ID ITEM: one sale, and its bill and payment at once where asked.
import { planSale, type SellInput } from '../../core/verbs/sell/plan.ts'
import { currencyFlag, dayFlag, decimalFlag, flag, type Input, requiredArgument, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

export const sell: Verb = {
  arguments: ['<id>', '<item>'],
  options: [
    '--quantity <number>',
    '--price <price>',
    '--discount <percent>',
    '--date <day>',
    '--currency <code>',
    '--memo <text>',
    '--project <name>',
    '--bill',
    '--paid',
    '--method <text>',
  ],
  prepare(input) {
    const sale = saleOf(input)
    return {
      task: 'plan',
      needs: ['customers', 'items', 'rates', 'journal', 'bills'],
      plan: (book, context) => planSale(book, sale, context),
    }
  },
}

function saleOf(input: Input): SellInput {
  const price = decimalFlag(input, 'price')
  const date = dayFlag(input, 'date')
  const currency = currencyFlag(input, 'currency')
  const discount = decimalFlag(input, 'discount')
  return {
    customer: requiredArgument(input, 0),
    item: requiredArgument(input, 1),
    quantity: decimalFlag(input, 'quantity') ?? '1',
    ...(price === undefined ? {} : { price }),
    ...(date === undefined ? {} : { date }),
    ...(currency === undefined ? {} : { currency }),
    ...(discount === undefined ? {} : { discount }),
    memo: flag(input, 'memo') ?? '',
    project: flag(input, 'project') ?? '',
    bill: switchOn(input, 'bill'),
    paid: switchOn(input, 'paid'),
    method: flag(input, 'method') ?? '',
  }
}
