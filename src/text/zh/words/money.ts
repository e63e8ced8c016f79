// The words of the area "money" as people read them.
import type { moneyWords } from '../../../core/base/words/money.ts'

export const money: Readonly<Record<(typeof moneyWords)[number], string>> = {
  settled: '核销',
  open: '未清',
  applied: '本次核销',
  left: '剩余',
  onAccount: '未核销款',
  method: '方式',
}
