// Lines as crm reads them against lines as another program says they are.
import { readFileSync } from 'node:fs'
import { formatAmount } from '../../../src/core/base/money.ts'
import type { BankLine } from '../../../src/core/book/bank.ts'
import { type ExpectedLine, expectationFor } from './expected.ts'
import { statementLines } from './lines.ts'

export interface Comparison {
  /** The form of the expectation; empty where none lies beside the file. */
  readonly from: string
  readonly format: string
  readonly lines: number
  readonly rejected: number
  /** Codes of what the file was refused for, or what was left out and counted. */
  readonly said: readonly string[]
  readonly expected: number
  readonly differences: readonly string[]
}

export function compareFile(file: string): Comparison {
  const bytes = readFileSync(file)
  const got = statementLines(bytes, {}, file)
  const expectation = expectationFor(file)
  const isRefused = got.format === ''
  const differences =
    expectation === null || isRefused ? [] : differencesOf(expectation.lines, got, expectation.from === 'beancount')
  return {
    from: expectation?.from ?? '',
    format: got.format,
    lines: got.lines.length,
    rejected: got.rejected.length,
    said: [...new Set(got.problems.map((p) => p.code))],
    expected: expectation?.lines.length ?? 0,
    differences: isRefused && (expectation?.lines.length ?? 0) > 0 ? ['refused'] : differences,
  }
}

type Read = ReturnType<typeof statementLines>

/**
 * Each expected line stands for one line of ours. Programs that only make entries leave signs to the accounts and take what crm leaves
 * out with a reason, so there ours may be fewer by what is counted.
 */
function differencesOf(expected: readonly ExpectedLine[], got: Read, unsigned: boolean): string[] {
  const free = [...got.lines]
  const missing: string[] = []
  for (const want of expected) {
    const at = free.findIndex((line) => isSame(want, line, unsigned))
    if (at >= 0) free.splice(at, 1)
    else missing.push(`missing: ${JSON.stringify(want)}`)
  }
  const left = got.problems.reduce(
    (n, p) => n + (/^lines-/.test(p.code) && 'count' in p.params ? Number(p.params.count) : 0),
    0,
  )
  const more = free.map(
    (line) => `more: ${line.date} ${formatAmount(line.amount, line.currency)} ${line.payer} ${line.text}`,
  )
  return unsigned && missing.length <= left ? more : [...missing, ...more]
}

function isSame(want: ExpectedLine, line: BankLine, unsigned: boolean): boolean {
  const amount = Number(want.amount) * 10 ** decimalsIn(line)
  const mine = unsigned ? Math.abs(line.amount) : line.amount
  if (Math.round(unsigned ? Math.abs(amount) : amount) !== mine) return false
  // Programs that only make entries date some by the day of the purchase, which is the value day here.
  if (want.date !== line.date && !(unsigned && want.date === line.value)) return false
  if (want.currency !== undefined && want.currency !== line.currency) return false
  const all = bare(Object.values(line).join(' '))
  const texts = [want.payer, want.payerAccount, want.reference, want.text, want.endToEnd]
  return texts.every((t) => t === undefined || all.includes(bare(t)))
}

function decimalsIn(line: BankLine): number {
  return formatAmount(0, line.currency).replace('0', '').replace('.', '').length
}

/** Banks cut texts at any place, and programs join them in different ways: blanks and marks of subfields do not count. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/KREF|>\d\d|[\s+?\u0000-\u001f]/g, '')
    .toLowerCase()
}

/** Why an expectation is not met, by the end of the file's path: where it is wrong, or where the file is refused and says so. */
export const statedReasons: Readonly<Record<string, string>> = {
  'td/example-td-records.csv': 'no headings: refused until a mapping says which column is which',
  'data/camt053.v2.multi.statement.xml': 'the expectation has the entries of the first of two statements',
  'betterplace/empty_entry_date.sta': 'a part of a statement: refused',
  'cmxl/mt940.sta': 'lines in DEM are rejected: not a currency any more',
  'self-provided/raphaelm.sta': 'lines in DEM are rejected: not a currency any more',
  'cmxl/statement_details.sta': 'a part of a statement: refused',
  'cmxl/statement_line.sta': 'a part of a statement: refused',
  'self-provided/sparkassen.sta': 'a part of a statement: refused',
  'jejik/ing.sta': 'the expectation has the trailer of the file in the text of the last line',
  'jejik/rabobank-iban.sta': 'the expectation has the raw field, with a day that the line has in its own column',
  'jejik/triodos.sta': 'the expectation has the raw field, with the account that the line has in its own column',
  'self-provided/raiffeisen-cmi.sta': 'accents of one text in an encoding that the file does not name',
  'credit/example-cmb-records.csv': 'the expectation leaves out one of the lines',
  'debit-v1/example-icbc-debit-v1-records.csv': 'the expectation leaves out four of the lines',
}

export function statedReason(file: string): string | undefined {
  return Object.entries(statedReasons).find(([end]) => file.endsWith(end))?.[1]
}
