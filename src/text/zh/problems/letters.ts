// Sentences for the problems of the area "letters".
import type { LettersProblems } from '../../../core/base/problems/letters.ts'
import type { Sentences } from '../../catalogue.ts'

export const lettersProblems: Sentences<LettersProblems> = {
  'nothing-overdue': () => ({ message: '没有逾期客户' }),
  'no-letter-due': () => ({ message: '今天没有应发的催款函' }),
  'letters-due': ({ count }) => ({ message: `应发催款函 ${count} 份`, hint: '发出后用 crm chase --record 登记' }),
  'letters-not-again': ({ count }) => ({
    message: `${count} 封催款函只列出登记，未附信函：按账簿重写与当时登记不符`,
  }),
  'reminders-recorded': ({ count }) => ({ message: `已登记催款 ${count} 次` }),
}
