// A file for beancount: classes are named in options, every account is opened on its first day, so `bean-check` has nothing to say.
import { formatAmount } from '../../core/base/money.ts'
import { accountNamer, usedAccounts, usedCurrencies } from './accounts.ts'
import { accountClasses, type Chart } from './charts.ts'
import type { Entry, Posting } from './entries.ts'

export function renderBeancount(entries: readonly Entry[], chart: Chart): string {
  const name = accountNamer(chart, beancountPart)
  const head = [
    ...accountClasses.map((c) => `option "name_${c}" "${chart.classes[c]}"`),
    ...usedCurrencies(entries).map((c) => `option "operating_currency" "${c}"`),
    '',
    ...usedAccounts(entries, chart, name).map((a) => `${a.since} open ${a.name}`),
  ]
  const body = entries.map((entry) => transaction(entry, name))
  return `${head.join('\n')}\n\n${body.join('\n')}`
}

function transaction(entry: Entry, name: (posting: Posting) => string): string {
  const { date, code, payee, kind, reversal, row, currency } = entry
  const narration = [reversal ? 'reversed' : '', kind, code].filter((w) => w !== '').join(' ')
  return [
    `${date} * ${quoted(payee)} ${quoted(narration)}`,
    `  crm-row: "${row}"`,
    ...entry.postings.map((p) => `  ${name(p)}  ${formatAmount(p.amount, currency)} ${currency}`),
    '',
  ].join('\n')
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Parts hold letters, digits and hyphens; all but the first, which an option names, begin with a capital or a digit. */
function beancountPart(text: string, depth: number): string {
  const part = text.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')
  if (depth === 0 || /^[\p{Lu}\p{Nd}]/u.test(part)) return part
  return /^[a-z]/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : `X${part}`
}
