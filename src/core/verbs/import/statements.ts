// The statements of a file as rows of the book: which days are covered, and with which balances.
import { type Currency, isCurrency } from '../../base/currency.ts'
import { isDay } from '../../base/day.ts'
import type { Minor } from '../../base/money.ts'
import type { BankStatement } from '../../book/bank-statement.ts'
import type { Change } from '../../book/change.ts'
import type { Sheet, SheetStatement } from '../../book/sheet.ts'
import type { AccountOf } from './accounts.ts'
import { edgesOf } from './balances.ts'
import type { ReadLine } from './bank-line.ts'
import { parseForeignAmount } from './numbers.ts'
import { goesOn } from './same-day.ts'
import type { Edges } from './sums.ts'

/** The statements that the format tells of, in their order; null for one that says too little. */
export function toldStatements(
  sheet: Sheet,
  lines: readonly ReadLine[],
  accountOf: AccountOf,
): readonly (BankStatement | null)[] {
  return (sheet.statements ?? []).map((s) => statementOf(sheet, s, accountOf(s.account), lines))
}

/**
 * Those that cover days which no known statement of the same format covers: what overlaps wholly adds nothing, unless its balances go on
 * where those of the others end.
 */
export function newStatements(
  sheet: Sheet,
  lines: readonly ReadLine[],
  told: readonly (BankStatement | null)[],
  { known, edges }: { readonly known: readonly BankStatement[]; readonly edges: Edges },
): Change[] {
  const found = sheet.statements === undefined ? statementsOfLines(sheet, lines, edges) : told.flatMap((s) => s ?? [])
  const there = [...known]
  const changes: Change[] = []
  for (const statement of found) {
    if (there.some((k) => covers(k, statement)) && !goesOn(statement, there)) continue
    there.push(statement)
    changes.push({ change: 'addStatement', statement })
  }
  return changes
}

function covers(known: BankStatement, fresh: BankStatement): boolean {
  const isSame = known.account === fresh.account && known.format === fresh.format && known.currency === fresh.currency
  return isSame && known.from <= fresh.from && known.to >= fresh.to
}

function statementOf(
  sheet: Sheet,
  said: SheetStatement,
  account: string,
  lines: readonly ReadLine[],
): BankStatement | null {
  const currency = isCurrency(said.currency) ? said.currency : lines.find((l) => l.account === account)?.currency
  if (currency === undefined || !isDay(said.from) || !isDay(said.to) || said.from > said.to) return null
  const { number, from, to } = said
  const opening = amountOf(said.opening, currency)
  const closing = amountOf(said.closing, currency)
  return {
    account,
    file: sheet.name,
    format: sheet.format,
    number,
    from,
    to,
    currency,
    ...(opening === null ? {} : { opening }),
    ...(closing === null ? {} : { closing }),
    lines: said.lines,
  }
}

function amountOf(text: string | null, currency: Currency): Minor | null {
  const amount = text === null ? null : parseForeignAmount(text, currency, '.')
  return typeof amount === 'number' ? amount : null
}

/** `edges`: of all lines together. A table says of its days and balances only what its lines say. */
function statementsOfLines(sheet: Sheet, lines: readonly ReadLine[], edges: Edges): BankStatement[] {
  const groups = new Map<string, ReadLine[]>()
  for (const line of lines) {
    const key = `${line.account} ${line.currency}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].flatMap((mine) => {
    const [first] = mine
    if (first === undefined) return []
    const { account, currency } = first
    const from = mine.reduce((day, l) => (l.date < day ? l.date : day), first.date)
    const to = mine.reduce((day, l) => (l.date > day ? l.date : day), first.date)
    const about = {
      account,
      file: sheet.name,
      format: sheet.format,
      number: '',
      from,
      to,
      currency,
      lines: mine.length,
    }
    return [{ ...about, ...edges, ...edgesOf(mine) }]
  })
}
