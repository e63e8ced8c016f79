// Tables and papers as Markdown (GitHub's table extension), every special character escaped.
import type { Row, Table } from '../core/base/table.ts'
import { cellText, headingText, isNumeric, type Words } from './cell.ts'
import { harmless, harmlessLines } from './harmless.ts'

/** One pipe table; totals are its last rows in bold. */
export function renderMarkdown(table: Table, words: Words): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const textOf = (row: Row) => table.columns.map((c) => escaped(cellText(c, row, words)))
  const rows = table.rows.map((row) => line(textOf(row)))
  const totals = (table.totals ?? []).map((row) => line(textOf(row).map((t) => (t === '' ? '' : `**${t}**`))))
  const head = line(table.columns.map((c) => escaped(headingText(c, words))))
  const rule = line(table.columns.map((c) => (isNumeric(c.type) ? '---:' : '---')))
  return [head, rule, ...rows, ...totals].join('')
}

export function markdownTitle(title: string): string {
  return `## ${escaped(title)}\n`
}

/** A paper as a fenced block; the fence is longer than any in the text. */
export function markdownPaper(name: string, text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((r) => r.length + 1)))
  return `${markdownTitle(name)}\n${fence}text\n${harmlessLines(text).trimEnd()}\n${fence}\n`
}

/** ASCII punctuation that Markdown, or HTML inside it, gives a meaning anywhere in a line; a line break becomes `<br>`. */
function escaped(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) =>
      harmless(line)
        .replace(/[\\`*_{}[\]<>|#~&!]/g, '\\$&')
        .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('<br>')
}
