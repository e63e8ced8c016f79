// What the files of a book say, as values. Parts that a verb did not ask for are empty.

import type { ActivityRow } from './activity.ts'
import type { BankLine, IgnoredLine } from './bank.ts'
import type { BankRule } from './bank-rule.ts'
import type { BankStatement } from './bank-statement.ts'
import type { Bill } from './bill.ts'
import type { Item, Rate, StaffMember } from './catalog.ts'
import type { ClassRow } from './classes.ts'
import type { Closes, SealedLine } from './close.ts'
import type { Customers } from './customers.ts'
import type { Journal } from './journal.ts'
import type { ImportMapping } from './mapping.ts'
import type { Remittance } from './remittance.ts'
import type { Settings } from './settings.ts'
import type { Standing } from './standing.ts'

export interface Book {
  readonly settings: Settings
  /** By id, in order of id. */
  readonly customers: Customers
  /** By id, in the order of the file. */
  readonly items: ReadonlyMap<string, Item>
  readonly staff: readonly StaffMember[]
  readonly rates: readonly Rate[]
  /** Where a verb is about some customers only, their part of it. */
  readonly journal: Journal
  /** Days on which the whole journal has rows, each once; absent where `journal` is the whole. */
  readonly rowDays?: Int32Array
  /** Where a report needs no more of the journal than what every account comes to by its day; `journal` is empty then. */
  readonly standing?: Standing
  readonly activity: readonly ActivityRow[]
  readonly classes: readonly ClassRow[]
  /** By number, in order of number. */
  readonly bills: ReadonlyMap<string, Bill>
  /** Quotes and pro-forma documents by number, in order of number. */
  readonly quotes: ReadonlyMap<string, Bill>
  readonly bank: readonly BankLine[]
  readonly ignored: readonly IgnoredLine[]
  /** Statements that bank lines came from; read with them. */
  readonly statements: readonly BankStatement[]
  /** Read with the bank lines. */
  readonly remittances: readonly Remittance[]
  /** In the order of the file; read with the bank lines. */
  readonly bankRules: readonly BankRule[]
  /** Saved import mappings by name. */
  readonly mappings: ReadonlyMap<string, ImportMapping>
  /** By month, in order; those reopened too. */
  readonly closes: Closes
  /** By month: what each close was sealed over. */
  readonly sealed: ReadonlyMap<string, readonly SealedLine[]>
}

/** The parts that cost to read; settings are always read. */
export const bookParts = [
  'customers',
  'items',
  'staff',
  'rates',
  'journal',
  'activity',
  'classes',
  'bills',
  'quotes',
  'bank',
  'mappings',
  'closes',
  'sealed',
] as const
export type BookPart = (typeof bookParts)[number]
