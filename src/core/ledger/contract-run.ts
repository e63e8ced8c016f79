// What contracts say is due, less what sale rows already hold: the rows that are missing, and those that take back what is no longer due.
import type { Currency } from '../base/currency.ts'
import { type Day, laterDay } from '../base/day.ts'
import { type Exact, exact, formatDecimal } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Contract, type ContractBound, contractBounds, isBound } from '../book/contract.ts'
import type { Customer } from '../book/customer.ts'
import { type Journal, type JournalRow, journalRow, kindCode, textAt } from '../book/journal.ts'
import { duePieces, type Piece, type Usage } from './contract-due.ts'

export const contractSource = 'contract:'
/** The `reason` of a sale row that takes back what an earlier one charged. */
export const takenBack = 'correction'

/** The sale rows that concern contracts: charges made, and usage that waits for its price. */
export interface ContractRows {
  /** By customer and contract. */
  readonly held: ReadonlyMap<string, readonly JournalRow[]>
  /** Sale rows with a quantity and neither price nor amount, by customer and item. */
  readonly usage: ReadonlyMap<string, readonly JournalRow[]>
}

/** One pass over the journal. `customerOf` leads merged customers to the one they became. */
export function contractRows(journal: Journal, customerOf: (id: string) => string): ContractRows {
  const held = new Map<string, JournalRow[]>()
  const usage = new Map<string, JournalRow[]>()
  const sale = kindCode('sale')
  const reverse = kindCode('reverse')
  const undone = new Set<string>()
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === reverse) undone.add(textAt(journal.documents, journal.of, i))
  const origins = journal.texts.texts.map((t) => t.startsWith(contractSource))
  const seen = new Set<string>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== sale) continue
    const charged = origins[journal.source[i] ?? 0] === true
    if (!charged && (journal.amount[i] !== 0 || journal.price[i] !== 0)) continue
    const row = journalRow(journal, i)
    if (undone.has(row.id) || seen.has(row.id)) continue
    seen.add(row.id)
    const [map, name] = charged ? [held, contractOf(row)] : [usage, row.item]
    const key = `${customerOf(row.customer)} ${name}`
    const rows = map.get(key)
    if (rows === undefined) map.set(key, [row])
    else rows.push(row)
  }
  return { held, usage }
}

/** The contract that a sale row comes from; empty for other sales. */
export function contractOf(row: JournalRow): string {
  return row.source.startsWith(contractSource) ? (row.source.slice(contractSource.length).split('/')[0] ?? '') : ''
}

function lineOf(row: JournalRow): string {
  return row.source.split('/')[1] ?? ''
}

/** Whether the row lifts or cuts a whole cycle; null for one of a line. */
export function boundOf(row: JournalRow): ContractBound | null {
  const line = lineOf(row)
  return isBound(line) ? line : null
}

/** The first and last day that a row's origin names. */
export function chargedDays(row: JournalRow): readonly [string, string] {
  const [from = '', last = ''] = (row.source.split('/')[2] ?? '').split('..')
  return [from, last]
}

export interface ContractInput {
  readonly customer: Customer
  readonly contract: Contract
  readonly currency: Currency
  /** The last day that is billed, and the day of rows that correct. */
  readonly upTo: Day
  readonly rows: ContractRows
  readonly hash: Hash
}

/** True for a sale without price that a usage line of the customer prices. */
export function pricedByContract(customer: Customer, sale: JournalRow): boolean {
  return sale.price === '' && sale.amount === 0 && usedByContract(customer, sale.item)
}

/** True for an item whose use a contract of the customer charges by the cycle. */
export function usedByContract(customer: Customer, item: string): boolean {
  return (customer.contracts ?? []).some((c) => c.lines.some((l) => l.kind === 'usage' && l.item === item))
}

/** Nothing when the rows hold exactly what is due. Otherwise charges and take-backs, in order of line and day. */
export function missingRows(input: ContractInput): readonly JournalRow[] {
  const { customer, contract, rows, upTo } = input
  const lines = new Set([...contract.lines.map((l) => l.id), ...contractBounds])
  const held = (rows.held.get(`${customer.id} ${contract.id}`) ?? []).filter((r) => lines.has(lineOf(r)))
  const latest = held.map((r) => r.date).reduce(laterDay, upTo)
  const due = duePieces(contract, { currency: input.currency, upTo, usage: usageOf(rows, customer.id) })
  const balance = countKeys(held)
  const missing = due.filter((p) => take(balance, keyOf(p)))
  // A run for a day before the last charge only fills what no row touches; corrections wait for a run of today.
  if (latest > upTo)
    return missing.filter((p) => !held.some((r) => touches(r, p))).map((p) => charge(input, held, p, false))
  const excess = held.filter((r) => r.reason !== takenBack && giveBack(balance, rowKey(r)))
  const corrected = new Set(excess.map(lineOf))
  return [
    ...excess.map((r) => takeBack(input, held, r)),
    ...missing.map((p) => charge(input, held, p, corrected.has(p.line))),
  ]
}

function touches(row: JournalRow, piece: Piece): boolean {
  const [from, last] = chargedDays(row)
  return lineOf(row) === piece.line && from < piece.days.until && last >= piece.days.from
}

/** A piece is the same as a row when origin, quantity, price and amount are. */
function keyOf(piece: Piece): string {
  return [contractSource + piece.about, piece.quantity, piece.price, piece.amount].join(' ')
}

function rowKey(row: JournalRow): string {
  const sign = row.reason === takenBack ? -1 : 1
  return [row.source, formatDecimal(exact(row.quantity).times(sign)), row.price, sign * row.amount].join(' ')
}

/** Charges less take-backs, by key. */
function countKeys(rows: readonly JournalRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(rowKey(row), (counts.get(rowKey(row)) ?? 0) + (row.reason === takenBack ? -1 : 1))
  return counts
}

/** Uses up one held charge; true when there is none, so that the piece is missing. */
function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  counts.set(key, left - 1)
  return left <= 0
}

/** True for as many rows of a key as were charged and not due. */
function giveBack(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  counts.set(key, left - 1)
  return left > 0
}

function usageOf(rows: ContractRows, customer: string): Usage {
  return (item, days) =>
    (rows.usage.get(`${customer} ${item}`) ?? [])
      .filter((r) => r.date >= days.from && r.date < days.until)
      .reduce<Exact>((total, r) => total.plus(r.quantity === '' ? '0' : r.quantity), exact(0))
}

function charge(input: ContractInput, held: readonly JournalRow[], piece: Piece, corrects: boolean): JournalRow {
  const { quantity, price, amount, item } = piece
  return saleRow(input, held, {
    source: contractSource + piece.about,
    date: corrects ? input.upTo : piece.due,
    reason: '',
    item,
    quantity,
    price,
    amount,
  })
}

function takeBack(input: ContractInput, held: readonly JournalRow[], row: JournalRow): JournalRow {
  return saleRow(input, held, {
    source: row.source,
    date: input.upTo,
    reason: takenBack,
    item: row.item,
    quantity: formatDecimal(exact(row.quantity).neg()),
    price: row.price,
    amount: -row.amount,
  })
}

type Charge = Pick<JournalRow, 'source' | 'date' | 'reason' | 'item' | 'quantity' | 'price' | 'amount'>

/** The id counts how often the same was charged or taken back before, so that two branches write the same row. */
function saleRow(input: ContractInput, held: readonly JournalRow[], said: Charge): JournalRow {
  const { customer, currency, hash } = input
  const about = [said.source, said.reason, said.quantity, said.price, String(said.amount)]
  const nth = held.filter(
    (r) => [r.source, r.reason, r.quantity, r.price, String(r.amount)].join(' ') === about.join(' '),
  ).length
  return {
    ...said,
    id: rowId(hash, ['contract', customer.id, ...about, String(nth)]),
    kind: 'sale',
    customer: customer.id,
    document: '',
    of: '',
    tax: null,
    currency,
    rate: '',
    due: null,
    method: '',
    memo: '',
  }
}
