// The words of the area "exchange" as people read them.
import type { exchangeWords } from '../../../core/base/words/exchange.ts'

export const exchange: Readonly<Record<(typeof exchangeWords)[number], string>> = {}
