// Finds what every row acts upon: documents by number, sources and rows by id.
import { type Journal, kindAt, rowIdAt, textAt } from '../book/journal.ts'
import { code } from './kinds.ts'
import { addOwner, newOwners, type Owners, ownerNamed, ownerStatedBy, sameAccount } from './owners.ts'
import { traceReverses } from './reverse.ts'
import { rowsByCode } from './rows.ts'
import { accountName, nameOfRow, never, report, type Trace } from './trace.ts'

const traces = new WeakMap<Journal, Trace>()

/** Made once for a journal, however often it is asked for. */
export function traceJournal(journal: Journal): Trace {
  const known = traces.get(journal) ?? traced(journal)
  traces.set(journal, known)
  return known
}

function traced(journal: Journal): Trace {
  const trace: Trace = {
    journal,
    start: journal.date.slice(),
    end: new Int32Array(journal.length).fill(never),
    documents: newOwners(journal),
    sources: newOwners(journal),
    document: new Int32Array(journal.length).fill(-1),
    source: new Int32Array(journal.length).fill(-1),
    target: new Int32Array(journal.length).fill(-1),
    rowByCode: rowsByCode(journal),
    problems: [],
  }
  for (let i = 0; i < journal.length; i++) stateOwner(trace, i)
  for (let i = 0; i < journal.length; i++) findTarget(trace, i)
  traceReverses(trace)
  return trace
}

function stateOwner(trace: Trace, i: number): void {
  const { journal, documents, sources } = trace
  const kind = journal.kind[i]
  if (kind === code.payment || kind === code.in) trace.source[i] = addOwner(sources, i)
  else if (kind === code.credit) trace.source[i] = ownerStatedBy(journal, sources, i)
  else if (kind === code.bill || kind === code.fee) trace.document[i] = ownerStatedBy(journal, documents, i)
  else if (kind === code.opening) {
    if ((journal.amount[i] ?? 0) < 0) trace.source[i] = ownerStatedBy(journal, sources, i)
    else trace.document[i] = ownerStatedBy(journal, documents, i)
  }
}

function findTarget(trace: Trace, i: number): void {
  switch (trace.journal.kind[i]) {
    case code.apply:
      if (drawOn(trace, i)) settle(trace, i)
      return
    case code.deduct:
      if (trace.journal.of[i] === 0 || drawOn(trace, i)) settle(trace, i)
      return
    case code.writeoff:
      settle(trace, i)
      return
    case code.refund:
    case code.out:
      drawOn(trace, i)
      return
    case code.recover:
      recoverFrom(trace, i)
      return
    case code.match:
    case code.reverse:
      trace.target[i] = targetRow(trace, i)
      if (trace.target[i] === -1) unknown(trace, i, 'of')
  }
}

function recoverFrom(trace: Trace, i: number): void {
  const { journal, target, start } = trace
  const writeoff = targetRow(trace, i)
  if (writeoff < 0 || journal.kind[writeoff] !== code.writeoff) {
    unknown(trace, i, 'of')
    return
  }
  target[i] = writeoff
  start[i] = Math.max(start[i] ?? 0, journal.date[writeoff] ?? 0)
  if (accountOf(trace, i, writeoff)) settle(trace, i, writeoff)
}

/** The row whose id, or whose number, stands in `of`. */
function targetRow(trace: Trace, i: number): number {
  const { journal, rowByCode, documents, sources } = trace
  const of = journal.of[i] ?? 0
  const row = rowByCode[of] ?? -1
  if (row >= 0 || of === 0) return row
  const document = ownerNamed(journal, documents, of, i)
  if (document >= 0) return documents.row[document] ?? -1
  return sources.row[ownerNamed(journal, sources, of, i)] ?? -1
}

function drawOn(trace: Trace, i: number): boolean {
  const { journal, rowByCode, sources } = trace
  const of = journal.of[i] ?? 0
  const row = rowByCode[of] ?? -1
  const source = row >= 0 && ownsSource(trace, row) ? (trace.source[row] ?? -1) : ownerNamed(journal, sources, of, i)
  return attach(trace, i, { owners: sources, owner: source, column: trace.source, name: 'of' })
}

function ownsSource(trace: Trace, row: number): boolean {
  const kind = trace.journal.kind[row]
  return kind === code.payment || kind === code.credit || kind === code.in || kind === code.opening
}

/** `like`: the row whose document it is, where that is not the row's own (a recovery reopens what its write-off closed). */
function settle(trace: Trace, i: number, like = i): void {
  const { journal, documents, rowByCode } = trace
  const number = journal.document[like] ?? 0
  const named = ownerNamed(journal, documents, number, i)
  const row = rowByCode[number] ?? -1
  const owner = named < 0 && row >= 0 ? (trace.document[row] ?? -1) : named
  attach(trace, i, { owners: documents, owner, column: trace.document, name: 'document' })
}

interface Attachment {
  readonly owners: Owners
  readonly owner: number
  readonly column: Int32Array
  readonly name: 'document' | 'of'
}

/** Notes what row `i` acts upon and starts it no earlier; a row without a fitting owner never counts and is a problem. */
function attach(trace: Trace, i: number, { owners, owner, column, name }: Attachment): boolean {
  const row = owners.row[owner] ?? -1
  if (row < 0) {
    unknown(trace, i, name)
    return false
  }
  if (!accountOf(trace, i, row)) return false
  column[i] = owner
  trace.start[i] = Math.max(trace.start[i] ?? 0, trace.journal.date[row] ?? 0)
  return true
}

function accountOf(trace: Trace, i: number, row: number): boolean {
  const { journal } = trace
  if (sameAccount(journal, i, row)) return true
  trace.start[i] = never
  report(trace, i, 'row-other-account', {
    kind: kindAt(journal, i),
    id: rowIdAt(journal, i),
    account: accountName(journal, i),
    target: nameOfRow(journal, row),
    other: accountName(journal, row),
  })
  return false
}

function unknown(trace: Trace, i: number, name: 'document' | 'of'): void {
  const { journal } = trace
  trace.start[i] = never
  const target = textAt(journal.documents, journal[name], i)
  report(trace, i, 'row-target-unknown', { kind: kindAt(journal, i), id: rowIdAt(journal, i), column: name, target })
}
