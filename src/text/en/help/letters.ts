// Help of the verbs of the group "letters".
import type { VerbHelp } from '../../catalogue.ts'

export const lettersHelp = {
  chase: {
    summary: 'show whom to remind of overdue bills, with letters',
    description:
      'Lists who is overdue, net of money on account, which step of the ladder in crm.yaml is due, and the letters in the language of each customer. Documents under an open dispute, a running promise or a hold are left out.\nOne step at a time, and never two letters within the days that crm.yaml sets; a missed run is caught up by the next one. With --record every letter shown is logged as a reminder; running it again the same day records nothing.',
    arguments: { customer: 'only these; everybody if none is named' },
    options: {
      record: 'log the letters as sent',
      'as-of': 'as things stand on that day',
    },
    examples: [
      ['crm chase', 'who is due for what, and the letters'],
      ['crm chase --record', 'the same, logged as sent'],
      ['crm chase yuanshan --explain', 'which step each document has reached and had'],
    ],
  },
} satisfies Record<string, VerbHelp>
