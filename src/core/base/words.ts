// Every word a table may show: column keys and the values of word cells. Catalogues translate each.
import { accountsWords } from './words/accounts.ts'
import { analysisWords } from './words/analysis.ts'
import { bankWords } from './words/bank.ts'
import { billingWords } from './words/billing.ts'
import { closingWords } from './words/closing.ts'
import { customersWords } from './words/customers.ts'
import { exchangeWords } from './words/exchange.ts'
import { factWords } from './words/facts.ts'
import { frameWords } from './words/frame.ts'
import { lettersWords } from './words/letters.ts'
import { moneyWords } from './words/money.ts'
import { reconcileWords } from './words/reconcile.ts'
import { serviceWords } from './words/service.ts'
import { storeWords } from './words/store.ts'

export const words = [
  ...frameWords,
  ...storeWords,
  ...customersWords,
  ...moneyWords,
  ...closingWords,
  ...accountsWords,
  ...billingWords,
  ...bankWords,
  ...reconcileWords,
  ...lettersWords,
  ...serviceWords,
  ...analysisWords,
  ...exchangeWords,
  ...factWords,
] as const

export type Word = (typeof words)[number]
