// Every plain-text ledger that the book can be exported to.
import { renderBeancount } from './beancount.ts'
import type { Chart } from './charts.ts'
import type { Entry } from './entries.ts'
import { renderHledger } from './hledger.ts'
import { renderLedger } from './ledger.ts'

export interface LedgerFormat {
  readonly name: string
  /** Of a file, without the dot. */
  readonly ending: string
  render(entries: readonly Entry[], chart: Chart): string
}

export const ledgerFormats: readonly LedgerFormat[] = [
  { name: 'hledger', ending: 'journal', render: renderHledger },
  { name: 'ledger', ending: 'ledger', render: renderLedger },
  { name: 'beancount', ending: 'beancount', render: renderBeancount },
]
