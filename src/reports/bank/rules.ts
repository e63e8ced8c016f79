// crm report rules [ACCOUNT…]: the rules of bank-rules.csv with how often and when each took a line last; rules that are gone, too.
import { compareText } from '../../core/base/order.ts'
import type { Column, Row } from '../../core/base/table.ts'
import type { BankLine } from '../../core/book/bank.ts'
import { type BankRule, ruleOfReason } from '../../core/book/bank-rule.ts'
import type { Book } from '../../core/book/book.ts'
import type { ReportModule, ReportWish } from '../report.ts'

const columns: readonly Column[] = [
  { key: 'rule', type: 'id' },
  { key: 'account', type: 'id' },
  { key: 'direction', type: 'word' },
  { key: 'payer', type: 'text' },
  { key: 'text', type: 'text' },
  { key: 'reason', type: 'text' },
  { key: 'uses', type: 'number' },
  { key: 'lastUse', type: 'day' },
]

/** Uses are lines up to the day asked, of the period where one is asked, by the day of the line. */
export const rules: ReportModule = {
  needs: ['bank'],
  by: [],
  report(book, wish) {
    const uses = usesByRule(book, wish)
    const wanted = (account: string) => wish.names.length === 0 || account === '' || wish.names.includes(account)
    const known = book.bankRules.filter((rule) => wanted(rule.account)).map((rule) => rowOf(rule, uses))
    const gone = [...uses.keys()].filter((name) => !book.bankRules.some((rule) => rule.name === name)).sort(compareText)
    const rows = [...known, ...gone.map((name) => rowOf({ name }, uses))]
    return { output: { tables: [{ name: 'bankRules', columns, rows }] }, problems: [] }
  },
}

function rowOf(rule: Pick<BankRule, 'name'> & Partial<BankRule>, uses: ReadonlyMap<string, readonly BankLine[]>): Row {
  const lines = uses.get(rule.name) ?? []
  const last = lines.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '')
  return {
    rule: rule.name,
    account: rule.account ?? '',
    direction: rule.direction === 'in' ? 'moneyIn' : rule.direction === 'out' ? 'moneyOut' : null,
    payer: rule.payer ?? '',
    text: rule.text ?? '',
    reason: rule.reason ?? '',
    uses: lines.length,
    lastUse: last === '' ? null : last,
  }
}

function usesByRule({ bank, ignored }: Book, { names, asOf, period }: ReportWish): Map<string, BankLine[]> {
  const lines = new Map(bank.map((line) => [`${line.account} ${line.id}`, line]))
  const uses = new Map<string, BankLine[]>()
  for (const { account, line: id, reason } of ignored) {
    const name = ruleOfReason(reason)
    const line = lines.get(`${account} ${id}`)
    if (name === null || line === undefined || line.date > asOf) continue
    if (names.length > 0 && !names.includes(account)) continue
    if (period !== null && (line.date < period.from || line.date >= period.until)) continue
    const found = uses.get(name)
    if (found === undefined) uses.set(name, [line])
    else found.push(line)
  }
  return uses
}
