// What a verb has to show as several files: a page of everything, each table for a spreadsheet, each paper by itself.
import type { Output, Paper } from '../core/book/paper.ts'
import { renderCsv } from './csv.ts'
import { harmlessLines } from './harmless.ts'
import { renderPage } from './html.ts'
import { type RenderOptions, renderOutput } from './output.ts'
import { paperHtml, paperText } from './paper.ts'

export interface BundleFile {
  readonly name: string
  readonly text: string
}

/** In order: `index.html`, then `01-claims.csv` and so on as they are shown. */
export function bundleFiles(output: Output, options: RenderOptions): BundleFile[] {
  const tables = output.tables.map((t) => ({ stem: t.name, ending: 'csv', text: renderCsv(t, options) }))
  const papers = (output.papers ?? []).map((p) => ({ stem: p.name, ...paperFile(p) }))
  return [
    { name: 'index.html', text: renderOutput(output, { ...options, format: 'html' }) },
    ...[...tables, ...papers].map(({ stem, ending, text }, i) => ({
      name: `${String(i + 1).padStart(2, '0')}-${plainName(stem)}.${ending}`,
      text,
    })),
  ]
}

/** Bills and bank reconciliations are pages that print; a text that is final keeps its ending. */
function paperFile(paper: Paper): { readonly ending: string; readonly text: string } {
  if (paper.paper === 'file') return { ending: /\.(\w{1,8})$/.exec(paper.name)?.[1] ?? 'txt', text: paper.text }
  if (paper.paper !== 'bill' && paper.paper !== 'bankSheet')
    return { ending: 'txt', text: harmlessLines(paperText(paper)) }
  const parts = [{ title: paper.name, body: paperHtml(paper) }]
  return { ending: 'html', text: renderPage(paper.name, parts, paper.language) }
}

/** What every file system can hold; never a path. */
function plainName(text: string): string {
  return (
    text
      .replace(/\.\w{1,8}$/, '')
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'part'
  )
}
