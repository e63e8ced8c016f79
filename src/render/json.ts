// The output for programs: one document, one row per line, the same in every language.
import type { Currency } from '../core/base/currency.ts'
import type { Problem } from '../core/base/problem.ts'
import type { Cell, Column, Row, Table } from '../core/base/table.ts'
import type { Change } from '../core/book/change.ts'
import type { Output } from '../core/book/paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { cellValue } from './cell.ts'
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
 * In pieces, to be written one after the other: put together first, the text of a hundred thousand rows costs as much again.
 * `totals` is one object for a single row of totals (one currency), an array for several; absent without any.
 */
export function renderJson(parts: JsonParts): readonly string[] {
  const { output, problems, catalogue, plan } = parts
  const papers = output.papers ?? []
  const fields = [
    ...(papers.length === 0 ? [] : [`"papers":${list(papers.map((p) => text(paperValue(p))))}`]),
    `"notes":${list(problems.filter((p) => p.severity === 'note').map((p) => text(problemValue(p, catalogue))))}`,
    `"problems":${list(problems.filter((p) => p.severity !== 'note').map((p) => text(problemValue(p, catalogue))))}`,
    ...(plan === undefined ? [] : planFields(plan)),
  ]
  const tables = output.tables.flatMap((t, i) => [...(i === 0 ? [] : [',\n']), ...tablePieces(t)])
  return [`{"crm":${version},\n"tables":`, ...bracketed(tables), `,\n${fields.join(',\n')}}\n`]
}

function planFields(plan: PlanOutcome): string[] {
  const changes = plan.changes.map((c) => text(changeValue(c, plan.currency)))
  return [`"plan":{"changes":${list(changes)}}`, `"applied":${plan.applied}`]
}

function list(items: readonly string[]): string {
  return bracketed(items.length === 0 ? [] : [items.join(',\n')]).join('')
}

function bracketed(pieces: readonly string[]): readonly string[] {
  return pieces.length === 0 ? ['[]'] : ['[\n', ...pieces, '\n]']
}

function tablePieces(table: Table): readonly string[] {
  const columns = table.columns.map((c) => ({ key: c.key, type: c.type, heading: c.heading }))
  const totals = [...rowPieces(table, table.totals ?? [])]
  const isOne = table.totals?.length === 1
  return [
    `{"name":${text(table.name)},"columns":${text(columns)},"rows":`,
    ...bracketed(rowPieces(table, table.rows)),
    ...(totals.length === 0 ? [] : [',"totals":', ...(isOne ? totals : bracketed(totals))]),
    '}',
  ]
}

/** So many rows become one piece while what they are made of is young: thus it is cheap to forget. */
const rowsOfPiece = 500

function rowPieces({ columns }: Table, rows: readonly Row[]): readonly string[] {
  // Keys are written once a table, not once a row.
  const cells = columns.map((c, i) => ({ before: `${i === 0 ? '{' : ','}${text(c.key)}:`, textOf: cellTexts(c) }))
  const pieces: string[] = []
  for (let from = 0; from < rows.length; from += rowsOfPiece) {
    const parts: string[] = from === 0 ? [] : [',\n']
    for (const row of rows.slice(from, from + rowsOfPiece)) {
      for (const { before, textOf } of cells) parts.push(before, textOf(row))
      parts.push(cells.length === 0 ? '{}' : '}', ',\n')
    }
    parts.pop()
    pieces.push(parts.join(''))
  }
  return pieces
}

/** Many cells say what the one above says. */
function cellTexts(column: Column): (row: Row) => string {
  let before: Cell = null
  let said = 'null'
  return (row) => {
    const value = cellValue(column, row)
    if (value === before) return said
    before = value
    said = typeof value === 'string' ? quoted(value) : JSON.stringify(value)
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
