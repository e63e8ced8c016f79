// A bank reconciliation as the form has it (银行存款余额调节表): book and statement beside each other, brought to one balance.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'

export interface SheetItem {
  readonly date: Day
  readonly who: string
  /** Above zero. */
  readonly amount: Minor
}

export interface SheetSide {
  /** Null where nothing says it. */
  readonly balance: Minor | null
  /** Received by the other side only. */
  readonly plus: readonly SheetItem[]
  /** Paid by the other side only. */
  readonly less: readonly SheetItem[]
  readonly adjusted: Minor | null
}

export interface BankSheet {
  readonly company: string
  readonly account: string
  readonly until: Day
  readonly currency: Currency
  readonly book: SheetSide
  readonly statement: SheetSide
}
