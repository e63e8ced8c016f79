// Month-end bank reconciliation: the worked example of the textbook 初级会计实务 (银行存款余额调节表): 5,400,000 in the book, 8,300,000 on the
// statement; a cheque of 6,000,000 paid in and one of 4,500,000 drawn that the bank has not booked; 4,800,000 collected and 400,000 of
// telephone charges paid by the bank that the firm has not; both adjusted to 9,800,000.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { reconcileAccounts } from '../../../src/core/ledger/bank-timing.ts'
import { bankLine, book, customer, row } from '../../support/book.ts'

const cny = currency('CNY')
const yuan = (amount: number) => amount * 100
const line = (id: string, amount: number) => bankLine(id, '2019-12-20', yuan(amount))

const till = row('2019-12-01', 'payment', 'acorn', yuan(4_500_000), { method: 'cash' })
const cheque = row('2019-12-30', 'payment', 'acorn', yuan(6_000_000), { method: 'cheque' })
const drawn = row('2019-12-30', 'refund', 'acorn', yuan(4_500_000), { of: till.id, method: 'cheque' })

const example = book({
  customers: [customer('acorn')],
  rows: [till, cheque, drawn],
  bank: [line('000000000001', 4_800_000), line('000000000002', -400_000)],
  statements: [
    {
      account: 'icbc',
      file: 'dec.csv',
      format: 'csv',
      number: '',
      from: day('2019-12-01'),
      to: day('2019-12-31'),
      currency: cny,
      opening: yuan(3_900_000),
      closing: yuan(8_300_000),
      lines: 2,
    },
  ],
})

test('the textbook example is adjusted to the same balance on both sides', () => {
  const [icbc] = reconcileAccounts(example, day('2019-12-31')).accounts
  expect(icbc).toMatchObject({
    book: yuan(5_400_000),
    statement: yuan(8_300_000),
    bookAdjusted: yuan(9_800_000),
    statementAdjusted: yuan(9_800_000),
  })
  expect(icbc?.items.map((i) => [i.class, i.amount])).toEqual([
    ['bankReceived', yuan(4_800_000)],
    ['bankPaid', yuan(400_000)],
    ['bookReceived', yuan(6_000_000)],
    ['bookPaid', yuan(4_500_000)],
  ])
})

test('a line that was left out counts as recorded, and a statement that lines do not make shows', () => {
  const ignored = [{ account: 'icbc', line: '000000000002', reason: 'telephone' }]
  const [icbc] = reconcileAccounts({ ...example, ignored }, day('2019-12-31')).accounts
  expect(icbc).toMatchObject({ book: yuan(5_000_000), bookAdjusted: yuan(9_800_000) })
  const short = { ...example, bank: example.bank.slice(0, 1) }
  const [apart] = reconcileAccounts(short, day('2019-12-31')).accounts
  expect([apart?.bookAdjusted, apart?.statementAdjusted]).toEqual([yuan(10_200_000), yuan(9_800_000)])
})
