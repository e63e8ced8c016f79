// A foreign table as text: what a CSV or a worksheet says before anybody knows what its columns mean.

export interface SheetRow {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The record as it stands in the file, without its line end. */
  readonly raw: string
}

export interface Sheet {
  /** The file's name without folders. */
  readonly name: string
  /** `csv`, or the format of a bank statement. */
  readonly format: string
  readonly headings: readonly string[]
  /** The heading line as it stands in the file. */
  readonly head: string
  /** Every record, also those with more or fewer cells than headings. */
  readonly rows: readonly SheetRow[]
  /** The format says how days and numbers are written (ISO, decimal point, a fee that was kept positive), so nothing has to be found out. */
  readonly isDefined?: boolean
}
