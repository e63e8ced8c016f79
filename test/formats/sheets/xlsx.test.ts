// Workbooks become tables of text: exact numbers, days, strings of every kind; archives are opened within bounds.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { numberText, workbookSheets } from '../../../src/formats/sheets/xlsx.ts'
import { dayText, isDayFormat } from '../../../src/formats/sheets/xlsx-days.ts'
import { archiveKind, zipEntries } from '../../../src/formats/sheets/zip.ts'
import { workbook } from '../../support/workbook.ts'

function csvOf(book: Parameters<typeof workbook>[0]): string {
  const sheets = workbookSheets(workbook(book), 'x.xlsx')
  if (!sheets.ok) return sheets.problem.code
  return sheets.value.map((s) => s.csv).join('---\n')
}

test('strings shared, rich and inline, numbers, days, booleans and empty cells; line n is row n', () => {
  const rows = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>say "hi", you</t></is></c></row>
<row r="4"><c r="A4" s="1"><v>46300</v></c><c r="B4"><v>1234.5600000000001</v></c><c r="C4" t="b"><v>1</v></c></row>
<row r="5"><c r="B5" t="str"><f>A1</f><v>made</v></c></row>`
  expect(
    csvOf({
      sheets: [{ name: 'a', rows }],
      strings: ['<r><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh><t>x</t></rPh>'],
      styles: [0, 14],
    }),
  ).toBe('\ntwo runs,,"say ""hi"", you"\n\n2026-10-05,1234.56,1\n,made,\n')
})

test('a number is the decimal of fifteen digits, and three decimals are never taken for thousands', () => {
  const cases = [
    '0.1',
    '-33.5',
    '1234.5600000000001',
    '0.30000000000000004',
    '1E-2',
    '1.5E3',
    '12.345',
    '100',
    '123456789012345',
  ]
  expect(cases.map(numberText)).toEqual([
    ...['0.1', '-33.5', '1234.56', '0.3', '0.01', '1500', '12.3450', '100', '123456789012345'],
  ])
  expect(numberText('#N/A')).toBe('#N/A')
})

/** Expected days: what Excel shows for these numbers (support article "Date systems in Excel"). */
test('days count from 1900 or 1904, with the day of 1900 that never was', () => {
  expect(dayText('1', false)).toBe('1900-01-01')
  expect(dayText('61', false)).toBe('1900-03-01')
  expect(dayText('43449', false)).toBe('2018-12-15')
  expect(dayText('43449.99999', false)).toBe('2018-12-15 23:59:59')
  expect(dayText('0', true)).toBe('1904-01-01')
  expect(dayText('40729', false)).toBe('2011-07-05')
  expect(dayText('39267', true)).toBe('2011-07-05')
  expect(
    ['yyyy-mm-dd', 'yyyy"年"m"月"', '[$-804]d', '#,##0.00', '0.00"days"', '[Red]0', 'General'].map((c) =>
      isDayFormat(180, c),
    ),
  ).toEqual([true, true, true, false, false, false, false])
})

test('hidden and empty sheets are passed over; a damaged workbook, rows out of order and endless columns are refused', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  expect(
    csvOf({
      sheets: [
        { name: 'h', rows: row, hidden: true },
        { name: 'e', rows: '' },
        { name: 'v', rows: row },
      ],
    }),
  ).toBe('1\n')
  expect(csvOf({ sheets: [{ name: 'a', rows: `${row}<row r="1"/>` }] })).toBe('bad-workbook')
  expect(csvOf({ sheets: [{ name: 'a', rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }] })).toBe('bad-workbook')
  expect(csvOf({ sheets: [{ name: 'a', rows: '<row r="1">' }] })).toBe('bad-workbook')
  const cut = workbook({ sheets: [{ name: 'a', rows: row }] }).slice(0, 200)
  expect(workbookSheets(cut, 'x')).toMatchObject({ ok: false, problem: { code: 'bad-zip' } })
})

test('an archive that would blow up is refused before anything is unpacked; kinds of archives are told apart', () => {
  const bomb = Buffer.from(zipSync({ 'a.csv': strToU8('x') }))
  const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bomb.writeUInt32LE(600 * 1024 * 1024, entry + 24)
  expect(zipEntries(bomb, 'bomb.zip', () => true)).toMatchObject({ ok: false, problem: { code: 'zip-too-large' } })
  const plain = zipSync({ 'b/x.csv': strToU8('x'), 'a.txt': strToU8('y') })
  const entries = zipEntries(plain, 'p.zip', (p) => p.endsWith('.csv'))
  expect(entries.ok && entries.value.map((e) => e.path)).toEqual(['b/x.csv'])
  expect(
    [plain, workbook({ sheets: [] }), zipSync({ mimetype: strToU8('x') })].map((b) => archiveKind(b, 'f')),
  ).toMatchObject([{ value: 'archive' }, { value: 'workbook' }, { value: 'document' }])
})
