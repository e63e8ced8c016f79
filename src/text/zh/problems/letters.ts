// Sentences for the problems of the area "letters".
import type { LettersProblems } from '../../../core/base/problems/letters.ts'
import type { Sentences } from '../../catalogue.ts'

export const lettersProblems: Sentences<LettersProblems> = {
  'nothing-overdue': () => ({ message: '没有逾期客户' }),
}
