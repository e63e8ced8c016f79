// The catalogue of this language, put together from its areas.
import type { Catalogue } from '../catalogue.ts'
import { frameText } from './frame.ts'
import { accountsProblems } from './problems/accounts.ts'
import { analysisProblems } from './problems/analysis.ts'
import { bankProblems } from './problems/bank.ts'
import { billingProblems } from './problems/billing.ts'
import { closingProblems } from './problems/closing.ts'
import { customersProblems } from './problems/customers.ts'
import { exchangeProblems } from './problems/exchange.ts'
import { frameProblems } from './problems/frame.ts'
import { lettersProblems } from './problems/letters.ts'
import { moneyProblems } from './problems/money.ts'
import { reconcileProblems } from './problems/reconcile.ts'
import { rowsProblems } from './problems/rows.ts'
import { serviceProblems } from './problems/service.ts'
import { statementsProblems } from './problems/statements.ts'
import { storeProblems } from './problems/store.ts'
import { accounts } from './words/accounts.ts'
import { analysis } from './words/analysis.ts'
import { bank } from './words/bank.ts'
import { billing } from './words/billing.ts'
import { closing } from './words/closing.ts'
import { customers } from './words/customers.ts'
import { exchange } from './words/exchange.ts'
import { factNames } from './words/facts.ts'
import { frame } from './words/frame.ts'
import { letters } from './words/letters.ts'
import { money } from './words/money.ts'
import { reconcile } from './words/reconcile.ts'
import { service } from './words/service.ts'
import { store } from './words/store.ts'

export const chinese: Catalogue = {
  frame: frameText,
  problems: {
    ...frameProblems,
    ...storeProblems,
    ...customersProblems,
    ...moneyProblems,
    ...rowsProblems,
    ...accountsProblems,
    ...billingProblems,
    ...closingProblems,
    ...bankProblems,
    ...reconcileProblems,
    ...lettersProblems,
    ...serviceProblems,
    ...analysisProblems,
    ...exchangeProblems,
    ...statementsProblems,
  },
  words: {
    ...frame,
    ...store,
    ...customers,
    ...money,
    ...accounts,
    ...billing,
    ...closing,
    ...bank,
    ...reconcile,
    ...letters,
    ...service,
    ...analysis,
    ...exchange,
    ...factNames,
  },
}
