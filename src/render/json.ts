// The output for programs: one document, one row per line, the same in every language.
import type { Currency } from '../core/base/currency.ts'
import type { Problem } from '../core/base/problem.ts'
import type { Row, Table } from '../core/base/table.ts'
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

/** `totals` is one object for a single row of totals (one currency), an array for several; absent without any. */
export function renderJson(parts: JsonParts): string {
  const { output, problems, catalogue, plan } = parts
  const papers = output.papers ?? []
  const fields = [
    `"crm":${version}`,
    `"tables":${list(output.tables.map(tableText))}`,
    ...(papers.length === 0 ? [] : [`"papers":${list(papers.map((p) => text(paperValue(p))))}`]),
    `"notes":${list(problems.filter((p) => p.severity === 'note').map((p) => text(problemValue(p, catalogue))))}`,
    `"problems":${list(problems.filter((p) => p.severity !== 'note').map((p) => text(problemValue(p, catalogue))))}`,
    ...(plan === undefined ? [] : planFields(plan)),
  ]
  return `{${appended(fields)}}\n`
}

/** Not joined: that would copy them, and one of them may hold a hundred thousand rows. */
function appended(fields: readonly string[]): string {
  return fields.reduce((all, field) => `${all},\n${field}`)
}

function planFields(plan: PlanOutcome): string[] {
  const changes = plan.changes.map((c) => text(changeValue(c, plan.currency)))
  return [`"plan":{"changes":${list(changes)}}`, `"applied":${plan.applied}`]
}

function list(items: readonly string[]): string {
  const [only = ''] = items
  if (items.length < 2) return items.length === 0 ? '[]' : `[\n${only}\n]`
  return `[\n${items.join(',\n')}\n]`
}

function tableText(table: Table): string {
  const columns = table.columns.map((c) => ({ key: c.key, type: c.type, heading: c.heading }))
  const rows = rowTexts(table, table.rows)
  const totals = rowTexts(table, table.totals ?? [])
  const [only] = totals
  const totalsField = only === undefined ? '' : `,"totals":${totals.length === 1 ? only : list(totals)}`
  return `{"name":${text(table.name)},"columns":${text(columns)},"rows":${list(rows)}${totalsField}}`
}

/** Keys are written once a table, not once a row. */
function rowTexts(table: Table, rows: readonly Row[]): string[] {
  const keys = table.columns.map((c, i) => `${i === 0 ? '{' : ','}${text(c.key)}:`)
  if (keys.length === 0) return rows.map(() => '{}')
  return rows.map((row) => {
    let line = ''
    table.columns.forEach((c, i) => {
      line += `${keys[i]}${JSON.stringify(cellValue(c, row))}`
    })
    return shown(`${line}}`)
  })
}

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
