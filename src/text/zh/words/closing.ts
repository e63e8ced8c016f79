// The words of the area "closing" as people read them.
import type { closingWords } from '../../../core/base/words/closing.ts'

export const closing: Readonly<Record<(typeof closingWords)[number], string>> = {
  monthTotals: '本月合计',
  closed: '已结账',
  reopened: '已反结账',
  notClosed: '未结账',
}
