// Sentences for the problems of the area "letters".
import type { LettersProblems } from '../../../core/base/problems/letters.ts'
import type { Sentences } from '../../catalogue.ts'

export const lettersProblems: Sentences<LettersProblems> = {
  'nothing-overdue': () => ({ message: 'nobody is overdue' }),
  'no-letter-due': () => ({ message: 'no letter is due today' }),
  'letters-due': ({ count }) => ({
    message: `${count} ${count === 1 ? 'letter is' : 'letters are'} due`,
    hint: 'record them as sent with crm chase --record',
  }),
  'reminders-recorded': ({ count }) => ({ message: `${count} ${count === 1 ? 'reminder' : 'reminders'} recorded` }),
}
