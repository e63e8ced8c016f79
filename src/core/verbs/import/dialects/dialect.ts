// What is publicly known of the CSV of one bank, in the words of a mapping; headings that are understood anyway are not repeated.
import type { Currency } from '../../../base/currency.ts'
import type { ImportMapping } from '../../../book/mapping.ts'

export interface Dialect {
  /** As `--map` names it. */
  readonly name: string
  readonly bank: string
  /** Of the bank's customers, as ISO 3166 has it; empty for banks of many countries. */
  readonly country: string
  /** Its heading lines, all columns of each; compared without case, blanks and punctuation. None: only where it is named. */
  readonly headings: readonly string[]
  /** Days and decimal mark, where the cells of a file do not tell. */
  readonly usual?: Pick<ImportMapping, 'date' | 'decimal'>
  /** Of lines that name none, of accounts that crm.yaml gives none. */
  readonly currency?: Currency
  /** What its headings do not say. */
  readonly rules?: Partial<Omit<ImportMapping, 'as' | 'date' | 'decimal'>>
}

/** Day before month with slashes, month before day with slashes. */
export const dayFirst = { date: 'd/M/yyyy' }
export const monthFirst = { date: 'M/d/yyyy' }
