// crm report bank [account…]: balances by day, the statements they rest on, and what is missing between them; lines with --detail.
import { compareText } from '../../core/base/order.ts'
import { problem, warning } from '../../core/base/problem.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { BankLine } from '../../core/book/bank.ts'
import type { BankStatement } from '../../core/book/bank-statement.ts'
import type { Book } from '../../core/book/book.ts'
import { accountBalances, type DayBalance } from '../../core/ledger/bank-balances.ts'
import type { ReportModule, ReportWish } from '../report.ts'

const which: readonly Column[] = [
  { key: 'account', type: 'id' },
  { key: 'currency', type: 'text' },
]
const dayColumns: readonly Column[] = [
  ...which,
  { key: 'date', type: 'day' },
  { key: 'lines', type: 'number' },
  { key: 'cameIn', type: 'money' },
  { key: 'wentOut', type: 'money' },
  { key: 'balance', type: 'money' },
]
const statementColumns: readonly Column[] = [
  ...which,
  { key: 'from', type: 'day' },
  { key: 'to', type: 'day' },
  { key: 'opening', type: 'money' },
  { key: 'closing', type: 'money' },
  { key: 'lines', type: 'number' },
  { key: 'format', type: 'text' },
  { key: 'statementNumber', type: 'text' },
  { key: 'file', type: 'text' },
]
const gapColumns: readonly Column[] = [
  ...which,
  { key: 'from', type: 'day' },
  { key: 'to', type: 'day' },
  { key: 'missing', type: 'money' },
]
const lineColumns: readonly Column[] = [
  ...which,
  { key: 'date', type: 'day' },
  { key: 'valueDay', type: 'day' },
  { key: 'amount', type: 'money' },
  { key: 'kind', type: 'text' },
  { key: 'payer', type: 'text' },
  { key: 'text', type: 'text' },
  { key: 'reference', type: 'text' },
  { key: 'id', type: 'id' },
]

/** Everything is worked out from all lines up to the day asked; a period says only which days are shown. */
export const bank: ReportModule = {
  needs: ['bank'],
  by: [],
  report(book, wish) {
    const known = [...new Set([...book.bank.map((l) => l.account), ...book.statements.map((s) => s.account)])].sort()
    const stranger = wish.names.find((n) => !known.includes(n))
    if (stranger !== undefined)
      return { output: { tables: [] }, problems: [problem('unknown-account', { account: stranger, known })] }
    const groups = groupsOf(book, wish)
    const done = groups.map((g) => ({ ...g, ...accountBalances(g.lines, g.statements) }))
    const isShown = (from: string, to: string) =>
      to >= (wish.period?.from ?? '') && (wish.period === null || from < wish.period.until)
    const days: Row[] = done.flatMap(({ key, days }) =>
      days.filter((d) => isShown(d.date, d.date)).map((d) => ({ ...key, ...dayRow(d) })),
    )
    const gaps: Row[] = done.flatMap(({ key, gaps }) =>
      gaps.filter((g) => isShown(g.from, g.to)).map((g) => ({ ...key, ...g })),
    )
    const statements: Row[] = done.flatMap(({ key, statements }) =>
      statements.filter((s) => isShown(s.from, s.to)).map((s) => ({ ...key, ...statementRow(s) })),
    )
    const lines: Row[] = done.flatMap(({ key, lines }) =>
      lines.filter((l) => isShown(l.date, l.date)).map((l) => ({ ...key, ...lineRow(l) })),
    )
    const tables: Table[] = [
      ...tableOf('bankLines', lineColumns, wish.detail ? lines : []),
      { name: 'bankBalances', columns: dayColumns, rows: days },
      { name: 'bankStatements', columns: statementColumns, rows: statements },
      ...tableOf('bankGaps', gapColumns, gaps),
    ]
    return { output: { tables }, problems: gaps.length === 0 ? [] : [warning('bank-gaps', { count: gaps.length })] }
  },
}

function tableOf(name: Table['name'], columns: readonly Column[], rows: readonly Row[]): Table[] {
  return rows.length === 0 ? [] : [{ name, columns, rows }]
}

interface Group {
  readonly key: Row
  readonly lines: readonly BankLine[]
  readonly statements: readonly BankStatement[]
}

/** By account and currency; lines by day, in the order of the book within one. */
function groupsOf(book: Book, wish: ReportWish): Group[] {
  const groups = new Map<string, { key: Row; lines: BankLine[]; statements: BankStatement[] }>()
  const at = ({ account, currency }: { readonly account: string; readonly currency: string }) => {
    const name = `${account} ${currency}`
    const group = groups.get(name) ?? { key: { account, currency }, lines: [], statements: [] }
    groups.set(name, group)
    return group
  }
  const isWanted = (account: string) => wish.names.length === 0 || wish.names.includes(account)
  for (const line of book.bank) if (isWanted(line.account) && line.date <= wish.asOf) at(line).lines.push(line)
  for (const s of book.statements) if (isWanted(s.account) && s.to <= wish.asOf) at(s).statements.push(s)
  for (const { lines, statements } of groups.values()) {
    lines.sort((a, b) => compareText(a.date, b.date))
    statements.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group)
}

function dayRow({ date, lines, in: cameIn, out: wentOut, balance }: DayBalance): Row {
  return { date, lines, cameIn, wentOut, balance }
}

function statementRow({ from, to, opening, closing, lines, format, number, file }: BankStatement): Row {
  return { from, to, opening: opening ?? null, closing: closing ?? null, lines, format, statementNumber: number, file }
}

function lineRow({ date, value, amount, kind, payer, text, reference, id }: BankLine): Row {
  return { date, valueDay: value ?? null, amount, kind, payer, text, reference, id }
}
