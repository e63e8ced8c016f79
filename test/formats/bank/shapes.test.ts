// Shapes of bank files written by hand: several accounts in one file, pages, sides without a heading, ways to write amounts and days.
import { expect, test } from 'vitest'
import { parseStatement } from '../../../src/formats/bank/detect.ts'
import { statementLines } from '../../support/statements/lines.ts'

const read = (text: string) => parseStatement(new TextEncoder().encode(text), 'f.csv').sheet

test('tables of several accounts in one file are all read, each with its columns and the words above it as its account', () => {
  const sheet = read(`
"Umsätze Girokonto";"Zeitraum: 01.10.2026 - 31.10.2026";
"Neuer Kontostand";"1.234,56 EUR";

"Buchungstag";"Vorgang";"Buchungstext";"Umsatz in EUR";
"05.10.2026";"Lastschrift";"Strom";"-45,00";
"Alter Kontostand";"79,56 EUR";

"Umsätze Visa-Karte";"Zeitraum: 01.10.2026 - 31.10.2026";

"Buchungstag";"Umsatztag";"Vorgang";"Referenz";"Buchungstext";"Umsatz in EUR";
"08.10.2026";"07.10.2026";"Visa-Umsatz";"123";"Laden";"-30,00";
`)
  const own = sheet?.headings.indexOf('own account') ?? -1
  const amount = sheet?.headings.indexOf('Umsatz') ?? -1
  expect(sheet?.rows.map((r) => [r.line, r.cells[own], r.cells[amount]])).toEqual([
    [6, 'Umsätze Girokonto', '-45,00'],
    [12, 'Umsätze Visa-Karte', '-30,00'],
  ])
})

test('headings that come again, or stand on a new page, begin no account', () => {
  const { lines, rejected } = statementLines(`Date,Description,Amount
2026-10-05,Rent,-50.00
Date,Description,Amount
2026-10-06,Sale,70.00

Page 2 of 2
Date,Description,Amount
2026-10-07,Sale,80.00
`)
  expect(lines.map((l) => l.amount)).toEqual([-5000, 7000, 8000])
  expect(rejected.filter((r) => r.fault.found !== 'Page 2 of 2' && r.fault.reason !== 'raggedRow')).toEqual([])
})

test('the one IBAN above the headings is the account; one whose check digits are wrong is none', () => {
  const file = (iban: string) => `Konto;${iban}\nBuchungstag;Verwendungszweck;Betrag\n05.10.2026;A;1,50\n`
  expect(read(file('DE02 1203 0000 0000 2020 51'))?.rows[0]?.cells.at(-1)).toBe('DE02120300000000202051')
  expect(read(file('DE03 1203 0000 0000 2020 51'))?.headings).not.toContain('own account')
})

test.each([
  [
    'a column of sides without a heading',
    'Buchungstag;Verwendungszweck;Umsatz; \n05.10.2026;A;1.200,00;H\n06.10.2026;B;45,10;S\n',
    [120000, -4510],
  ],
  [
    'Cr and Dr behind amounts',
    'Date,Narration,Amount\n2026-10-05,A,"1,200.00 CR"\n2026-10-06,B,45.10Dr\n',
    [120000, -4510],
  ],
  [
    'Indian groups',
    'Date,Narration,Amount\n2026-10-05,A,"12,34,567.50"\n2026-10-06,B,"-1,23,456.00"\n',
    [123456750, -12345600],
  ],
  [
    'Swiss groups',
    "Datum;Text;Belastung;Gutschrift\n05.10.26;A;;12’345.50\n06.10.26;B;1'500.00;\n",
    [1234550, -150000],
  ],
  [
    'names of months first, weekdays',
    'Date,Payee,Amount\n"Oct 5, 2026",A,1.00\nTue 6 Oct 2026,B,(2.00)\n',
    [100, -200],
  ],
])('%s', (_, text, amounts) => {
  const { lines, rejected } = statementLines(text)
  expect(rejected).toEqual([])
  expect(lines.map((l) => [l.date, l.amount])).toEqual([
    ['2026-10-05', amounts[0]],
    ['2026-10-06', amounts[1]],
  ])
})

test('groups of two stand in India only before a last one of three', () => {
  const { rejected } = statementLines(
    'Date,Narration,Amount\n2026-10-05,A,"1,23.00"\n2026-10-06,B,"12,34,56.00"\n2026-10-07,C,"123,45,678.00"\n',
  )
  expect(rejected).toHaveLength(3)
})

test('UTF-16 without a mark is told by its zero bytes', () => {
  const text = 'Date,Payee,Amount\n2026-10-05,Mill,1.50\n'
  const little = Buffer.from(text, 'utf16le')
  for (const bytes of [little, Buffer.from(little).swap16()])
    expect(parseStatement(bytes, 'f.csv').sheet?.rows[0]?.cells).toEqual(['2026-10-05', 'Mill', '1.50'])
})

test('headings that any bank may have decide for no currency', () => {
  const { lines } = statementLines('Date,Description,Amount,Balance\n2026-10-05,A,1.00,2.00\n')
  expect(lines.map((l) => l.currency)).not.toContain('GBP')
})
