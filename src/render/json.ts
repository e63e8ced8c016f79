// The output for programs: one document, one row per line, the same in every language.
import type { Currency } from '../core/base/currency.ts'
import type { Problem } from '../core/base/problem.ts'
import type { Cell, Column, Row, Table } from '../core/base/table.ts'
import type { Change } from '../core/book/change.ts'
import type { Output } from '../core/book/paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { cellValues } from './cell.ts'
import { changeValue, type JsonValue } from './change.ts'
import { replaceHarmful } from './harmless.ts'
import { paperText } from './paper.ts'
import { sentenceOf } from './problem.ts'

/** What a changing verb planned, and whether it was written. */
export interface PlanOutcome {
  readonly changes: readonly Change[]
  readonly applied: boolean
  readonly currency: Currency
}

export interface JsonParts {
  readonly output: Output
  readonly problems: readonly Problem[]
  readonly catalogue: Catalogue
  readonly plan?: PlanOutcome
}

/** Format version of the document, raised when a key changes its meaning. */
const version = 1

/**
 * In pieces, each made when it is to be written: put together first, the text of a hundred thousand rows costs as much again, and
 * that of all their facts is more than a process should hold. `totals` is one object for a single row of totals (one currency), an array for several; absent without any.
 */
export function* renderJson(parts: JsonParts): Generator<string, void, undefined> {
  const { output, problems, catalogue, plan } = parts
  const papers = output.papers ?? []
  const fields = [
    ...(papers.length === 0 ? [] : [`"papers":${list(papers.map((p) => text(paperValue(p))))}`]),
    `"notes":${list(problems.filter((p) => p.severity === 'note').map((p) => text(problemValue(p, catalogue))))}`,
    `"problems":${list(problems.filter((p) => p.severity !== 'note').map((p) => text(problemValue(p, catalogue))))}`,
    ...(plan === undefined ? [] : planFields(plan)),
  ]
  yield `{"crm":${version},\n"tables":`
  yield* bracketed(tablesPieces(output.tables))
  yield `,\n${fields.join(',\n')}}\n`
}

function* tablesPieces(tables: readonly Table[]): Generator<string, void, undefined> {
  for (const [i, table] of tables.entries()) {
    if (i > 0) yield ',\n'
    yield* tablePieces(table)
  }
}

function planFields(plan: PlanOutcome): string[] {
  const changes = plan.changes.map((c) => text(changeValue(c, plan.currency)))
  return [`"plan":{"changes":${list(changes)}}`, `"applied":${plan.applied}`]
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`
}

/** `[]` around none. */
function* bracketed(pieces: Iterable<string>): Generator<string, void, undefined> {
  let isEmpty = true
  for (const piece of pieces) {
    if (isEmpty) yield '[\n'
    isEmpty = false
    yield piece
  }
  yield isEmpty ? '[]' : '\n]'
}

function* tablePieces(table: Table): Generator<string, void, undefined> {
  const columns = table.columns.map((c) => ({ key: c.key, type: c.type, heading: c.heading }))
  yield `{"name":${text(table.name)},"columns":${text(columns)},"rows":`
  yield* bracketed(rowPieces(table, table.rows))
  const totals = table.totals ?? []
  if (totals.length > 0) {
    yield ',"totals":'
    const pieces = rowPieces(table, totals)
    yield* totals.length === 1 ? pieces : bracketed(pieces)
  }
  yield '}'
}

/** So many rows become one piece while what they are made of is young: thus it is cheap to forget. */
const rowsOfPiece = 500

function* rowPieces({ columns }: Table, rows: readonly Row[]): Generator<string, void, undefined> {
  // Keys are written once a table, not once a row.
  const cells = columns.map((c, i) => ({ before: `${i === 0 ? '{' : ','}${text(c.key)}:`, textOf: cellTexts(c, rows) }))
  for (let from = 0; from < rows.length; from += rowsOfPiece) {
    const end = Math.min(rows.length, from + rowsOfPiece)
    let piece = ''
    for (let nth = from; nth < end; nth++) {
      if (nth > 0) piece += ',\n'
      for (const { before, textOf } of cells) piece += before + textOf(nth)
      piece += cells.length === 0 ? '{}' : '}'
    }
    yield piece
  }
}

/** Many cells say what the one above says. */
function cellTexts(column: Column, rows: readonly Row[]): (nth: number) => string {
  const cell = cellValues(column, rows)
  let before: Cell = null
  let said = 'null'
  return (nth) => {
    const value = cell(nth)
    if (value === before) return said
    before = value
    said = typeof value === 'string' ? quoted(value) : Number.isFinite(value) ? String(value) : JSON.stringify(value)
    return said
  }
}

function quoted(value: string): string {
  return asItIs.test(value) ? `"${value}"` : text(value)
}

/** Printable ASCII and Chinese characters that JSON escapes none of, nor a terminal minds. */
const asItIs = /^[\x20\x21\x23-\x5b\x5d-\x7e\u4e00-\u9fff]*$/

function paperValue(paper: NonNullable<Output['papers']>[number]): JsonValue {
  const language = paper.paper === 'file' ? undefined : paper.language
  return { name: paper.name, language, text: paperText(paper) }
}

function problemValue(found: Problem, catalogue: Catalogue): JsonValue {
  const { file, line, column } = found.where ?? {}
  const { message, hint } = sentenceOf(found, catalogue)
  return {
    code: found.code,
    severity: found.severity,
    where: found.where === undefined ? undefined : { file, line, column },
    params: found.params,
    message,
    hint,
  }
}

function text(value: JsonValue): string {
  return shown(JSON.stringify(value))
}

/** Escapes what JSON allows but a terminal should not get; the value stays the same. */
function shown(json: string): string {
  return replaceHarmful(json, (c) =>
    Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )
}
