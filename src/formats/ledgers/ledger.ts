// A journal for ledger: commodities and accounts are declared, so `ledger --strict` warns of nothing.
import { decimalsOf } from '../../core/base/currency.ts'
import { accountNamer, usedAccounts, usedCurrencies } from './accounts.ts'
import type { Chart } from './charts.ts'
import type { Entry } from './entries.ts'
import { plainPart, transaction } from './hledger.ts'

export function renderLedger(entries: readonly Entry[], chart: Chart): string {
  const name = accountNamer(chart, plainPart)
  const head = [
    ...usedCurrencies(entries).map((c) => {
      const decimals = decimalsOf(c)
      return `commodity ${c}\n    format 1000${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`} ${c}`
    }),
    '',
    ...usedAccounts(entries, chart, name).map((a) => `account ${a.name}`),
  ]
  const body = entries.map((entry) =>
    transaction(
      entry,
      entry.postings.map((p) => [name(p), p.amount]),
    ),
  )
  return `${head.join('\n')}\n\n${body.join('\n')}`
}
