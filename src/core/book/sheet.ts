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
  /** What a statement format says of each statement in it. */
  readonly statements?: readonly SheetStatement[]
  /** What a table says of all its lines beside them. */
  readonly sums?: SheetSums
}

/** Amounts as the file writes them; null where it does not say. */
export interface SheetSums {
  readonly opening: string | null
  readonly closing: string | null
  readonly in: string | null
  readonly out: string | null
}

/** Texts as the file has them, decimals with a point, ISO days; empty or null where it does not say. */
export interface SheetStatement {
  readonly account: string
  readonly number: string
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly opening: string | null
  readonly closing: string | null
  readonly lines: number
}
