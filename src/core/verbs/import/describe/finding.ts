// What a foreign table shows of how it is written, each with what it rests on.

import type { EvidenceWord, LayoutWord } from '../../../base/words/exchange.ts'
import type { ImportMapping } from '../../../book/mapping.ts'

export interface Finding {
  readonly property: LayoutWord
  /** Null where nothing tells; then the user has to. */
  readonly value: string | null
  readonly evidence: EvidenceWord
  /** A cell, a line or a count that shows it. */
  readonly example: string
}

export interface ColumnFinding {
  /** From 1. */
  readonly column: number
  readonly heading: string
  /** Empty where the column is not taken. */
  readonly field: string
  readonly evidence: EvidenceWord | null
  readonly example: string
}

/** What the user says, in the words of a mapping; `plain`: amounts have the sign that they are booked with. */
export interface Told extends Partial<Omit<ImportMapping, 'sign' | 'as' | 'constants'>> {
  readonly sign?: 'plain' | 'reversed' | 'ignored'
}

export interface Description {
  readonly findings: readonly Finding[]
  readonly columns: readonly ColumnFinding[]
  /** What is found, without what is open. */
  readonly mapping: ImportMapping
}
