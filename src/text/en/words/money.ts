// The words of the area "money" as people read them.
import type { moneyWords } from '../../../core/base/words/money.ts'

export const money: Readonly<Record<(typeof moneyWords)[number], string>> = {
  settled: 'Settled',
  open: 'Open',
  applied: 'Applied',
  left: 'Left',
  onAccount: 'On account',
  method: 'Method',
}
