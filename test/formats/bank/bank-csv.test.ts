// CSVs as banks write them: sentences above, sums below, sign in a column, texts that run on; and QIF.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedData } from '../../support/shared.ts'
import { statementLines } from '../../support/statements/lines.ts'

test('headings are found below sentences, a text that runs on is joined, sums at the end are counted', () => {
  const { lines, problems, rejected } = statementLines(`Account details for:,Harbour account
Ledger Balance,"1,060.00"

Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)
18/04/2026,19/04/2026,TRANSFER,,"1,000.00"
,,FROM ACORN MILL
17/04/2026,17/04/2026,FEE,5.00,
Total 2,,,5.00,"1,000.00"
`)
  expect(rejected).toEqual([])
  expect(lines).toMatchObject([
    { date: '2026-04-18', value: '2026-04-19', amount: 100000, currency: 'SGD', text: 'TRANSFER FROM ACORN MILL' },
    { date: '2026-04-17', amount: -500, currency: 'SGD' },
  ])
  expect(problems).toMatchObject([{ code: 'rows-below', params: { count: 1 } }])
})

test('semicolons, decimal commas, and a balance that is verified in either order', () => {
  const file = (balance: string) => `Konto;DE02120300000000202051
Buchungstag;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Währung;Kontostand
06.10.2026;Birke GmbH;RE 2;-98,76;EUR;${balance}
05.10.2026;Ahorn KG;RE 1;1.234,56;EUR;1.334,56
`
  const { lines, problems } = statementLines(file('1.235,80'))
  expect(problems).toEqual([])
  expect(lines).toMatchObject([
    { date: '2026-10-06', amount: -9876, payer: 'Birke GmbH', balance: 123580 },
    { date: '2026-10-05', amount: 123456, payer: 'Ahorn KG', text: 'RE 1' },
  ])
  expect(statementLines(file('1.235,81')).problems).toMatchObject([
    { code: 'statement-sum', params: { opening: '100.00', lines: '1135.80', closing: '1235.81' } },
  ])
})

test('a column says in or out; a negative amount that came in, or another word, is rejected', () => {
  const { lines, rejected } = statementLines(`Date,Label,Amount,D/C
2026-10-05,rent,33.50,D
2026-10-06,bill,20.00,C
2026-10-07,bill,-20.00,C
2026-10-08,bill,20.00,X
`)
  expect(lines.map((l) => l.amount)).toEqual([-3350, 2000])
  expect(rejected.map((r) => r.fault.reason)).toEqual(['signDiffers', 'unknownDirection'])
})

test('failed and pending payments are left out and counted', () => {
  const { lines, problems } = statementLines(`Date,Name,Status,Amount
2026-10-05,A,Completed,1.00
2026-10-06,B,Declined,2.00
2026-10-07,C,Pending,3.00
`)
  expect(lines.map((l) => l.payer)).toEqual(['A'])
  expect(problems).toMatchObject([
    { code: 'lines-failed', params: { count: 1, states: ['Declined'] } },
    { code: 'lines-pending', params: { count: 1 } },
  ])
})

test('income and expense columns with dashes, blanks and tabs; a masked balance is said, not guessed', () => {
  const { lines, problems } = statementLines(`明细查询文件下载

卡号: 1234****9876

交易日期,摘要,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2026-05-02\t,"工资\t","1,234.56\t","-\t",人民币,"x,xxx.xx",橡树工坊
2026-05-01\t,"消费\t","\t","13.40\t",人民币,"x,xxx.xx",纸店
人民币合计,,"1,234.56","13.40",
`)
  expect(lines).toMatchObject([
    { date: '2026-05-02', amount: 123456, currency: 'CNY', payer: '橡树工坊' },
    { date: '2026-05-01', amount: -1340 },
  ])
  expect(problems.map((p) => p.code).sort()).toEqual(['balances-unread', 'rows-below'])
})

test('QIF: days and amounts of any country; several accounts are told apart', () => {
  const account = (name: string) => `!Account
N${name}
TBank
^
!Type:Bank
D1/15'26
T1,200.50
PAcorn Mill
MINV-2026-0001
N77
^
D2/ 3'26
T-15.00
PFee
SBank
$-15.00
^
`
  expect(statementLines(account('main'))).toMatchObject({
    format: 'qif',
    problems: [],
    lines: [
      { date: '2026-01-15', amount: 120050, payer: 'Acorn Mill', text: 'INV-2026-0001', reference: '77' },
      { date: '2026-02-03', amount: -1500 },
    ],
  })
  expect(statementLines(account('a') + account('b')).lines.map((l) => l.account)).toEqual(['a0', 'a0', 'a1', 'a1'])
  expect(statementLines('!Type:Invst\nD1/15/26\nNBuy\n^\n').problems).toMatchObject([{ code: 'records-other' }])
})

const samples = ['bank', 'wallets'].flatMap((f) => sharedData(f) ?? [])

function files(at: string): string[] {
  return statSync(at).isDirectory()
    ? readdirSync(at)
        .sort()
        .flatMap((n) => files(join(at, n)))
    : [at]
}

/** Rows that the files have, as read when this was written (ICBC and OCBC counted independently); the rest of a wallet's rows is left out with a reason. */
const counted: Readonly<Record<string, number>> = {
  'TransactionHistory_20180418043121.csv': 8,
  'MonzoDataExport_February2018_2018-02-26_174335.csv': 1,
  'export_BE11123456789012_20180304_1422.csv': 1,
  '20180226-1000594757-umsatz.CSV': 1,
  'example-icbc-debit-v1-records.csv': 11,
  'cmb_debit_cmb-records.csv.gbk.csv': 5,
  'schwab-checking.csv': 4,
  'stripe-all.csv': 5,
  'ubs-ch-fr_trimmed.csv': 3,
  'n26-fr.csv': 2,
  'example-alipay-records.csv': 6,
  'example-wechat-records.csv': 16,
  'alipay_merchant_detail_2019.gbk.csv': 10,
  'wechat_merchant_ALL_2014.csv': 2,
  'test_qif.qif': 5,
}

test.runIf(samples.length === 2)('every sample of banks and wallets is read or refused with a reason', () => {
  const table: string[] = []
  for (const f of samples.flatMap(files).filter((n) => /\.(csv|dat|qif|xlsx?|txt|sta|ofx|xml)$/i.test(n))) {
    const got = statementLines(readFileSync(f))
    const name = f.split('/').at(-1) ?? ''
    const status = got.format === '' ? (got.problems[0]?.code ?? '') : `${got.format}, ${got.rejected.length} rejected`
    table.push(`${String(got.lines.length).padStart(5)}  ${name}: ${status}`)
    expect(status, f).not.toBe('')
    if (counted[name] !== undefined) expect(got.lines.length, f).toBe(counted[name])
  }
  expect(table.length).toBeGreaterThan(150)
  console.info(table.join('\n'))
})

test('balances above and below the lines are compared with them', () => {
  const file = (closing: string) => `Umsätze Girokonto;Zeitraum: 30 Tage
Neuer Kontostand;${closing} EUR

Buchungstag;Buchungstext;Umsatz in EUR
05.10.2026;Rechnung INV-1;1.119,00
02.10.2026;Abschlag;-50,00

Alter Kontostand;931,00 EUR
`
  expect(statementLines(file('2.000,00')).problems).toMatchObject([{ code: 'rows-below' }])
  // 931.00 + 1119.00 − 50.00 = 2000.00
  expect(statementLines(file('2.001,00')).problems).toMatchObject([
    { code: 'rows-below' },
    { code: 'statement-sum', params: { opening: '931.00', lines: '1069.00', closing: '2001.00', currency: 'EUR' } },
  ])
})

test('sums of what came in and went out are compared with the lines, and a day in them makes no line', () => {
  const file = (sum: string) => `交易日期,收入,支出,余额,交易备注
20261015,119.00,,1069.00,远山示例
20261002,,50.00,950.00,电费
# 共2条记录，其中支出1笔，合计50.00；收入1笔，合计${sum}
`
  expect(statementLines(file('119.00')).rejected).toEqual([])
  expect(statementLines(file('119.00')).problems).toMatchObject([{ code: 'rows-below', params: { count: 1 } }])
  expect(statementLines(file('120.00')).problems).toMatchObject([
    { code: 'rows-below' },
    { code: 'statement-totals', params: { direction: 'in', said: '120.00', found: '119.00' } },
  ])
})

test('a card states what is owed', () => {
  const { problems } = statementLines(`Previous Balance as of 10/01/2026,100.00
New Balance as of 10/31/2026,130.00
Total credits,20.00

Date,Description,Amount
2026-10-05,HARBOUR FUEL,-50.00
2026-10-07,PAYMENT,20.00
`)
  expect(problems).toEqual([])
})

test('what is said twice, differently, is not said', () => {
  const { problems } = statementLines(`Opening balance,10.00
Opening balance,20.00
Closing balance,40.00

Date,Description,Amount
2026-10-05,INV-1,5.00
`)
  expect(problems).toEqual([])
})
