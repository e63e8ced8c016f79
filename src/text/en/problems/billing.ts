// Sentences for the problems of the area "billing".
import type { BillingProblems } from '../../../core/base/problems/billing.ts'
import type { Sentences } from '../../catalogue.ts'

const sales = (n: number) => (n === 1 ? '1 sale' : `${n} sales`)
const bills = (n: number) => (n === 1 ? '1 bill' : `${n} bills`)

export const billingProblems: Sentences<BillingProblems> = {
  'ambiguous-item': ({ item, candidates }) => ({
    message: `"${item}" could be ${candidates.join(' or ')}`,
    hint: 'give the id',
  }),
  'terms-unknown': ({ text }) => ({
    message: `"${text}" is not a payment term`,
    hint: 'write it like "net 30", "due on receipt", "eom+15", "10th of next month" or "30% net 0, rest net 30"',
  }),
  'terms-shares': ({ text, sum }) => ({
    message: `the parts of "${text}" come to ${sum} %, not 100 %`,
    hint: 'let the last part be "rest", as in "30% net 0, rest net 30"',
  }),
  'terms-ambiguous': ({ text, day, readings }) => ({
    message: `"${text}" has several meanings; a bill of ${day} would be due: ${readings
      .map((r) => `${r.due} (${r.terms})`)
      .join(', ')}`,
    hint: `write the one that was agreed, as terms: ${readings[0]?.terms ?? 'net 30'}`,
  }),
  'unknown-tax': ({ name, known }) => ({
    message: `crm.yaml has no tax rate "${name}"`,
    hint: `it has ${known.join(', ')}; add a line under tax: rates:`,
  }),
  'no-price': ({ item, currency }) => ({
    message: `${item} has no price in ${currency}`,
    hint: 'give --price, or add the price to catalog.yaml',
  }),
  'price-missing': ({ customer, item, date, id }) => ({
    message: `sale ${id} of ${item} to ${customer} on ${date} has neither price nor amount; it was not billed`,
    hint: `enter the sale with its price: crm sell ${customer} ${item} --price …`,
  }),
  'sales-of-nobody': ({ customer, count }) => ({
    message: `${sales(count)} of "${customer}", who is not among the customers, stay unbilled`,
    hint: `add the customer: crm add NAME --id ${customer}`,
  }),
  'returns-left-open': ({ customer, currency, count, amount }) => ({
    message: `${customer}: returns exceed sales by ${amount} ${currency} (${sales(count)}); they wait for the next bill`,
  }),
  'nothing-left-to-bill': ({ customer, currency, count }) => ({
    message: `${customer}: ${sales(count)} come to 0 ${currency}; they wait for the next bill`,
  }),
  'rate-missing': ({ from, to }) => ({
    message: `rates.csv has no rate from ${from} to ${to} for the day, so the rows state none`,
    hint: `add a line to rates.csv: DAY,${from},${to},RATE`,
  }),
  'nothing-to-bill': () => ({ message: 'no unbilled sales' }),
  'bills-planned': (p) => ({ message: `${sales(p.sales)} on ${bills(p.bills)}` }),
  'bill-not-positive': ({ amount, currency }) => ({
    message: `a bill of ${amount} ${currency} cannot be issued`,
    hint: 'leave out --bill: the next bill run takes the return into account',
  }),
  'sale-planned': ({ customer, item, quantity, amount, currency }) => ({
    message: `sold to ${customer}: ${quantity} × ${item}, ${amount} ${currency}`,
  }),
  'usage-planned': ({ customer, item, quantity }) => ({
    message: `used by ${customer}: ${quantity} × ${item}; its contract prices it at the end of the cycle`,
  }),
  'bill-planned': ({ number, amount, currency, due }) => ({
    message: `bill ${number}: ${amount} ${currency}, due ${due}`,
  }),
  'paid-at-once': ({ number, amount, currency }) => ({ message: `${amount} ${currency} received for ${number}` }),
}
