// Payments to invoices: three tables (invoices, payments, matches) as the published sets of incoming payments have them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { perturbed } from './perturb.ts'
import { letters, type MatchingSet, pair } from './set.ts'

type Cells = Readonly<Record<string, string>>

/** A column under its plain name, or under the name it has in a ledger of a large system. */
const plain = {
  document: ['Billing Number', 'VBELN'],
  assignment: ['Assignment Number', 'ZUONR'],
  customer: ['Customer ID', 'KUNNR'],
  name: ['Customer Name', 'NAME1'],
  currency: ['Currency Code', 'WAERS', 'Currency', 'KWAER'],
  amount: ['Amount', 'WRBTR', 'KWBTR'],
  date: ['Document Date', 'BLDAT', 'Posting Date', 'BVDAT'],
  due: ['Due Date', 'ZFBDT'],
  payer: ['Business Partner', 'PARTN'],
  account: ['Account Number', 'AVKON'],
  text: ['Memo Line', 'SGTXT'],
} as const

function cell(cells: Cells, field: keyof typeof plain): string {
  for (const heading of plain[field]) if (cells[heading] !== undefined) return cells[heading] ?? ''
  throw new Error(`no column ${plain[field].join(' or ')}`)
}

/** The sets give yen and won two decimals; currencies that have two stand in for them. */
const standIns: Readonly<Record<string, string>> = { JPY: 'XCD', KRW: 'BBD' }

function money(cells: Cells): { amount: string; currency: string } {
  const currency = cell(cells, 'currency')
  return { amount: Number(cell(cells, 'amount')).toFixed(2), currency: standIns[currency] ?? currency }
}

function day(text: string): string {
  return text.includes('-') ? text : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

export function paymentsToInvoices(folder: string): MatchingSet[] {
  if (!['invoices', 'payments', 'matches'].every((name) => existsSync(join(folder, `${name}.csv`)))) return []
  const read = (name: string): Cells[] => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true })
  const invoices = read('invoices')
  if (invoices[0] === undefined || plain.document.every((h) => invoices[0]?.[h] === undefined)) return []
  const matches = read('matches')
  const list = (text = '[]'): number[] => JSON.parse(text)
  const numberOf = new Map(invoices.map((i) => [Number(i.invoice_id), cell(i, 'document')]))
  const gold = new Set(
    matches.flatMap((m) =>
      list(m.payment_ids).flatMap((p) => list(m.invoice_ids).map((i) => pair(letters(p), numberOf.get(i) ?? ''))),
    ),
  )
  const customers = new Map(invoices.map((i) => [cell(i, 'customer'), cell(i, 'name')]))
  const severalFaults = matches.some((m) => (m.perturbation_categories ?? '').includes(','))
  const payments = read('payments').map((p) => ({
    line: letters(Number(p.payment_id)),
    payer: cell(p, 'payer'),
    account: cell(p, 'account'),
    text: cell(p, 'text'),
    date: day(cell(p, 'date')),
    ...money(p),
  }))
  const made = (name: string, level: MatchingSet['level'], lines: typeof payments): MatchingSet => ({
    name,
    level,
    currency: 'USD',
    settings: [],
    gold,
    files: [
      { name: 'customers', as: 'customers', headings: ['id', 'name'], rows: [...customers] },
      {
        name: 'bills',
        as: 'bills',
        headings: ['number', 'customer', 'date', 'due', 'amount', 'currency', 'memo'],
        rows: invoices.map((i) => {
          const { amount, currency } = money(i)
          const days = [day(cell(i, 'date')), day(cell(i, 'due'))]
          return [cell(i, 'document'), cell(i, 'customer'), ...days, amount, currency, cell(i, 'assignment')]
        }),
      },
      {
        name: 'bank',
        as: 'bank',
        headings: ['date', 'payer', 'payer account', 'text', 'amount', 'currency', 'reference'],
        rows: lines.map((p) => [p.date, p.payer, p.account, p.text, p.amount, p.currency, p.line]),
      },
    ],
  })
  const name = `payments to invoices, ${severalFaults ? 'several faults' : 'one fault'}`
  const set = made(name, severalFaults ? 'harder' : 'single', payments)
  return severalFaults ? [set] : [set, made('payments to invoices, faults added', 'harder', perturbed(payments))]
}
