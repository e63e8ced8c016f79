// Reversals: which rows stop counting on which day, and what goes with them.
import { dayOf } from '../base/day.ts'
import { kindAt, rowIdAt } from '../book/journal.ts'
import { code } from './kinds.ts'
import { comparePlace } from './rows.ts'
import { nameOfRow, never, report, type Trace } from './trace.ts'

/** Bills, fees and credit notes are taken back by a credit note; a reversed row is entered again rather than unreversed. */
const final: ReadonlySet<number> = new Set([code.bill, code.fee, code.credit, code.reverse])

/** Ends every reversed row on the reversal's own day, never before the row began, and its live applications and deductions with it. */
export function traceReverses(trace: Trace): void {
  const { journal } = trace
  const reverses: number[] = []
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === code.reverse && trace.target[i] !== -1) reverses.push(i)
  if (reverses.length === 0) return
  reverses.sort((a, b) => comparePlace(journal, a, b))
  const undone = new Set<number>()
  for (const i of reverses) reverseRow(trace, i, undone)
  const documentEnd = ends(trace, 'documents')
  const sourceEnd = ends(trace, 'sources')
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.apply && journal.kind[i] !== code.deduct) continue
    endWith(trace, i, sourceEnd[trace.source[i] ?? -1] ?? never)
    endWith(trace, i, documentEnd[trace.document[i] ?? -1] ?? never)
  }
}

function reverseRow(trace: Trace, i: number, undone: Set<number>): void {
  const { journal, end, start } = trace
  const target = trace.target[i] ?? -1
  const params = { id: rowIdAt(journal, i), target: nameOfRow(journal, target) }
  const date = journal.date[i] ?? 0
  const targetDate = journal.date[target] ?? 0
  if (final.has(journal.kind[target] ?? -1)) {
    start[i] = never
    report(trace, i, 'not-reversible', { ...params, kind: kindAt(journal, target) })
  } else if (undone.has(target)) {
    start[i] = never
    report(trace, i, 'reversed-twice', params)
  } else {
    undone.add(target)
    if (date < targetDate)
      report(trace, i, 'reversed-before', { ...params, date: dayOf(date), began: dayOf(targetDate) })
    const began = start[target] ?? 0
    start[i] = began === never ? never : Math.max(date, began)
    end[target] = Math.max(date, targetDate)
  }
}

/** The day on which the last row of each document or source ended. */
function ends(trace: Trace, which: 'documents' | 'sources'): Int32Array {
  const owners = trace[which].row
  const column = which === 'documents' ? trace.document : trace.source
  const latest = new Int32Array(owners.length).fill(-0x80000000)
  for (let i = 0; i < trace.journal.length; i++) {
    const owner = column[i] ?? -1
    if (owner < 0 || !states(trace, i)) continue
    latest[owner] = Math.max(latest[owner] ?? 0, trace.end[i] ?? never)
  }
  return latest
}

/** True for the rows that make a document or a source what it is, not those that act upon it. */
export function states(trace: Trace, i: number): boolean {
  const kind = trace.journal.kind[i] ?? -1
  return kind === code.bill || kind === code.fee || kind === code.opening || kind === code.credit || pays(kind)
}

function pays(kind: number): boolean {
  return kind === code.payment || kind === code.in
}

function endWith(trace: Trace, i: number, day: number): void {
  if (day === never || (trace.end[i] ?? never) <= day) return
  const { journal } = trace
  trace.end[i] = day
  const date = journal.date[i] ?? 0
  if (date <= day) return
  trace.start[i] = never
  report(trace, i, 'used-after-reversal', {
    kind: kindAt(journal, i),
    id: rowIdAt(journal, i),
    date: dayOf(date),
    reversed: dayOf(day),
  })
}
