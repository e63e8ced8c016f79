// The one door to the renderers: what a verb has to show, in the format that was asked for.

import type { Problem } from '../core/base/problem.ts'
import type { Language } from '../core/book/customer.ts'
import type { Output, Paper } from '../core/book/paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { csvText, renderCsv } from './csv.ts'
import { harmless, harmlessLines } from './harmless.ts'
import { htmlTable, renderPage } from './html.ts'
import { type PlanOutcome, renderJson } from './json.ts'
import { markdownPaper, markdownTitle, renderMarkdown } from './markdown.ts'
import { paperHtml, paperText } from './paper.ts'
import { renderTable, renderTitle, type TableStyle } from './table.ts'

export const outputFormats = ['table', 'csv', 'json', 'md', 'html'] as const
export type OutputFormat = (typeof outputFormats)[number]

export interface RenderOptions {
  readonly format: OutputFormat
  readonly catalogue: Catalogue
  readonly language: Language
  readonly colour: boolean
  /** Columns of the terminal; Infinity for a file or a pipe. */
  readonly width: number
  /** CSV only: neutralise what a spreadsheet would take for a formula. */
  readonly forExcel?: boolean
  /** JSON only, which holds everything there is to say; other formats leave problems to standard error. */
  readonly problems?: readonly Problem[]
  readonly plan?: PlanOutcome
}

/** Ends in a newline; empty when there is nothing to show, except as JSON and HTML. */
export function renderOutput(output: Output, options: RenderOptions): string {
  return [...renderPieces(output, options)].join('')
}

/** The same in pieces, one after the other, of a long answer each when it is asked for. */
export function renderPieces(output: Output, options: RenderOptions): Iterable<string> {
  switch (options.format) {
    case 'json':
      return renderJson({ output, problems: [], ...options })
    case 'csv':
      return [csvBlocks(output, options).join('\n')]
    case 'md':
      return [markdownBlocks(output, options).join('\n')]
    case 'html':
      return [page(output, options)]
    case 'table':
      return [textBlocks(output, options).join('\n')]
  }
}

/** Titles only where there is more than one thing to tell apart. */
function isSingle(output: Output): boolean {
  return output.tables.length + (output.papers?.length ?? 0) === 1
}

function shownText(paper: Paper): string {
  const text = harmlessLines(paperText(paper))
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function textBlocks(output: Output, options: RenderOptions): string[] {
  const style: TableStyle = { words: options.catalogue.words, colour: options.colour, width: options.width }
  const title = (text: string) => (isSingle(output) ? '' : renderTitle(text, style))
  return [
    ...output.tables.map((t) => title(style.words[t.name]) + renderTable(t, style)),
    ...(output.papers ?? []).map((p) => title(p.name) + shownText(p)),
  ]
}

/** Tables one after the other, parted by an empty line; papers as a table of name, language and text. */
function csvBlocks(output: Output, options: RenderOptions): string[] {
  const papers = output.papers ?? []
  const [first] = papers
  if (isSingle(output) && first?.paper === 'file') return [shownText(first)]
  const records = papers.map((p) => [harmless(p.name), p.paper === 'file' ? '' : p.language, shownText(p)])
  return [
    ...output.tables.map((t) => renderCsv(t, options)),
    ...(papers.length === 0 ? [] : [csvText([['name', 'language', 'text'], ...records])]),
  ]
}

function markdownBlocks(output: Output, options: RenderOptions): string[] {
  const { words } = options.catalogue
  return [
    ...output.tables.map(
      (t) => `${isSingle(output) ? '' : `${markdownTitle(words[t.name])}\n`}${renderMarkdown(t, words)}`,
    ),
    ...(output.papers ?? []).map((p) => markdownPaper(p.name, paperText(p))),
  ]
}

function page(output: Output, options: RenderOptions): string {
  const { words } = options.catalogue
  const parts = [
    ...output.tables.map((t) => ({ title: words[t.name], body: htmlTable(t, words) })),
    ...(output.papers ?? []).map((p) => ({ title: p.name, body: paperHtml(p) })),
  ]
  return renderPage(parts[0]?.title ?? '', parts, options.language)
}
