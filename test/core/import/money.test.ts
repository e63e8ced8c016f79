// crm import --as bills, payments, bank, customers.
import { expect, test } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import type { Change } from '../../../src/core/book/change.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { book, customer, row } from '../../support/book.ts'
import { applied, importing, reasons, rowsOf } from '../../support/import.ts'

const start = book({ customers: [customer('acorn', { terms: 'net 14' }), customer('birch')] })
const billFile =
  'invoice number,customer,invoice date,due date,invoice amount\n0015,acorn,2026-10-01,2026-10-31,100.00\n0016,acorn,2026-10-02,,50\n'

test('bills keep their numbers as they are and need no file; the due day is the file’s, else by the terms', () => {
  const plan = importing(start, 'bills', billFile)
  expect(rowsOf(plan.changes)).toMatchObject([
    { kind: 'bill', document: '0015', due: '2026-10-31', amount: 10000, source: 'import:bills' },
    { kind: 'bill', document: '0016', due: '2026-10-16', amount: 5000 },
  ])
  expect(importing(applied(start, plan.changes), 'bills', billFile).changes).toEqual([])
})

test('instalments of one bill are rows of one number; the same number and due day twice is refused', () => {
  const plan = importing(
    start,
    'bills',
    'number,customer,date,due,amount\nA1,acorn,2026-10-01,2026-11-01,60\nA1,acorn,2026-10-01,2026-12-01,40\nA1,acorn,2026-10-01,2026-12-01,40\n',
  )
  expect(rowsOf(plan.changes).map((r) => [r.document, r.due])).toEqual([
    ['A1', '2026-11-01'],
    ['A1', '2026-12-01'],
  ])
  expect(reasons(plan)).toEqual([[4, 'documentTwice', 'A1']])
})

test('a number that is in the book with other content is refused, and nothing of it is written', () => {
  const after = applied(start, importing(start, 'bills', billFile).changes)
  const plan = importing(after, 'bills', billFile.replace('100.00', '101.00'))
  expect(plan.changes).toEqual([])
  expect(reasons(plan)).toEqual([[2, 'documentDiffers', '0015']])
  const own = book({
    customers: [customer('acorn')],
    rows: [row('2026-10-01', 'bill', 'acorn', 10000, { document: '0015', due: day('2026-10-31') })],
  })
  expect(reasons(importing(own, 'bills', billFile))).toMatchObject([[2, 'documentDiffers', '0015']])
})

test('a negative bill is a credit note', () => {
  const plan = importing(start, 'bills', 'number,customer,date,amount\nC9,acorn,2026-10-01,-12.50\n')
  expect(rowsOf(plan.changes)).toMatchObject([
    { kind: 'credit', document: 'C9', amount: 1250, due: null, reason: 'correction' },
  ])
})

const paymentFile =
  'customer,date,amount,document\nacorn,2026-10-20,100.00,0015\nacorn,2026-10-21,80,0016\nacorn,2026-10-22,5,0099\n'

test('a payment settles its document as far as both go; the rest and unknown documents stay on account', () => {
  const billed = applied(start, importing(start, 'bills', billFile).changes)
  const plan = importing(billed, 'payments', paymentFile)
  expect(rowsOf(plan.changes).map((r) => [r.kind, r.document, r.amount])).toEqual([
    ['payment', '', 10000],
    ['apply', '0015', 10000],
    ['payment', '', 8000],
    ['apply', '0016', 5000],
    ['payment', '', 500],
  ])
  expect(plan.problems).toMatchObject([
    { code: 'documents-not-found', params: { count: 1, documents: ['0099'] } },
    { code: 'rows-imported' },
  ])
  const after = applied(billed, plan.changes)
  expect(importing(after, 'payments', paymentFile).changes).toEqual([])
  expect(openLedger(after.journal, day('2026-12-31')).problems).toEqual([])
})

test('payments imported before their bills are applied when they are imported again', () => {
  const paid = applied(start, importing(start, 'payments', paymentFile).changes)
  const billed = applied(paid, importing(paid, 'bills', billFile).changes)
  const plan = importing(billed, 'payments', paymentFile)
  expect(rowsOf(plan.changes).map((r) => [r.kind, r.document, r.amount])).toEqual([
    ['apply', '0015', 10000],
    ['apply', '0016', 5000],
  ])
})

test('a document is never settled beyond what is open, by however many rows', () => {
  const billed = applied(start, importing(start, 'bills', billFile).changes)
  const plan = importing(
    billed,
    'payments',
    'customer,date,amount,document\nacorn,2026-10-20,70,0015\nacorn,2026-10-20,70,0015\n',
  )
  expect(
    rowsOf(plan.changes)
      .filter((r) => r.kind === 'apply')
      .map((r) => r.amount),
  ).toEqual([7000, 3000])
})

test('a payment for another customer’s document, or of nothing, is refused', () => {
  const billed = applied(start, importing(start, 'bills', billFile).changes)
  const plan = importing(
    billed,
    'payments',
    'customer,date,amount,document\nbirch,2026-10-20,70,0015\nacorn,2026-10-20,0,\nacorn,2026-10-20,-1,\n,2026-10-20,1,\n',
  )
  expect(reasons(plan)).toEqual([
    [2, 'otherCustomersDocument', '0015'],
    [3, 'zeroAmount', '0'],
    [4, 'negativeAmount', '-1'],
    [5, 'missingCustomer', ''],
  ])
})

const statement =
  '交易日期,收入,支出,对方户名,对方账号,摘要,余额\n2026-10-05,"1,200.00",,云帆,6222,货款,"5,200.00"\n2026-10-05,,15.00,,,手续费,"5,185.00"\n'

const bankLines = (changes: readonly Change[]) => changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))

test('bank lines come with signs, from one column or two; the same or an overlapping statement adds nothing', () => {
  const plan = importing(start, 'bank', statement, { account: 'icbc' })
  const lines = bankLines(plan.changes)
  expect(lines).toMatchObject([
    {
      account: 'icbc',
      date: '2026-10-05',
      amount: 120000,
      payer: '云帆',
      payerAccount: '6222',
      text: '货款',
      balance: 520000,
    },
    { amount: -1500, text: '手续费', balance: 518500 },
  ])
  const after = applied(start, plan.changes)
  expect(importing(after, 'bank', statement, { account: 'icbc' }).changes).toEqual([])
  const later = `${statement}2026-10-06,3,,a,,b,"5,188.00"\n`
  expect(bankLines(importing(after, 'bank', later, { account: 'icbc' }).changes)).toHaveLength(1)
})

test('two equal lines of a statement stay two', () => {
  const file = 'date,amount,payer,text\n2026-10-05,10,a,b\n2026-10-05,10,a,b\n'
  const plan = importing(start, 'bank', file, { account: 'icbc' })
  expect(new Set(bankLines(plan.changes).map((line) => line.id)).size).toBe(2)
  expect(importing(applied(start, plan.changes), 'bank', file, { account: 'icbc' }).changes).toEqual([])
})

test('bank lines need an account that can be a folder', () => {
  expect(importing(start, 'bank', statement).problems).toMatchObject([{ code: 'account-needed' }])
  expect(importing(start, 'bank', statement, { account: '../x' }).problems).toMatchObject([
    { code: 'bad-account-name' },
  ])
})

test('customers get readable ids, keep their numbers as aliases, and are known the second time', () => {
  const file =
    '客户编号,客户名称,类型,英文名,联系人,标签\nC-001,北京云帆科技有限公司,公司,Yunfan Tech,李雷,vip、export\n,Lantern House Ltd,company,,,\n,王芳,个人,,,\n'
  const plan = importing(book(), 'customers', file)
  const made = plan.changes.flatMap((c) => (c.change === 'addCustomer' ? [c.customer] : []))
  expect(made).toMatchObject([
    {
      id: 'c-001',
      name: '北京云帆科技有限公司',
      aliases: ['C-001', 'Yunfan Tech'],
      contacts: [{ name: '李雷' }],
      tags: ['vip', 'export'],
    },
    { id: 'lantern-house', name: 'Lantern House Ltd' },
    { id: 'p-0001', name: '王芳', kind: 'person' },
  ])
  expect(importing(applied(book(), plan.changes), 'customers', file).changes).toEqual([])
})

test('a name that another customer has already is refused where the numbers differ', () => {
  const plan = importing(
    book({ customers: [customer('acorn', { name: 'Acorn Mill' })] }),
    'customers',
    'id,name\nX1,Acorn Mill\nX2,Birch Works\nX3,Birch works\n',
  )
  expect(reasons(plan)).toEqual([
    [2, 'sameName', 'Acorn Mill'],
    [4, 'sameName', 'Birch works'],
  ])
})

test('a customer whom no file could hold is rejected alone, wherever he comes from', () => {
  const brackets = '['.repeat(50)
  const list = importing(book(), 'customers', `name,notes\nAcorn,ok\nBirch,${brackets}\nCedar,${'x'.repeat(70_000)}\n`)
  expect(list.changes).toHaveLength(1)
  expect(list.rejected.map((r) => [r.row.line, r.fault.reason])).toEqual([
    [3, 'unfitText'],
    [4, 'unfitText'],
  ])
  const rows = `date,customer name,item,amount\n2026-10-05,${brackets},a,10.00\n`
  const sales = importing(book(), 'sales', rows, { create: true })
  expect([sales.changes, sales.rejected.map((r) => r.fault.reason)]).toEqual([[], ['unfitText']])
})
