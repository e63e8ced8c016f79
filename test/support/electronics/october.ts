// The last month as it arrives from outside: a file of sales and a bank statement with all that makes them hard to read.
import { addDays, type Day, day } from '../../../src/core/base/day.ts'
import { formatAmount, type Minor } from '../../../src/core/base/money.ts'
import type { Bill } from '../../../src/core/book/bill.ts'
import { writeRow } from '../../../src/store/csv/write.ts'
import { seeded } from './random.ts'
import { compare, type Remittance, type Sale, type Trade } from './trade.ts'

function csv(head: readonly string[], records: readonly (readonly string[])[]): string {
  return [head, ...records].map((cells) => `${writeRow(cells)}\n`).join('')
}

/**
 * As a shop system exports it: customers by name, a return, and one customer whom nobody has entered yet.
 */
export function salesFile(sales: readonly Sale[]): string {
  const records = sales.map((sale, i) => record(`S-${String(1001 + i)}`, sale, sale.quantity))
  const returned = sales.find((s) => s.person.customer.id === 'jinghe')
  if (returned !== undefined) {
    const sale = { ...returned, date: day('2026-10-28') }
    records.push(record('R-0007', sale, -Math.max(1, Math.floor(returned.quantity / 10))))
  }
  records.push(['2026-10-29', 'S-1999', '雁池市蓝鲸潜水俱乐部', 'battery-10', '4', '135.00', 'CNY'])
  return csv(['date', 'order', 'customer', 'item', 'quantity', 'price', 'currency'], records)
}

function record(order: string, sale: Sale, quantity: number): string[] {
  const { customer } = sale.person
  return [sale.date, order, customer.name, sale.item.id, String(quantity), sale.price, customer.currency ?? 'CNY']
}

interface Line {
  readonly date: Day
  readonly amount: Minor
  readonly currency: Bill['currency']
  readonly payer: string
  readonly account: string
  readonly text: string
}

/** As the bank exports it. Money out is negative; fees, rent and a stranger are among the lines. */
export function bankFile(trade: Trade): string {
  const random = seeded(20261001)
  const usual = trade.remittances.flatMap((r) => arrival(r, trade, random.chance(0.6)))
  const lines = [...usual, ...others(trade)]
    .filter((l) => l.date.startsWith('2026-10'))
    .sort((a, b) => compare(a.date, b.date) || compare(a.payer, b.payer) || compare(a.text, b.text))
  const records = lines.map((l, i) => [
    l.date,
    formatAmount(l.amount, l.currency),
    l.currency,
    l.payer,
    l.account,
    l.text,
    `BK2610${String(i + 1).padStart(3, '0')}Q`,
  ])
  return csv(['date', 'amount', 'currency', 'payer', 'payer account', 'text', 'reference'], records)
}

/** How a payment shows up on the statement; `named`: its text has the bill's number. */
function arrival(r: Remittance, trade: Trade, named: boolean): Line[] {
  const { bill, person, amount, date } = r
  const { customer } = person
  const abroad = customer.currency !== undefined
  const number = bill.number
  const payer = abroad ? customer.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() : customer.name
  const text = named ? (abroad ? `Bill ${number}` : `货款 ${number}`) : abroad ? 'Payment, thank you' : '货款'
  const line: Line = { date, amount, currency: bill.currency, payer, account: '', text }
  switch (customer.id) {
    // Paid twice: once by the buyer, once by the accounts department.
    case 'yunfan':
      return [
        { ...line, text: `货款 ${number}` },
        { ...line, date: addDays(date, -1), text: `${number} 货款` },
      ]
    // An English name on the statement; the account is known.
    case 'xingzhou':
      return [{ ...line, payer: 'YANCHI STARBOAT INTELLIGENCE', account: 'TEST-6001-0003', text: 'GOODS PAYMENT' }]
    // The banks on the way kept a fee.
    case 'quillfeather':
      return [
        { ...line, payer: 'QUILLFEATHER INSTR LTD', account: 'TEST-GB-77001', amount: amount - 2500, text: number },
      ]
    // A director pays from his own account.
    case 'zirbelbach':
      return [{ ...line, payer: 'V ALMLECHNER', text: `Rechnung ${number}` }]
    // The number as people write it.
    case 'nebelheim':
      return [{ ...line, text: `RG ${number.replaceAll('-', ' ')} KD 4711` }]
    // Pays what was in the till.
    case 'chiyu':
      return [{ ...line, amount: Math.floor((amount * 0.7) / 10_000) * 10_000, text: `货款 ${number} 余款下月付` }]
    // August and September in one.
    case 'brasswick':
      return together(line, bill, trade)
    // Two bills of the same amount are open, and the text does not say which is meant.
    case 'lanting':
      return bill.date < '2026-09-01' ? [{ ...line, date: day('2026-10-13'), text: '校准费' }] : []
    // In dispute about this delivery, and pays nothing for it.
    case 'clairvoisin':
      return []
    default:
      return [line]
  }
}

function together(line: Line, bill: Bill, trade: Trade): Line[] {
  const next = trade.bills.find((b) => b.customer === bill.customer && b.date > bill.date)
  if (next === undefined) return [line]
  return [{ ...line, amount: line.amount + next.total, text: `Bills ${bill.number} + ${next.number}` }]
}

function others(trade: Trade): Line[] {
  const cny = trade.bills.find((b) => b.customer === 'yunfan')?.currency
  const usd = trade.bills.find((b) => b.customer === 'quillfeather')?.currency
  if (cny === undefined || usd === undefined) return []
  const line = (date: string, amount: Minor, payer: string, text: string, currency = cny): Line => {
    return { date: day(date), amount, currency, payer, account: '', text }
  }
  return [
    line('2026-10-09', -1_200_000, '青萝市灯塔路物业', '十月房租'),
    line('2026-10-15', 432_100, 'MARIGOLD AND FINCH HOLDINGS', 'PAYMENT'),
    line('2026-10-20', -3_500, '', '账户管理费'),
    line('2026-10-20', -1_200, '', 'ACCOUNT FEE', usd),
  ]
}
