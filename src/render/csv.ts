// Tables and papers as CSV: plain values under English keys, so that the file reads the same in every language.
import { stringify } from 'csv-stringify/sync'
import type { Table } from '../core/base/table.ts'
import { isNumeric, plainTexts } from './cell.ts'
import { harmlessLines } from './harmless.ts'

export interface CsvOptions {
  /** Puts an apostrophe before text that a spreadsheet would take for a formula (CWE-1236, ASVS 1.2.10). */
  readonly forExcel?: boolean
}

const formula = /^[=+\-@\t\r\0]/

/** One table without its totals, which would be summed twice by whoever reads the file. Text is made harmless. */
export function renderCsv(table: Table, options: CsvOptions = {}): string {
  const texts = table.columns.map((column) => {
    const text = plainTexts(column, table.rows)
    return isNumeric(column.type) ? text : (nth: number) => guarded(text(nth), options)
  })
  const records = table.rows.map((_, nth) => texts.map((text) => text(nth)))
  return csvText([table.columns.map((c) => c.key), ...records])
}

/** A record that begins a file of papers, and one for each paper. */
export function csvText(records: readonly (readonly string[])[]): string {
  return stringify(records.map((r) => [...r]))
}

function guarded(text: string, options: CsvOptions): string {
  return (options.forExcel === true && formula.test(text) ? "'" : '') + harmlessLines(text)
}
