// What was said between the firm and its customers: visits, a complaint that was settled, a dispute, a promise, reminders.
import { day } from '../../../src/core/base/day.ts'
import { rowId } from '../../../src/core/base/id.ts'
import { formatAmount } from '../../../src/core/base/money.ts'
import { type ActivityRow, activityColumns } from '../../../src/core/book/activity.ts'
import type { Bill } from '../../../src/core/book/bill.ts'
import { sha256 } from '../book.ts'

const empty = Object.fromEntries(activityColumns.map((c) => [c, ''])) as Record<
  (typeof activityColumns)[number],
  string
>

function contact(date: string, kind: ActivityRow['kind'], customer: string, more: Partial<ActivityRow>): ActivityRow {
  const id = rowId(sha256, ['example', 'activity', date, kind, customer, more.document ?? ''])
  return { ...empty, ...more, id, date: day(date), kind, customer }
}

/** In order of day. */
export function contacts(bills: readonly Bill[]): ActivityRow[] {
  const billOf = (customer: string, month: string) =>
    bills.find((b) => b.customer === customer && b.date.startsWith(month))
  const complaint = contact('2026-07-14', 'complaint', 'luming', {
    channel: 'phone',
    direction: 'in',
    by: 'lusheng',
    item: 'led-panel',
    subject: '三块面板灯不亮',
    severity: 'middle',
    due: day('2026-07-21'),
  })
  const promised = billOf('tingyu', '2026-08')
  const disputed = billOf('clairvoisin', '2026-08')
  return [
    contact('2026-05-20', 'visit', 'yunfan', {
      channel: 'meeting',
      by: 'qiaomei',
      subject: '季度回访',
      feedback: '交期满意，希望增加快充产品',
    }),
    contact('2026-06-11', 'visit', 'nebelheim', {
      channel: 'meeting',
      by: 'tomas',
      subject: 'Visit in Nebelheim',
      need: 'Pressure sensors with certificate',
    }),
    complaint,
    contact('2026-07-17', 'resolve', 'luming', { case: complaint.id, by: 'lusheng', solution: '已更换三块面板灯' }),
    contact('2026-08-19', 'visit', 'zhuyan', { channel: 'meeting', by: 'lusheng', subject: '季度回访' }),
    contact('2026-09-10', 'contact', 'quillfeather', {
      channel: 'phone',
      direction: 'out',
      by: 'tomas',
      subject: 'Asked about the new controller board',
    }),
    ...reminder('2026-09-08', 'songtao', billOf('songtao', '2026-06'), 1, 'friendly'),
    ...reminder('2026-09-22', 'songtao', billOf('songtao', '2026-06'), 2, 'firm'),
    ...['muzhou', 'tumbledown', 'wanfeng'].flatMap((who) =>
      reminder('2026-10-08', who, billOf(who, '2026-08'), 1, 'friendly'),
    ),
    ...(disputed === undefined
      ? []
      : [
          contact('2026-10-06', 'dispute', 'clairvoisin', {
            channel: 'email',
            direction: 'in',
            by: 'tomas',
            document: disputed.number,
            subject: 'Part of the delivery arrived damaged',
            severity: 'middle',
          }),
        ]),
    ...(promised === undefined
      ? []
      : [
          contact('2026-10-23', 'promise', 'tingyu', {
            channel: 'phone',
            direction: 'in',
            by: 'heyun',
            document: promised.number,
            amount: formatAmount(promised.total, promised.currency),
            currency: promised.currency,
            due: day('2026-11-13'),
            subject: '承诺十一月中旬付清',
          }),
        ]),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
}

/** As `crm chase --record` writes it. */
function reminder(
  date: string,
  customer: string,
  bill: Bill | undefined,
  level: number,
  step: string,
): readonly ActivityRow[] {
  if (bill === undefined) return []
  const id = rowId(sha256, ['reminder', customer, bill.currency, bill.number, String(level)])
  const row = contact(date, 'reminder', customer, {
    channel: 'email',
    direction: 'out',
    document: bill.number,
    subject: step,
    severity: String(level),
    amount: formatAmount(bill.total, bill.currency),
    currency: bill.currency,
  })
  return [{ ...row, id }]
}
