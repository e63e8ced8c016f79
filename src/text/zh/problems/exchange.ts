// Sentences for the problems of the area "exchange".
import type { ExchangeProblems } from '../../../core/base/problems/exchange.ts'
import type { Sentences } from '../../catalogue.ts'

export const exchangeProblems: Sentences<ExchangeProblems> = {
  'missing-column': ({ field, headings }) => ({
    message: `没有一列是 ${field}；文件的列有：${headings.join('、')}`,
    hint: '请在映射文件中写明各列：--map 文件',
  }),
}
