// The words of the area "billing" as people read them.
import type { billingWords } from '../../../core/base/words/billing.ts'

export const billing: Readonly<Record<(typeof billingWords)[number], string>> = {
  bills: '账单',
  lines: '行数',
  net: '不含税金额',
  tax: '税额',
  terms: '付款条件',
  lateDays: '逾期天数',
  partPaid: '部分付款',
  disputed: '有争议',
  paid: '已付清',
  credited: '已红冲',
  void: '已作废',
}
