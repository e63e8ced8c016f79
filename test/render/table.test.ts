import { describe, expect, test } from 'vitest'
import { renderOutput } from '../../src/render/output.ts'
import { displayWidth } from '../../src/render/width.ts'
import { balances, inChinese, one, options } from './tables.ts'

describe('tables on a terminal', () => {
  test('numbers stand right, money has its currency’s decimals, totals stand under a rule', () => {
    expect(renderOutput(one(balances), options('table'))).toBe(
      `\
Customer  Name  Currency       Balance  State  Due           Count
──────────────────────────────────────────────────────────────────
yunfan    云帆  CNY       1,234,567.89  Note   2026-11-03        2
kiji      Kiji  JPY             -1,500  Error              1,234.5
──────────────────────────────────────────────────────────────────
Total           CNY       1,234,567.89
Total           JPY             -1,500
`,
    )
  })

  test('headings and words are in the reader’s language', () => {
    const text = renderOutput(one(balances), options('table', inChinese))
    expect(text.split('\n')[0]).toBe('客户    名称  币种          余额  状态  到期日         笔数')
    expect(text).toContain('错误')
  })

  test('a heading that is data stands instead of the word', () => {
    const table = { ...balances, columns: [{ key: 'balance', type: 'money', heading: '1–30' } as const] }
    expect(renderOutput(one(table), options('table')).split('\n')[0]?.trim()).toBe('1–30')
  })

  test('text is wrapped where the terminal is narrow, and no letter is lost', () => {
    const name = 'a name of many words that does not fit into the line'
    const row = { customer: 'yunfan', name, currency: 'CNY', balance: 5 }
    const table = { ...balances, columns: balances.columns.slice(0, 4), rows: [row] }
    const text = renderOutput(one(table), options('table', { width: 60 }))
    for (const word of name.split(' ')) expect(text).toContain(word)
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
  })

  test('columns that do not fit go into further bands, each with the first columns again', () => {
    const text = renderOutput(one(balances), options('table', { width: 44 }))
    const bands = text.split('\n\n')
    expect(bands.length).toBe(2)
    for (const band of bands) {
      expect(band).toContain('yunfan')
      for (const line of band.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(44)
    }
    for (const heading of ['Name', 'Currency', 'Balance', 'State', 'Due', 'Count']) expect(text).toContain(heading)
  })

  test('an empty table says so', () => {
    expect(renderOutput(one({ name: 'balance', columns: balances.columns, rows: [] }), options('table'))).toContain(
      '(none)',
    )
  })

  test('several tables have titles', () => {
    const text = renderOutput({ tables: [balances, { ...balances, name: 'customers' }] }, options('table', inChinese))
    expect(text.startsWith('余额\n')).toBe(true)
    expect(text).toContain('\n\n客户\n')
  })

  test('colour only when asked for', () => {
    expect(renderOutput(one(balances), options('table'))).not.toContain('\u001b')
    expect(renderOutput(one(balances), options('table', { colour: true }))).toContain('\u001b[1m')
  })

  test('money without a currency in its row is a bug, never a number without a unit', () => {
    const table = { ...balances, rows: [{ customer: 'x', balance: 5 }] }
    expect(() => renderOutput(one(table), options('table'))).toThrow('no currency')
  })

  test('of ten thousand rows each has its line', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ ...balances.rows[i % 2], count: i }))
    const lines = (table: typeof balances) => renderOutput(one(table), options('table')).split('\n').length
    expect(lines({ ...balances, rows }) - lines(balances)).toBe(10_000 - balances.rows.length)
  })
})
