// Tables and papers as one self-contained page: everything escaped, no script, nothing loaded from anywhere.
import type { Row, Table } from '../core/base/table.ts'
import type { Language } from '../core/book/customer.ts'
import { cellText, headingText, isNumeric, type Words } from './cell.ts'
import { harmless, harmlessLines } from './harmless.ts'

const style = `
body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem;color:#1b1f24;background:#fff}
table{border-collapse:collapse;margin:0 0 2rem}
th,td{padding:.3rem .8rem;text-align:start;vertical-align:top;border-bottom:1px solid #d8dee4;white-space:pre-wrap}
th{border-bottom:2px solid #57606a}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tfoot td{font-weight:600;border-top:2px solid #57606a}
pre{font:13px/1.45 ui-monospace,"Sarasa Mono SC","Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;border:1px solid #d8dee4;padding:1rem}
article.bill{max-width:178mm;margin:0 auto 3rem}
.bill h1{text-align:center;font-size:1.5rem;letter-spacing:.06em;margin:0 0 1.2rem}
.bill p{margin:0}
.bill .head{display:flex;justify-content:space-between;gap:2rem;margin-bottom:1.2rem}
.bill .seller{min-width:0}
.bill .facts{text-align:end;max-width:60%}
.bill p,.bill td{overflow-wrap:anywhere}
.bill th,.bill td{padding-inline:.5rem}
.bill tbody td:first-child{min-width:10.5em}
.bill .seller p:first-child,.bill .buyer p:nth-child(2){font-weight:600}
.bill .buyer{margin-bottom:1.2rem}
.bill table{width:100%;margin-bottom:1rem}
.bill tfoot{display:table-row-group}
.bill tfoot td{font-weight:400;border:0;padding-block:.15rem}
.bill tfoot tr:first-child td{border-top:2px solid #57606a;padding-top:.4rem}
.bill tfoot tr:last-child td{font-weight:700;font-size:1.1em}
.bill .l{text-align:end}
.bill .characters{margin-bottom:1rem}
.bill .conditions p{margin:.15rem 0}
@media screen{section{overflow-x:auto}}
@media screen and (max-width:42em){body{margin:1rem}th,td{padding:.25rem .4rem}
.bill table,.bill tbody,.bill tfoot,.bill tr,.bill td{display:block}.bill thead{display:none}
.bill tbody tr{border-bottom:1px solid #d8dee4;padding:.3rem 0}.bill tbody td{border:0;padding:.05rem 0}.bill td:empty{display:none}
.bill tbody td[data-h]{text-align:right}.bill tbody td[data-h]::before{content:attr(data-h);float:left;margin-right:1rem;color:#57606a}
.bill tfoot{border-top:2px solid #57606a;display:block;padding-top:.4rem}.bill tfoot tr{display:flex;justify-content:space-between;gap:1rem}.bill tfoot tr:first-child td{border:0;padding-top:.15rem}}
@page{size:A4;margin:16mm}
@media print{body{margin:0}section>table{font-size:.7em}section>table :is(th,td){padding:.2em .3em;overflow-wrap:anywhere}thead{display:table-header-group}tr,.conditions,.characters{break-inside:avoid}section:has(article.bill)>h2{display:none}article.bill{margin:0;break-after:page}}
`

export interface PagePart {
  readonly title: string
  readonly body: string
}

/** A whole page of tables and papers already rendered by the functions below. */
export function renderPage(title: string, parts: readonly PagePart[], language: Language): string {
  const sections = parts.map((p) => `<section>\n<h2>${escaped(p.title)}</h2>\n${p.body}</section>\n`)
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${sections.join('')}</body>
</html>
`
}

/** Every cell has its own text direction, so that Arabic or Hebrew in one never reorders another. */
export function htmlTable(table: Table, words: Words): string {
  const cell = (tag: 'th' | 'td', numeric: boolean, text: string) =>
    `<${tag}${numeric ? ' class="n"' : ''} dir="auto">${escapedLines(text)}</${tag}>`
  const line = (row: Row) =>
    `<tr>${table.columns.map((c) => cell('td', isNumeric(c.type), cellText(c, row, words))).join('')}</tr>\n`
  const head = table.columns.map((c) => cell('th', isNumeric(c.type), headingText(c, words))).join('')
  const foot = (table.totals ?? []).map(line)
  return [
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n`,
    ...table.rows.map(line),
    '</tbody>\n',
    ...(foot.length === 0 ? [] : ['<tfoot>\n', ...foot, '</tfoot>\n']),
    '</table>\n',
  ].join('')
}

export function htmlPaper(text: string): string {
  return `<pre dir="auto">${escapedLines(text)}</pre>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function entity(c: string): string {
  return entities[c] ?? c
}

function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, entity)
}

/** With its line breaks. */
export function escapedLines(text: string): string {
  return harmlessLines(text).replace(/[&<>"']/g, entity)
}
