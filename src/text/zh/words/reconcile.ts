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
  settledBy: '收款与核销',
  bankReconciliation: '银行存款余额调节表',
  timingItems: '未达账项',
  timing: '类别',
  byBook: '企业账面',
  byStatement: '银行对账单',
  balanceStated: '余额',
  plusReceived: '加：对方已收、本方未收',
  lessPaid: '减：对方已付、本方未付',
  balanceAdjusted: '调节后余额',
  bankReceived: '银收企未收',
  bankPaid: '银付企未付',
  bookReceived: '企收银未收',
  bookPaid: '企付银未付',
  who: '对方',
}
