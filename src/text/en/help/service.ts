// Help of the verbs of the group "service".
import type { VerbHelp } from '../../catalogue.ts'

export const serviceHelp = {
  log: {
    summary: 'log a call, visit, complaint, promise …',
    description:
      'Appends one row to activity/. Kinds: contact, visit, enquiry, complaint, dispute, suggestion, praise, survey, task, promise, hold, release, confirm, consent, referral, opportunity, reminder, letter, gift, note, assign, stage, resolve, reopen, close; their names in Chinese do as well.\nA complaint, dispute, enquiry, task or opportunity opens a case, whose id is the id of the row; later rows name it with --case. An open dispute, a promise until its day, and a hold pause chasing for the documents they name, or for the customer when they name none.',
    arguments: {
      customer: 'id, name or unique beginning of one',
      kind: 'what it was',
      subject: 'in a few words what it was about',
    },
    options: {
      date: 'when, if not today',
      time: 'time of day, like 09:30',
      contact: 'the person spoken to',
      channel: 'phone, email, meeting, sms, wechat, web, post, social or other',
      direction: 'in (they came to us) or out',
      by: 'who of us: an id of staff.yaml',
      case: 'the case it belongs to',
      document: 'bill it is about; several with ; between them',
      item: 'item it is about',
      subject: 'the same as the last argument',
      need: 'what the customer needs',
      feedback: 'what the customer said',
      problem: 'what was wrong',
      solution: 'what was done or agreed',
      outcome: 'how it ended',
      severity: 'how bad, in your own words',
      rating: 'how satisfied, like 4',
      scale: 'the scale of the rating: 5 (1 to 5, usual) or 0-10',
      amount: 'amount promised or in dispute',
      currency: "currency of the amount, the customer's unless said",
      due: 'when it is due: of a promise, a task, a case, or the last day of a hold',
      cause: 'cause, in your own codes',
      minutes: 'how long it took',
    },
    examples: [
      ['crm log yuanshan visit "quarterly visit" --channel meeting --rating 5', 'a visit'],
      ['crm log yuanshan dispute "short delivery" --document INV-2026-0007', 'pauses chasing of that bill'],
      ['crm log yuanshan promise --amount 5000 --due 2026-12-05', 'waits until that day'],
    ],
  },
} satisfies Record<string, VerbHelp>
