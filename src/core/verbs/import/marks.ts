// Which decimal mark the columns of a file have: what the user or a mapping says, what all cells tell together, what each column tells alone.
import { decimalsOf, isCurrency } from '../../base/currency.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Column } from './headings.ts'
import { decimalMark, type Mark, type NumberCell } from './numbers.ts'

export interface MarksWish {
  readonly said: Mark | undefined
  /** Where the cells do not tell. */
  readonly usual: Mark | undefined
  /** Null where what is possible with either mark is taken as a point; else the decimals of rows that name no currency. */
  readonly strict: number | null
}

export interface Marks {
  readonly markOf: (column: Column) => Mark
  readonly problems: readonly Problem[]
}

/** Some banks write amounts with a comma and the balance with a point: where the columns agree within themselves, each has its own. */
export function marksOf(sheet: Sheet, columns: ReadonlyMap<string, Column>, wish: MarksWish): Marks {
  const { said, usual, strict } = wish
  if (said !== undefined) return { markOf: () => said, problems: [] }
  const list = [...columns.values()].filter(
    (c) => c.index >= 0 && (c.field.type === 'amount' || c.field.type === 'number'),
  )
  const decimals = decimalsIn(sheet, columns, strict ?? 2)
  const all = decimalMark(cellsOf(sheet, list, decimals), strict !== null)
  if ('mark' in all) return { markOf: () => all.mark, problems: [] }
  if (all.fault === 'ambiguous' && usual !== undefined) return { markOf: () => usual, problems: [] }
  if (all.fault === 'contradictory' && strict !== null) {
    const own = new Map(list.map((c) => [c, decimalMark(cellsOf(sheet, [c], decimals), true)] as const))
    if ([...own.values()].every((e) => 'mark' in e)) return { markOf: (c) => markIn(own.get(c)), problems: [] }
  }
  const code = all.fault === 'ambiguous' ? 'marks-ambiguous' : 'marks-contradictory'
  return { markOf: () => '.', problems: [problem(code, { example: all.example }, { file: sheet.name })] }
}

function markIn(evidence: ReturnType<typeof decimalMark> | undefined): Mark {
  return evidence !== undefined && 'mark' in evidence ? evidence.mark : '.'
}

/** Decimals of the currency of each row. */
function decimalsIn(sheet: Sheet, columns: ReadonlyMap<string, Column>, usual: number): (row: number) => number {
  const currency = columns.get('currency')
  if (currency === undefined) return () => usual
  return (row) => {
    const code = currency.index < 0 ? currency.constant : (sheet.rows[row]?.cells[currency.index] ?? '').trim()
    return isCurrency(code) ? decimalsOf(code) : usual
  }
}

function* cellsOf(sheet: Sheet, list: readonly Column[], decimals: (row: number) => number): Iterable<NumberCell> {
  for (const [i, row] of sheet.rows.entries()) {
    for (const c of list)
      yield { text: row.cells[c.index] ?? '', decimals: c.field.type === 'amount' ? decimals(i) : null }
  }
}
