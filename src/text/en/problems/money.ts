// Sentences for the problems of the area "money".
import type { MoneyProblems } from '../../../core/base/problems/money.ts'
import type { Sentences } from '../../catalogue.ts'

export const moneyProblems: Sentences<MoneyProblems> = {
  'unknown-document': ({ number, like }) => ({
    message: `there is no document ${number}`,
    hint: like.length === 0 ? 'crm report balance shows what is open' : `did you mean ${like.join(', ')}?`,
  }),
  'unknown-item': ({ item, like }) => ({
    message: `catalog.yaml has no item "${item}"`,
    hint: like.length === 0 ? 'add it to catalog.yaml, or give --price' : `did you mean ${like.join(', ')}?`,
  }),
}
