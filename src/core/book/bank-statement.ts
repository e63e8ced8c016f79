// One statement of an account as it was imported: from which file its lines came, which days it covers, what balances it said.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'

export interface BankStatement {
  readonly account: string
  /** The file's name without folders. */
  readonly file: string
  /** As `source` of its lines. */
  readonly format: string
  /** As the bank numbers it; empty where it does not. */
  readonly number: string
  /** First and last day, both included. */
  readonly from: Day
  readonly to: Day
  readonly currency: Currency
  /** Before the first line and after the last, where it says so. */
  readonly opening?: Minor
  readonly closing?: Minor
  /** How many lines it has, known ones too. */
  readonly lines: number
}

export const statementColumns = [
  'file',
  'format',
  'number',
  'from',
  'to',
  'currency',
  'opening',
  'closing',
  'lines',
] as const
