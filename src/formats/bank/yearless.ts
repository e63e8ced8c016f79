// Days without a year, as bills of credit cards have them: the year follows from the month that the file says it is the bill of.
import type { SheetRow } from '../../core/book/sheet.ts'

const yearless = /^(\d{1,2})[/-](\d{1,2})$/

/** A month of one bill, said above the headings, as `2024年01月` or `2024-01`; null where none or several are. */
export function billMonth(above: string): string | null {
  const found = [...above.matchAll(/(\d{4})(?:年(\d{1,2})月|-(0[1-9]|1[0-2]))(?!\d|-\d)/g)]
  const months = new Set(found.map((m) => `${m[1]}-${(m[2] ?? m[3] ?? '').padStart(2, '0')}`))
  const [month] = months
  return months.size === 1 && month !== undefined ? month : null
}

/** `12/29` of the bill of 2024-01 is in 2023: no day is later than the month of its bill. Where any other cell is no such day, nothing is done. */
export function withYears(
  rows: readonly SheetRow[],
  columns: readonly number[],
  month: string | null,
): readonly SheetRow[] {
  if (month === null || columns.length === 0) return rows
  const cells = rows.flatMap((r) => columns.map((i) => (r.cells[i] ?? '').trim())).filter((c) => c !== '')
  if (cells.length === 0 || !cells.every((c) => yearless.test(c))) return rows
  const year = Number(month.slice(0, 4))
  const dated = (cell: string) => {
    const [, m = '', d = ''] = yearless.exec(cell.trim()) ?? []
    if (m === '') return cell
    const two = m.padStart(2, '0')
    return `${two > month.slice(5) ? year - 1 : year}-${two}-${d.padStart(2, '0')}`
  }
  return rows.map((r) => ({ ...r, cells: r.cells.map((c, i) => (columns.includes(i) ? dated(c) : c)) }))
}
