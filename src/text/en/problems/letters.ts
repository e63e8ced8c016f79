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
  'letters-not-again': ({ count }) => ({
    message: `${count === 1 ? '1 letter is' : `${count} letters are`} listed but not there as a page: written again they would not be what was recorded`,
  }),
  'reminders-recorded': ({ count }) => ({ message: `${count} ${count === 1 ? 'reminder' : 'reminders'} recorded` }),
}
