// The words of the area "closing" as people read them.
import type { closingWords } from '../../../core/base/words/closing.ts'

export const closing: Readonly<Record<(typeof closingWords)[number], string>> = {
  monthTotals: 'Totals of the month',
  closed: 'closed',
  reopened: 'reopened',
  notClosed: 'not closed',
}
