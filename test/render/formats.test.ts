import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { note, problem } from '../../src/core/base/problem.ts'
import type { Table } from '../../src/core/base/table.ts'
import { renderOutput } from '../../src/render/output.ts'
import { customer, row } from '../support/book.ts'
import { balances, inChinese, one, options } from './tables.ts'

describe('CSV', () => {
  test('plain values under English keys, the same in every language, without totals', () => {
    const expected = `\
customer,name,currency,balance,state,due,count
yunfan,云帆,CNY,1234567.89,note,2026-11-03,2
kiji,Kiji,JPY,-1500,error,,1234.5
`
    expect(renderOutput(one(balances), options('csv'))).toBe(expected)
    expect(renderOutput(one(balances), options('csv', inChinese))).toBe(expected)
  })

  const formulas: Table = {
    name: 'customers',
    columns: [
      { key: 'name', type: 'text' },
      { key: 'currency', type: 'text' },
      { key: 'amount', type: 'money' },
    ],
    rows: ['=1+1', '+1', '-1', '@SUM(A1)', 'a=b'].map((name) => ({ name, currency: 'CNY', amount: -500 })),
  }

  test('text stays as it is unless the file is for a spreadsheet', () => {
    expect(renderOutput(one(formulas), options('csv'))).toContain('\n=1+1,CNY,-5.00\n')
  })

  test('for a spreadsheet, text that looks like a formula gets an apostrophe; numbers never do', () => {
    const lines = renderOutput(one(formulas), options('csv', { forExcel: true })).split('\n')
    expect(lines.slice(1, -1)).toEqual([
      "'=1+1,CNY,-5.00",
      "'+1,CNY,-5.00",
      "'-1,CNY,-5.00",
      "'@SUM(A1),CNY,-5.00",
      'a=b,CNY,-5.00',
    ])
  })

  test('a small fraction has no exponent', () => {
    const table: Table = { name: 'count', columns: [{ key: 'count', type: 'percent' }], rows: [{ count: 1e-9 }] }
    expect(renderOutput(one(table), options('csv'))).toBe('count\n0.000000001\n')
  })
})

describe('JSON', () => {
  test('one document with money as decimal strings and the currency in the row, the same in every language', () => {
    const document = JSON.parse(renderOutput(one(balances), options('json', inChinese)))
    expect(document).toEqual({
      crm: 1,
      tables: [
        {
          name: 'balance',
          columns: balances.columns.map(({ key, type }) => ({ key, type })),
          rows: [
            { ...balances.rows[0], balance: '1234567.89' },
            { ...balances.rows[1], balance: '-1500' },
          ],
          totals: [
            { customer: null, name: null, currency: 'CNY', balance: '1234567.89', state: null, due: null, count: null },
            { customer: null, name: null, currency: 'JPY', balance: '-1500', state: null, due: null, count: null },
          ],
        },
      ],
      notes: [],
      problems: [],
    })
  })

  test('totals of one currency are one object', () => {
    const table = { ...balances, totals: [{ currency: 'CNY', balance: 5 }] }
    expect(JSON.parse(renderOutput(one(table), options('json'))).tables[0].totals.balance).toBe('0.05')
  })

  test('problems have code, place, message and hint; notes stand apart', () => {
    const where = { file: 'customers/acme.yaml', line: 3, column: 8 }
    const problems = [note('dry-run', {}), problem('missing-key', { key: 'name' }, where)]
    const document = JSON.parse(renderOutput({ tables: [] }, options('json', { problems })))
    expect(document.notes).toEqual([
      { code: 'dry-run', severity: 'note', params: {}, message: 'dry run: nothing was written' },
    ])
    expect(document.problems).toEqual([
      {
        code: 'missing-key',
        severity: 'error',
        where,
        params: { key: 'name' },
        message: 'the key "name" is missing',
        hint: 'add a line name: …',
      },
    ])
  })

  test('a changing verb says what it planned, amounts as decimals of their own currency, and whether it was written', () => {
    const paid = row('2026-11-03', 'payment', 'kiji', 1500, { currency: currency('JPY') })
    const changes = [
      { change: 'addRow', row: paid } as const,
      { change: 'addCustomer', customer: customer('acme', { creditLimit: 5000 }) } as const,
    ]
    const plan = { changes, applied: false, currency: currency('CNY') }
    const document = JSON.parse(renderOutput({ tables: [] }, options('json', { plan })))
    expect(document.applied).toBe(false)
    expect(document.plan.changes[0]).toEqual({
      change: 'addRow',
      row: {
        id: paid.id,
        date: '2026-11-03',
        kind: 'payment',
        customer: 'kiji',
        amount: '1500',
        currency: 'JPY',
      },
    })
    expect(document.plan.changes[1].customer.creditLimit).toBe('50.00')
  })
})

describe('Markdown', () => {
  test('a pipe table with numbers at the right and totals in bold', () => {
    const table = { ...balances, columns: balances.columns.slice(0, 4), totals: [{ currency: 'CNY', balance: 1 }] }
    expect(renderOutput(one(table), options('md'))).toBe(
      `\
| Customer | Name | Currency | Balance |
| --- | --- | --- | ---: |
| yunfan | 云帆 | CNY | 1,234,567.89 |
| kiji | Kiji | JPY | -1,500 |
|  |  | **CNY** | **0.01** |
`,
    )
  })

  test('nothing in a text is taken for markup, and a line break stays in its cell', () => {
    const table: Table = {
      name: 'text',
      columns: [{ key: 'text', type: 'text' }],
      rows: [{ text: '|*a* _b_ [c](d) <script>\n# e `f`' }],
    }
    expect(renderOutput(one(table), options('md')).split('\n')[2]).toBe(
      '| \\|\\*a\\* \\_b\\_ \\[c\\](d) \\<script\\><br>\\# e \\`f\\` |',
    )
  })

  test('the fence of a paper is longer than any in it', () => {
    const paper = { paper: 'file', name: 'x', text: 'a\n````\nb\n' } as const
    expect(renderOutput({ tables: [], papers: [paper] }, options('md'))).toContain('\n`````text\na\n````\nb\n`````\n')
  })
})

describe('HTML', () => {
  const table: Table = {
    name: 'text',
    columns: [{ key: 'text', type: 'text' }],
    rows: [{ text: `<script>alert(1)</script>"'&` }],
  }

  test('everything is escaped, and the page allows neither script nor loading', () => {
    const page = renderOutput(one(table), options('html'))
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
    expect(page).not.toMatch(/<script|<img|\son\w+=|https?:/)
    expect(page).toContain(`default-src 'none'`)
  })

  test('the page says its language', () => {
    expect(renderOutput(one(table), options('html', inChinese))).toContain('<html lang="zh-CN">')
  })
})
