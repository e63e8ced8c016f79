// crm report reconciliation MONTH [account…]: statement and book brought to one balance by what only one of them has recorded.
import { addDays } from '../../core/base/day.ts'
import { parsePeriod } from '../../core/base/period.ts'
import { problem, warning } from '../../core/base/problem.ts'
import type { Row, Table } from '../../core/base/table.ts'
import type { BankSheet } from '../../core/book/bank-sheet.ts'
import type { Book } from '../../core/book/book.ts'
import { customerName } from '../../core/book/customers.ts'
import {
  type BankReconciliation,
  reconcileAccounts,
  type TimingClass,
  type timingClasses,
} from '../../core/ledger/bank-timing.ts'
import type { ReportModule } from '../report.ts'

/** As of the last day of the month that is named first, else of what the flags say; `--paper`: in the layout of the form. */
export const reconciliation: ReportModule = {
  needs: ['bank', 'journal', 'customers'],
  by: [],
  report(book, wish, { today, language }) {
    const [first] = wish.names
    const period = first === undefined || !/^\d{4}/.test(first) ? null : parsePeriod(first, today)
    const names = period === null ? wish.names : wish.names.slice(1)
    const day = period === null ? wish.asOf : addDays(period.until, -1)
    const { accounts, unplaced } = reconcileAccounts(book, day)
    const known = [...new Set(accounts.map((a) => a.account))]
    const stranger = names.find((n) => !known.includes(n))
    if (stranger !== undefined)
      return { output: { tables: [] }, problems: [problem('unknown-account', { account: stranger, known })] }
    const shown = accounts.filter((a) => names.length === 0 || names.includes(a.account))
    const apart = shown.filter((a) => a.statementAdjusted !== a.bookAdjusted)
    const sheets = shown.map((a) => ({
      paper: 'bankSheet' as const,
      name: `${a.account} ${a.currency}`,
      language,
      sheet: sheetOf(a, book),
    }))
    return {
      output: wish.paper ? { tables: [], papers: sheets } : { tables: [balances(shown), items(shown)] },
      problems: [
        ...apart.map(({ account }) => warning('balances-apart', { account })),
        ...(unplaced === 0 ? [] : [warning('entered-without-account', { count: unplaced })]),
      ],
    }
  },
}

function sheetOf(a: BankReconciliation, book: Book): BankSheet {
  const known = book.settings.accounts.find((k) => k.name === a.account)
  const number = known?.iban ?? known?.number
  const name = (id: string) => customerName(book.customers, id) ?? id
  const of = (wanted: TimingClass) =>
    a.items
      .filter((i) => i.class === wanted)
      .map((i) => ({ date: i.date, who: wanted.startsWith('book') ? name(i.who) : i.who, amount: i.amount }))
  return {
    company: book.settings.company.name,
    account: number === undefined ? a.account : `${a.account} (${number})`,
    until: a.day,
    currency: a.currency,
    book: { balance: a.book, plus: of('bankReceived'), less: of('bankPaid'), adjusted: a.bookAdjusted },
    statement: { balance: a.statement, plus: of('bookReceived'), less: of('bookPaid'), adjusted: a.statementAdjusted },
  }
}

/** One line for each step, both sides beside each other, as the form has them. */
function balances(accounts: readonly BankReconciliation[]): Table {
  const rows = accounts.flatMap((a): Row[] => {
    const of = (c: (typeof timingClasses)[number]) =>
      a.items.filter((i) => i.class === c).reduce((n, i) => n + i.amount, 0)
    const key = { account: a.account, date: a.day, currency: a.currency }
    return [
      { ...key, step: 'balanceStated', byBook: a.book, byStatement: a.statement },
      { ...key, step: 'plusReceived', byBook: of('bankReceived'), byStatement: of('bookReceived') },
      { ...key, step: 'lessPaid', byBook: -of('bankPaid') || 0, byStatement: -of('bookPaid') || 0 },
      { ...key, step: 'balanceAdjusted', byBook: a.bookAdjusted, byStatement: a.statementAdjusted },
    ]
  })
  return {
    name: 'bankReconciliation',
    columns: [
      { key: 'account', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'step', type: 'word' },
      { key: 'byBook', type: 'money' },
      { key: 'byStatement', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows,
  }
}

function items(accounts: readonly BankReconciliation[]): Table {
  return {
    name: 'timingItems',
    columns: [
      { key: 'account', type: 'id' },
      { key: 'timing', type: 'word' },
      { key: 'date', type: 'day' },
      { key: 'id', type: 'id' },
      { key: 'who', type: 'text' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: accounts.flatMap(({ account, currency, items: list }) =>
      list.map(
        ({ class: timing, date, id, who, amount }): Row => ({ account, timing, date, id, who, amount, currency }),
      ),
    ),
  }
}
