// All problem codes, by area; every catalogue has a sentence for each.
import type { AccountsProblems } from './accounts.ts'
import type { AnalysisProblems } from './analysis.ts'
import type { BankProblems } from './bank.ts'
import type { BillingProblems } from './billing.ts'
import type { ClosingProblems } from './closing.ts'
import type { CustomersProblems } from './customers.ts'
import type { ExchangeProblems } from './exchange.ts'
import type { FrameProblems } from './frame.ts'
import type { LettersProblems } from './letters.ts'
import type { MoneyProblems } from './money.ts'
import type { ReconcileProblems } from './reconcile.ts'
import type { RowsProblems } from './rows.ts'
import type { ServiceProblems } from './service.ts'
import type { StatementsProblems } from './statements.ts'
import type { StoreProblems } from './store.ts'

export interface Problems
  extends FrameProblems,
    StoreProblems,
    CustomersProblems,
    MoneyProblems,
    RowsProblems,
    ClosingProblems,
    AccountsProblems,
    BillingProblems,
    BankProblems,
    ReconcileProblems,
    LettersProblems,
    ServiceProblems,
    AnalysisProblems,
    ExchangeProblems,
    StatementsProblems {}
