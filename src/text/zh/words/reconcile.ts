// The words of the area "reconcile" as people read them.
import type { reconcileWords } from '../../../core/base/words/reconcile.ts'

export const reconcile: Readonly<Record<(typeof reconcileWords)[number], string>> = {
  accountProof: '按账户核验',
  opened: '期初',
  movedIn: '收入',
  movedOut: '支出',
  closingMade: '期末',
  closingStated: '对账单余额',
  enteredOnly: '已入账而无银行流水的收款',
  byRule: '按规则',
  reconcilePlan: '对账方案',
}
