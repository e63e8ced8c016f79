// How a foreign CSV becomes rows: which column is which field; constants; how days and numbers are written.

export interface ImportMapping {
  /** Field → column heading of the file. */
  readonly columns: Readonly<Record<string, string>>
  /** Field → value that every row gets. */
  readonly constants: Readonly<Record<string, string>>
  /** As `yyyy-MM-dd`, `M/d/yyyy`, `dd.MM.yyyy HH:mm`; ISO unless said. */
  readonly date?: string
  readonly decimal?: '.' | ','
  readonly encoding?: string
  readonly delimiter?: string
}
