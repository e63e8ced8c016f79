// Sentences for the problems of the area "exchange".
import type { ExchangeProblems } from '../../../core/base/problems/exchange.ts'
import type { Sentences } from '../../catalogue.ts'

export const exchangeProblems: Sentences<ExchangeProblems> = {
  'missing-column': ({ field, headings }) => ({
    message: `no column is the ${field}; the file has: ${headings.join(', ')}`,
    hint: 'name the columns in a mapping file: --map FILE',
  }),
}
