// How a foreign CSV becomes rows: which column is which field; constants; how days and numbers are written.

/** What the rows of a foreign table may be. */
export const importKinds = ['customers', 'sales', 'payments', 'bills', 'bank', 'remittance', 'rates'] as const
export type ImportKind = (typeof importKinds)[number]

export interface ImportMapping {
  /** What its rows are; a file may be read twice with two mappings. Whatever `--as` says where it is not said here. */
  readonly as?: ImportKind
  /** Field → column heading of the file. */
  readonly columns: Readonly<Record<string, string>>
  /** Field → value that every row gets. */
  readonly constants: Readonly<Record<string, string>>
  /** As `yyyy-MM-dd`, `M/d/yyyy`, `dd.MM.yyyy HH:mm`; ISO unless said. */
  readonly date?: string
  readonly decimal?: '.' | ','
  readonly encoding?: string
  readonly delimiter?: string
  /** Lines above the headings, or above the first row where there are none. */
  readonly skip?: number
  /** `none`: the file has no headings, and its columns are called 1, 2, 3 … */
  readonly headings?: 'none'
  /** `reversed`: amounts and balances are positive for money that went out, as cards write them; `ignored`: columns in and out have any sign. */
  readonly sign?: 'reversed' | 'ignored'
  /** Words that say in a column of their own that money came in, or went out; beside those that are known. */
  readonly in?: readonly string[]
  readonly out?: readonly string[]
}
