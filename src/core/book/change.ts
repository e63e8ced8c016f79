// What a plan wants done, in domain words; the store turns changes into new texts of files. Never paths.
import type { ActivityRow } from './activity.ts'
import type { BankLine, IgnoredLine } from './bank.ts'
import type { BankRule } from './bank-rule.ts'
import type { BankStatement } from './bank-statement.ts'
import type { Bill } from './bill.ts'
import type { Item, Rate } from './catalog.ts'
import type { ClassRow } from './classes.ts'
import type { Close, SealedLine } from './close.ts'
import type { Customer, CustomerId } from './customer.ts'
import type { JournalRow } from './journal.ts'
import type { ImportMapping } from './mapping.ts'
import type { Remittance } from './remittance.ts'

/** A value that may stand in a YAML file. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

export type Change =
  | { readonly change: 'addCustomer'; readonly customer: Customer }
  /** `value` undefined removes the field. The path is keys and indexes: `['contacts', 0, 'email']`. */
  | {
      readonly change: 'setField'
      readonly customer: CustomerId
      readonly path: readonly (string | number)[]
      readonly value: FieldValue | undefined
    }
  /** The whole text of a customer's file as edited by hand, and the text that was given to the editor. */
  | { readonly change: 'replaceCustomer'; readonly customer: CustomerId; readonly was: string; readonly text: string }
  | { readonly change: 'addRow'; readonly row: JournalRow }
  | { readonly change: 'addActivity'; readonly row: ActivityRow }
  | { readonly change: 'addClass'; readonly row: ClassRow }
  | { readonly change: 'addBankLine'; readonly line: BankLine }
  | { readonly change: 'addStatement'; readonly statement: BankStatement }
  | { readonly change: 'ignoreLine'; readonly ignored: IgnoredLine }
  | { readonly change: 'addBankRule'; readonly rule: BankRule }
  | { readonly change: 'addRemittance'; readonly remittance: Remittance }
  | { readonly change: 'issueBill'; readonly bill: Bill }
  | { readonly change: 'addRate'; readonly rate: Rate }
  | { readonly change: 'addItem'; readonly item: Item }
  | { readonly change: 'saveMapping'; readonly name: string; readonly mapping: ImportMapping }
  /** Closes a month, or says that it was reopened; the file becomes this. */
  | { readonly change: 'writeClose'; readonly close: Close }
  /** What a closed month is sealed over, in order. */
  | { readonly change: 'sealMonth'; readonly month: string; readonly lines: readonly SealedLine[] }
