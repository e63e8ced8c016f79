// What every statement format comes to: a table with the columns that the import of bank lines knows.
import { currency, isCurrency } from '../../core/base/currency.ts'
import { type Exact, exact, parseDecimal } from '../../core/base/decimal.ts'
import { formatAmount, type Minor, parseAmount, roundToMinor, safe } from '../../core/base/money.ts'
import { note, type Problem, warning } from '../../core/base/problem.ts'
import type { SheetRow, SheetStatement } from '../../core/book/sheet.ts'
import type { SheetReading } from '../sheets/csv.ts'

export interface StatementLine {
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  /** ISO days. */
  readonly date: string
  readonly value: string
  /** Decimal text with a point; money out is negative. */
  readonly amount: string
  readonly currency: string
  readonly payer: string
  readonly payerAccount: string
  readonly text: string
  readonly reference: string
  readonly structured: string
  /** transfer, return, reversal, fee, interest, batch; empty when unknown. */
  readonly kind: string
  /** What the bank or wallet kept of it, written like the amount. */
  readonly fee?: string
  /** Of the account after this line, written like the amount. */
  readonly balance?: string
  /** What was paid in another currency, written like the amount. */
  readonly original?: string
  readonly originalCurrency?: string
  readonly endToEnd?: string
  readonly mandate?: string
  readonly code?: string
  readonly reason?: string
  readonly batch?: string
  readonly details?: string
}

export interface Statement {
  /** As the bank names it. */
  readonly account: string
  /** As the bank numbers it; empty where it does not. */
  readonly number?: string
  /** ISO days of its first and last day, both included; empty where the file does not say. */
  readonly from?: string
  readonly to?: string
  readonly currency: string
  /** Signed decimal text; null where the file does not say. */
  readonly opening: string | null
  readonly closing: string | null
  readonly lines: readonly StatementLine[]
  /** Lines that are only announced and may still change; not taken. */
  readonly pending: number
  /** Sums that the file says beside its lines, without signs. */
  readonly totals?: Totals
}

export interface Totals {
  readonly in: string | null
  readonly out: string | null
}

const columns = [
  'date',
  'value',
  'amount',
  'currency',
  'payer',
  'payerAccount',
  'text',
  'reference',
  'structured',
  'kind',
  'fee',
  'balance',
  'original',
  'originalCurrency',
  'endToEnd',
  'mandate',
  'code',
  'reason',
  'batch',
  'details',
] as const
const headingOf: Readonly<Record<string, string>> = {
  value: 'value date',
  payerAccount: 'payer account',
  original: 'original amount',
  originalCurrency: 'original currency',
  endToEnd: 'end to end id',
  code: 'transaction code',
  reason: 'return reason',
  details: 'batch details',
}
/** Left out where no line has them. */
const rare: ReadonlySet<string> = new Set(columns.slice(columns.indexOf('fee')))

/** Statements of one account as one table; opening + lines = closing is verified for each. */
export function statementSheet(name: string, format: string, statements: readonly Statement[]): SheetReading {
  const used = columns.filter((c) => !rare.has(c) || statements.some((s) => s.lines.some((l) => l[c] !== undefined)))
  const headings = [...used.map((c) => headingOf[c] ?? c), 'own account']
  const rows = statements.flatMap((s) =>
    s.lines.map((l) => {
      const cells = used.map((c) => l[c] ?? '')
      cells.push(s.account)
      return new StatementRow(l.line, cells)
    }),
  )
  const pending = statements.reduce((n, s) => n + s.pending, 0)
  const said: Problem[] = pending === 0 ? [] : [note('lines-pending', { count: pending }, { file: name })]
  const sums = statements.flatMap((s) => [...sumProblem(s, name), ...totalProblems(s.lines, s, name)])
  const sheet = {
    name,
    format,
    headings,
    head: headings.join('\t'),
    rows,
    ...(format === 'qif' ? {} : { isDefined: true, statements: statements.map(aboutOf) }),
  }
  return { sheet, problems: [...said, ...sums] }
}

/** Its text is made only where it is rejected. */
class StatementRow implements SheetRow {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
  ) {}

  get raw(): string {
    return this.cells.join('\t')
  }
}

/** Days that the statement does not say are those of its lines. */
function aboutOf(s: Statement): SheetStatement {
  const days = s.lines.map((l) => l.date.slice(0, 10)).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const { account, currency, opening, closing, lines } = s
  const to = [s.to ?? '', last].sort().at(-1) ?? ''
  return {
    account,
    number: s.number ?? '',
    from: s.from || first || to,
    to,
    currency,
    opening,
    closing,
    lines: lines.length,
  }
}

function sumProblem(statement: Statement, file: string): Problem[] {
  const { opening, closing, currency: code } = statement
  if (opening === null || closing === null || !isCurrency(code)) return []
  const c = currency(code)
  const minor = (text: string): Minor => {
    const value = parseDecimal(text)
    const amount = parseAmount(text, c)
    return typeof amount === 'number' ? amount : value === null ? 0 : roundToMinor(value, c)
  }
  const lines = statement.lines.reduce((sum, l) => safe(sum + minor(l.amount)), 0)
  const expected = safe(minor(opening) + lines)
  if (expected === minor(closing)) return []
  const params = {
    opening: formatAmount(minor(opening), c),
    lines: formatAmount(lines, c),
    closing: formatAmount(minor(closing), c),
    currency: code,
  }
  return [warning('statement-sum', params, { file })]
}

/** Sums of what came in and went out, where the file says them. */
export function totalProblems(
  lines: readonly StatementLine[],
  { totals, currency: code, pending }: Pick<Statement, 'totals' | 'currency' | 'pending'>,
  file: string,
): Problem[] {
  if (totals === undefined || !isCurrency(code) || pending > 0) return []
  const c = currency(code)
  return (['in', 'out'] as const).flatMap((direction) => {
    const said = totals[direction] === null ? null : parseDecimal(totals[direction])
    if (said === null) return []
    const amounts = lines.flatMap((l) => parseDecimal(l.amount) ?? [])
    const mine = amounts.filter((a) => (direction === 'in' ? a.isPositive() : a.isNegative()))
    const found = mine.reduce((sum, a) => sum.plus(a.abs()), exact(0))
    if (found.equals(said.abs())) return []
    const text = (value: Exact) => formatAmount(roundToMinor(value.abs(), c), c)
    return [warning('statement-totals', { direction, said: text(said), found: text(found), currency: code }, { file })]
  })
}
