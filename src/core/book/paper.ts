// What people read as a page rather than a table: bills, letters, account pages. Values only; render/ makes text of them.
import type { Table } from '../base/table.ts'
import type { BankSheet } from './bank-sheet.ts'
import type { Bill } from './bill.ts'
import type { ConfirmationSlip } from './confirmation.ts'
import type { Language } from './customer.ts'
import type { Letter } from './letter.ts'
import type { Statement } from './statement.ts'

export type Paper =
  | { readonly paper: 'bill'; readonly name: string; readonly language: Language; readonly bill: Bill }
  | { readonly paper: 'letter'; readonly name: string; readonly language: Language; readonly letter: Letter }
  | {
      readonly paper: 'statement'
      readonly name: string
      readonly language: Language
      readonly statement: Statement
    }
  | {
      readonly paper: 'confirmation'
      readonly name: string
      readonly language: Language
      readonly slip: ConfirmationSlip
    }
  | {
      readonly paper: 'bankSheet'
      readonly name: string
      readonly language: Language
      readonly sheet: BankSheet
    }
  /** Text that is already final, as a journal in another program's format. */
  | { readonly paper: 'file'; readonly name: string; readonly text: string }

/** What a verb has to show: tables first, then papers. */
export interface Output {
  readonly tables: readonly Table[]
  readonly papers?: readonly Paper[]
}

export const noOutput: Output = { tables: [] }
