// A journal for hledger: commodities and accounts are declared, so `hledger check --strict` has nothing to say.
import { decimalsOf } from '../../core/base/currency.ts'
import { formatAmount } from '../../core/base/money.ts'
import { accountNamer, usedAccounts, usedCurrencies } from './accounts.ts'
import type { AccountClass, Chart } from './charts.ts'
import type { Entry } from './entries.ts'

/** hledger knows English names of classes by itself; the others are told. */
const types: Readonly<Record<AccountClass, string>> = {
  assets: 'A',
  liabilities: 'L',
  equity: 'E',
  income: 'R',
  expenses: 'X',
}

export function renderHledger(entries: readonly Entry[], chart: Chart): string {
  const name = accountNamer(chart, plainPart)
  const head = [
    ...usedCurrencies(entries).map((c) => `commodity 1000.${'0'.repeat(decimalsOf(c))} ${c}`),
    '',
    ...usedAccounts(entries, chart, name).map((a) => `account ${a.name}  ; type: ${types[a.class]}`),
  ]
  const body = entries.map((entry) =>
    transaction(
      entry,
      entry.postings.map((p) => [name(p), p.amount]),
    ),
  )
  return `${head.join('\n')}\n\n${body.join('\n')}`
}

/** The same lines serve hledger and ledger. */
export function transaction(
  { date, code, payee, kind, reversal, row, currency }: Entry,
  postings: readonly (readonly [account: string, amount: number])[],
): string {
  const number = code === '' ? '' : ` (${plain(code).replaceAll(/[()]/g, '')})`
  const lines = postings.map(([account, amount]) => `    ${account}  ${formatAmount(amount, currency)} ${currency}`)
  return [
    `${date} *${number} ${plain(payee)}`,
    `    ; ${reversal ? 'reversed ' : ''}${kind} ${row}`,
    ...lines,
    '',
  ].join('\n')
}

/** `;` would begin a comment, `|` split payee and note. */
function plain(text: string): string {
  return text.replaceAll(';', ',').replaceAll('|', '/')
}

/** Two blanks would end an account's name, a colon begin a sub-account. */
export function plainPart(text: string): string {
  return text.replaceAll(/[\s:;|()[\]]+/g, '-')
}
