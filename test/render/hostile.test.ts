// Strings made to break programs, through every renderer. The list of naughty strings is used where it is present.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { problem } from '../../src/core/base/problem.ts'
import type { Table } from '../../src/core/base/table.ts'
import type { Output } from '../../src/core/book/paper.ts'
import { outputFormats, renderOutput } from '../../src/render/output.ts'
import { renderProblem } from '../../src/render/problem.ts'
import { displayWidth } from '../../src/render/width.ts'
import { english } from '../../src/text/en/all.ts'
import { sharedData } from '../support/shared.ts'
import { sampleBill, sampleLetter } from './papers.ts'
import { options } from './tables.ts'

const file = sharedData('formats/minimaxir__blns/blns.json')
const listed: unknown = file === null ? [] : JSON.parse(readFileSync(file, 'utf8'))
const everyControl = Array.from({ length: 0x100 }, (_, i) => String.fromCharCode(i)).join('')
const hostile = [
  everyControl,
  '\u001b]0;title\u0007\u001b[2J',
  '\u202etxt.exe\u2066\u200b\ufeff',
  '</td><script>alert(1)</script>',
  '| a | b |\n|---|',
  '=HYPERLINK("x")',
  '"\r\n',
  '\u{e0041}\ud800',
  ...(Array.isArray(listed) ? listed.filter((s) => typeof s === 'string') : []),
]

const table: Table = {
  name: 'customers',
  columns: [
    { key: 'id', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'kind', type: 'word' },
    { key: 'amount', type: 'money' },
  ],
  rows: hostile.map((text) => ({ id: text, name: text, kind: text, amount: 123456, currency: 'CNY' })),
}

function papersWith(text: string): Output['papers'] {
  const party = { name: text, address: text, email: text, taxId: text }
  const lines = sampleBill.lines.map((l) => ({ ...l, description: text, unit: text }))
  const bill = { ...sampleBill, number: text, seller: party, buyer: party, terms: text, lines }
  const letter = { ...sampleLetter, sender: party, receiver: party, contact: text }
  return (['en', 'zh'] as const).flatMap((language) => [
    { paper: 'bill', name: text, language, bill },
    { paper: 'letter', name: text, language, letter },
  ])
}

describe.each(outputFormats)('hostile text as %s', (format) => {
  test('no control and no format character comes through but line breaks and the joiner of an emoji', () => {
    const papers = hostile.slice(0, 60).flatMap((text) => papersWith(text) ?? [])
    const text = renderOutput({ tables: [table], papers }, options(format, { width: 80 }))
    const found = text
      .replaceAll('\n', '')
      .replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu, '')
      .match(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(found).toBeNull()
  })
})

test('every line of the table ends in the same column, so nothing shifted', () => {
  const [head = '', ...lines] = renderOutput({ tables: [table] }, options('table'))
    .trimEnd()
    .split('\n')
  for (const line of lines.filter((l) => l.endsWith('1,234.56'))) expect(displayWidth(line)).toBe(displayWidth(head))
  expect(lines.filter((l) => l.endsWith('1,234.56')).length).toBe(hostile.length)
})

test('papers stay within 80 columns', () => {
  for (const text of hostile)
    for (const paper of papersWith(text) ?? [])
      for (const line of renderOutput({ tables: [], papers: [paper] }, options('table')).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(80)
})

test('JSON gives every text back as it was', () => {
  const document = JSON.parse(renderOutput({ tables: [table] }, options('json')))
  expect(document.tables[0].rows.map((r: { name: string }) => r.name)).toEqual(hostile)
})

test('CSV has as many records as the table has rows, and no field of a spreadsheet’s file begins a formula', () => {
  const text = renderOutput({ tables: [table] }, options('csv', { forExcel: true }))
  const records: string[][] = parse(text)
  expect(records.length).toBe(hostile.length + 1)
  for (const record of records) for (const field of record) expect(field).not.toMatch(/^[=+\-@]/)
})

test('HTML has exactly the elements of the table', () => {
  const page = renderOutput({ tables: [table] }, options('html'))
  const tags = new Set([...page.matchAll(/<\/?([a-z!]\w*)/gi)].map(([, name]) => name?.toLowerCase()))
  expect([...tags].sort()).toEqual(
    'body head html meta section style table tbody td th thead title tr h2 !doctype'.split(' ').sort(),
  )
})

test('problems that quote the text stay harmless', () => {
  for (const text of hostile) {
    const where = { file: text, line: 1, column: 3, excerpt: [text, text] }
    const shown = renderProblem(problem('missing-key', { key: text }, where), { catalogue: english, colour: false })
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u)
  }
})
