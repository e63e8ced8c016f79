// Tables that the tests of several renderers share.

import type { Table } from '../../src/core/base/table.ts'
import type { Output } from '../../src/core/book/paper.ts'
import type { OutputFormat, RenderOptions } from '../../src/render/output.ts'
import { english } from '../../src/text/en/all.ts'
import { chinese } from '../../src/text/zh/all.ts'

export const balances: Table = {
  name: 'balance',
  columns: [
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'currency', type: 'text' },
    { key: 'balance', type: 'money' },
    { key: 'state', type: 'word' },
    { key: 'due', type: 'day' },
    { key: 'count', type: 'number' },
  ],
  rows: [
    {
      customer: 'yunfan',
      name: '云帆',
      currency: 'CNY',
      balance: 123456789,
      state: 'note',
      due: '2026-11-03',
      count: 2,
    },
    { customer: 'kiji', name: 'Kiji', currency: 'JPY', balance: -1500, state: 'error', due: null, count: '1234.5' },
  ],
  totals: [
    { currency: 'CNY', balance: 123456789 },
    { currency: 'JPY', balance: -1500 },
  ],
}

export function options(format: OutputFormat, more: Partial<RenderOptions> = {}): RenderOptions {
  return { format, catalogue: english, language: 'en', colour: false, width: Number.POSITIVE_INFINITY, ...more }
}

export const inChinese: Partial<RenderOptions> = { catalogue: chinese, language: 'zh' }

export function one(table: Table): Output {
  return { tables: [table] }
}
