// Rows of a bank's CSV that are no lines of the account: payments that failed or are not booked yet, rows that only state a balance.
import { note, type Problem } from '../../core/base/problem.ts'
import type { SheetRow } from '../../core/book/sheet.ts'
import { headingKey } from '../../core/verbs/import/headings.ts'
import { amountFields, type FieldColumns } from './bank-csv-head.ts'

const statusKeys = new Set(
  ['status', 'state', 'info', 'umsatzstatus', 'statut', 'état', 'estado', '状态', '交易状态', '当前状态'].map(
    headingKey,
  ),
)
/** PayPal writes "Memo" there for what never moved the balance. */
const impactKey = headingKey('balance impact')
const failed =
  /^(?:failed|declined|cancell?ed|reverted|denied|expired|rejected|voided|refusée?|annulée?|échouée?)$|失败|关闭|撤销|取消/i
const pending = /^(?:pending|authori[sz]ed|processing|(?:umsatz )?vorgemerkt|incomplete|en attente)$|处理中|待入账/i
/** In place of a day. */
const undated = /^(?:pending|offen|vorgemerkt|en attente|未入账|待入账)$/i
const balanceText =
  /^(?:beginning|opening|closing|ending|starting|previous|new) balance|^balance (?:brought|carried|as of)|^(?:ancien |nouveau )?solde|^(?:anfangs|end|alter |neuer )saldo|^(?:期初|期末|上期|承前)/i

type State = { readonly state: 'failed'; readonly said: string } | { readonly state: 'pending' | 'balance' } | null

/** The others, and how many were left out for what. */
export function linesOnly(
  rows: readonly SheetRow[],
  headings: readonly string[],
  columns: FieldColumns,
  file: string,
): {
  readonly rows: readonly SheetRow[]
  /** Text and balance of the rows that only state one. */
  readonly balances: readonly (readonly string[])[]
  readonly problems: readonly Problem[]
} {
  const stateOf = stateReader(headings, columns)
  const kept: SheetRow[] = []
  const states: string[] = []
  const balances: string[][] = []
  let announced = 0
  const cellOf = (row: SheetRow, field: string) => row.cells[columns.get(field) ?? -1] ?? ''
  for (const row of rows) {
    const state = stateOf(row)
    if (state === null) kept.push(row)
    else if (state.state === 'failed') states.push(state.said)
    else if (state.state === 'pending') announced++
    else balances.push([cellOf(row, 'text'), cellOf(row, 'balance')])
  }
  const problems: Problem[] = []
  const where = { file }
  if (states.length > 0)
    problems.push(note('lines-failed', { count: states.length, states: [...new Set(states)].sort() }, where))
  if (announced > 0) problems.push(note('lines-pending', { count: announced }, where))
  if (balances.length > 0) problems.push(note('lines-balance', { count: balances.length }, where))
  return { rows: kept, balances, problems }
}

function stateReader(headings: readonly string[], columns: FieldColumns): (row: SheetRow) => State {
  const keys = headings.map(headingKey)
  const status = keys.flatMap((k, i) => (statusKeys.has(k) ? [i] : []))
  const impact = keys.indexOf(impactKey)
  const day = columns.get('date') ?? columns.get('value') ?? -1
  const amounts = amountFields.flatMap((f) => columns.get(f) ?? [])
  const [balance = -1, text = -1] = [columns.get('balance'), columns.get('text')]
  return ({ cells }) => {
    const cell = (i: number) => (cells[i] ?? '').trim()
    if (impact >= 0 && /^memo$/i.test(cell(impact))) return { state: 'failed', said: cell(impact) }
    for (const i of status) {
      if (failed.test(cell(i))) return { state: 'failed', said: cell(i) }
      if (pending.test(cell(i))) return { state: 'pending' }
    }
    if (undated.test(cell(day))) return { state: 'pending' }
    const isBare = cell(balance) !== '' && amounts.every((i) => !/\d/.test(cell(i)))
    return isBare && balanceText.test(cell(text)) ? { state: 'balance' } : null
  }
}
