// In which direction money went: the sign of an amount, the column it stands in, or a word beside it.

import type { Currency } from '../../base/currency.ts'
import { type Minor, safe } from '../../base/money.ts'
import type { ImportMapping } from '../../book/mapping.ts'
import type { Cells } from './reader.ts'

/** What a mapping says of signs. */
export interface Signs {
  readonly rule: ImportMapping['sign']
  readonly words: ReadonlyMap<string, 'in' | 'out'>
}

const usual: readonly (readonly [string, 'in' | 'out'])[] = [
  ...['c', 'cr', 'credit', 'in', 'h', 'haben', 'bij', '收入', '收', '贷', '贷方', '来账', '转入'].map(
    (w) => [w, 'in'] as const,
  ),
  ...['d', 'dr', 'debit', 'out', 's', 'soll', 'af', '支出', '支', '借', '借方', '往账', '转出'].map(
    (w) => [w, 'out'] as const,
  ),
]
const usualWords = new Map(usual)

export function signsOf(mapping: ImportMapping | null): Signs {
  const said = (words: readonly string[] | undefined, way: 'in' | 'out') =>
    (words ?? []).map((w) => [w.trim().toLowerCase(), way] as const)
  const own = [...said(mapping?.in, 'in'), ...said(mapping?.out, 'out')]
  return { rule: mapping?.sign, words: own.length === 0 ? usualWords : new Map([...usual, ...own]) }
}

/** One signed column, or what came in less what went out, each written without its sign or with it. */
export function signedAmount(cells: Cells, currency: Currency, signs: Signs): Minor {
  const amount = cells.amount('amount', currency)
  if (amount !== null) return directed(cells, signs.rule === 'reversed' ? turned(amount) : amount, signs)
  const into = cells.amount('in', currency)
  const out = cells.amount('out', currency)
  if (into === null && out === null) return cells.reject('missingValue', cells.has('amount') ? 'amount' : 'in', '')
  const received = signs.rule === 'ignored' ? Math.abs(into ?? 0) : (into ?? 0)
  return safe(received - Math.abs(out ?? 0))
}

/** A balance written as what is owed is turned with the amounts. */
export function signedBalance(cells: Cells, currency: Currency, signs: Signs): Minor | null {
  const balance = cells.amount('balance', currency)
  return balance !== null && signs.rule === 'reversed' ? turned(balance) : balance
}

/** Never −0. */
function turned(amount: Minor): Minor {
  return amount === 0 ? 0 : -amount
}

/** Some banks write a word in two languages, as `贷 Cr`. */
function directionOf(said: string, words: Signs['words']): 'in' | 'out' | undefined {
  const text = said.toLowerCase()
  if (text === '') return undefined
  const found = words.get(text)
  if (found !== undefined || !/[^\x00-\x7f] |[^\x00-\x7f]\(/.test(text)) return found
  const ways = new Set(text.split(/[\s()（）/]+/).flatMap((w) => words.get(w) ?? []))
  const [way] = ways
  return ways.size === 1 ? way : undefined
}

/** A column of its own, or the kind, may say that money came in or went out; a sign that says the opposite is refused. */
function directed(cells: Cells, amount: Minor, { words }: Signs): Minor {
  const said = cells.has('direction') ? cells.text('direction') : ''
  const direction = directionOf(said || cells.text('kind'), words)
  if (direction === undefined) return said === '' ? amount : cells.reject('unknownDirection', 'direction')
  if (direction === 'out') return -Math.abs(amount)
  return amount < 0 ? cells.reject('signDiffers', 'amount') : amount
}
