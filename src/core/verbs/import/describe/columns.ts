// Which column is which field: by its heading where that is known, else by what its cells are, and amounts by the balances that follow from them.
import { type Exact, exact } from '../../../base/decimal.ts'
import type { EvidenceWord } from '../../../base/words/exchange.ts'
import type { Sheet } from '../../../book/sheet.ts'
import { assignColumns } from '../headings.ts'
import type { Mark } from '../numbers.ts'
import { type Movement, provenSign } from './balance.ts'
import { areAmounts, areCurrencies, areDays, areIbans, areTexts, numberIn } from './cells.ts'

export interface Assigned {
  /** Field → index of its column, and what says so. */
  readonly fields: ReadonlyMap<string, { readonly index: number; readonly evidence: EvidenceWord }>
  /** Where balances prove it. */
  readonly sign: 'plain' | 'reversed' | null
}

/** Rows that are looked at. */
const looked = 2000
/** Columns of numbers that may be the amount, or in, out and balance: every three of them are tried, and no statement has more. */
const tried = 12

/** Columns that are known before: field → heading. */
export interface SaidColumns {
  readonly columns: Readonly<Record<string, string>>
  evidence(field: string): EvidenceWord
}

export function assignByCells(sheet: Sheet, said: SaidColumns, mark: Mark): Assigned {
  const told = said.columns
  const rows = sheet.rows.slice(0, looked)
  const columns = sheet.headings.map((_, i) => rows.map((r) => (r.cells[i] ?? '').trim()))
  const filled = columns.map((c) => c.filter((cell) => cell !== ''))
  const fields = new Map<string, { index: number; evidence: EvidenceWord }>()
  for (const [field, { index }] of assignColumns('bank', sheet, { columns: told, constants: {} }).columns)
    if (index >= 0)
      fields.set(field, { index, evidence: told[field] === undefined ? 'byHeading' : said.evidence(field) })
  const isFree = (i: number) => ![...fields.values()].some((f) => f.index === i) && (filled[i]?.length ?? 0) > 0
  const free = () => columns.flatMap((_, i) => (isFree(i) ? [i] : []))
  const take = (field: string, index: number | undefined, evidence: EvidenceWord) => {
    if (index !== undefined && !fields.has(field) && told[field] === undefined) fields.set(field, { index, evidence })
  }
  const which = (are: (cells: readonly string[]) => boolean) => free().filter((i) => are(filled[i] ?? []))
  const days = which(areDays)
  if (!fields.has('date')) take('date', days[0], 'byCells')
  take('value', days.find(isFree), 'byCells')
  const sign = amounts({ columns, fields, take, candidates: () => which(areAmounts), mark })
  take('currency', which(areCurrencies)[0], 'byCells')
  take('payerAccount', which(areIbans)[0], 'byCells')
  const texts = which(areTexts).sort((a, b) => lengthOf(filled[b]) - lengthOf(filled[a]))
  take('text', texts[0], 'byCells')
  return { fields, sign }
}

function lengthOf(cells: readonly string[] | undefined): number {
  return cells === undefined || cells.length === 0 ? 0 : cells.reduce((n, c) => n + c.length, 0) / cells.length
}

interface AmountSearch {
  readonly columns: readonly (readonly string[])[]
  readonly fields: Map<string, { index: number; evidence: EvidenceWord }>
  take(field: string, index: number | undefined, evidence: EvidenceWord): void
  candidates(): readonly number[]
  readonly mark: Mark
}

/** The amount, or the columns in and out, and the balance; a pair that the balances do not prove is left open. */
function amounts({ columns, fields, take, candidates, mark }: AmountSearch): Assigned['sign'] {
  const at = (field: string) => fields.get(field)?.index
  const numbers = new Map<number, readonly (Exact | null)[]>()
  const value = (i: number, row: number) => {
    const known = numbers.get(i) ?? (columns[i] ?? []).map((cell) => numberIn(cell, mark))
    numbers.set(i, known)
    return known[row] ?? null
  }
  const proof = (balance: number, moved: (row: number) => Exact | null) => {
    const movements: Movement[] = []
    for (let row = 0; row < (columns[balance]?.length ?? 0); row++) {
      const [amount, after] = [moved(row), value(balance, row)]
      if (amount === null || after === null) return null
      movements.push({ amount, balance: after })
    }
    return provenSign(movements)
  }
  const zero = exact(0)
  const less = (into: number, out: number) => (row: number) => {
    const [i, o] = [value(into, row), value(out, row)]
    return i === null && o === null ? null : (i ?? zero).minus((o ?? zero).abs())
  }
  const numeric = candidates().slice(0, tried)
  const balances = at('balance') === undefined ? numeric : [at('balance') ?? -1]
  const singles = at('amount') === undefined ? numeric : [at('amount') ?? -1]
  const isSplit = at('in') !== undefined || at('out') !== undefined
  for (const balance of balances) {
    for (const amount of isSplit ? [] : singles) {
      const sign = amount === balance ? null : proof(balance, (row) => value(amount, row))
      if (sign === null) continue
      take('amount', amount, 'byBalance')
      take('balance', balance, 'byBalance')
      return sign
    }
    for (const into of at('amount') === undefined && !isSplit ? numeric : []) {
      const out = numeric.find(
        (o) => o !== into && o !== balance && into !== balance && proof(balance, less(into, o)) === 'plain',
      )
      if (out === undefined) continue
      take('in', into, 'byBalance')
      take('out', out, 'byBalance')
      take('balance', balance, 'byBalance')
      return 'plain'
    }
  }
  const [only, ...more] = candidates()
  if (at('amount') === undefined && !isSplit && more.length === 0) take('amount', only, 'byCells')
  return null
}
