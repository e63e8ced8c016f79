// Sentences for the problems of the area "money".
import type { MoneyProblems } from '../../../core/base/problems/money.ts'
import type { Sentences } from '../../catalogue.ts'

export const moneyProblems: Sentences<MoneyProblems> = {
  'unknown-document': ({ number, like }) => ({
    message: `没有单据 ${number}`,
    hint: like.length === 0 ? 'crm report balance 显示未清项' : `您是不是要 ${like.join('、')}？`,
  }),
  'unknown-item': ({ item, like }) => ({
    message: `catalog.yaml 中没有商品“${item}”`,
    hint: like.length === 0 ? '请加入 catalog.yaml，或给出 --price' : `您是不是要 ${like.join('、')}？`,
  }),
}
