// Foreign CSV: encodings are told and never guessed, records know their lines, a file that was cut off is refused.
import { expect, test } from 'vitest'
import { delimiterOf, parseCsv } from '../../../src/formats/sheets/csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const rows = (bytes: Uint8Array, options = {}) =>
  parseCsv(bytes, 'f.csv', options).sheet?.rows.map((r) => [r.line, ...r.cells])
const codes = (bytes: Uint8Array, options = {}) => parseCsv(bytes, 'f.csv', options).problems.map((p) => p.code)

/** 客户,b in GB18030. */
const chinese = Uint8Array.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a])

test('each record knows the line on which it begins, over blank lines and quoted line breaks', () => {
  expect(rows(utf8('a,b\n1,2\n\n3,"x\ny"\n5,6'))).toEqual([
    [2, '1', '2'],
    [4, '3', 'x\ny'],
    [6, '5', '6'],
  ])
})

test('line ends of Windows and a byte order mark are read over', () => {
  const sheet = parseCsv(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('a,b\r\n1,2\r\n')]), 'f.csv').sheet
  expect(sheet?.headings).toEqual(['a', 'b'])
  expect(sheet?.rows).toEqual([{ line: 2, cells: ['1', '2'], raw: '1,2' }])
})

test.each([
  ['a,b,c', ','],
  ['a;b,c;d', ';'],
  ['a\tb', '\t'],
  ['"x,y,z";b', ';'],
  ['alone', ','],
])('the delimiter of "%s" is told by the heading line', (heading, delimiter) => {
  expect(delimiterOf(heading)).toBe(delimiter)
})

test('a first line sep=; is obeyed and counted', () => {
  expect(rows(utf8('sep=;\r\na;b\r\n1;2\r\n'))).toEqual([[3, '1', '2']])
})

test('what is not UTF-8 is refused with a proposal, and read when the encoding is named', () => {
  expect(parseCsv(chinese, 'f.csv').problems).toMatchObject([
    { code: 'import-not-utf8', params: { looksLike: 'gb18030' } },
  ])
  expect(parseCsv(chinese, 'f.csv', { encoding: 'gb18030' }).sheet?.headings).toEqual(['客户', 'b'])
  const latin = Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x0a])
  expect(parseCsv(latin, 'f.csv').problems).toMatchObject([{ params: { looksLike: 'windows-1252' } }])
})

test('a workbook is named as one, instead of an encoding being proposed', () => {
  expect(codes(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]))).toEqual(['import-spreadsheet'])
  expect(codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['legacy-workbook'])
})

test('an encoding that does not exist, or that the file is not in, is said', () => {
  expect(codes(chinese, { encoding: 'klingon' })).toEqual(['unknown-encoding'])
  expect(codes(chinese, { encoding: 'utf-8' })).toEqual(['not-in-encoding'])
})

test('UTF-16 is read where its byte order mark says so', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, ...[...'a,b\n1,2\n'].flatMap((c) => [c.charCodeAt(0), 0])])
  expect(rows(bytes)).toEqual([[2, '1', '2']])
})

test('a file that ends within a row or a quote is refused; only the last line end may be missing', () => {
  expect(parseCsv(utf8('a,b,c\n1,2,3\n4,5'), 'f.csv').problems).toMatchObject([
    { code: 'import-cut', where: { file: 'f.csv', line: 3 } },
  ])
  expect(codes(utf8('a,b\n1,"2\n'))).toEqual(['import-cut'])
  expect(codes(utf8('a,b\n1,2'))).toEqual([])
})

test('rows with too many or too few fields stay, for the import to reject them by line', () => {
  expect(rows(utf8('a,b\n1\n1,2,3\n'))).toEqual([
    [2, '1'],
    [3, '1', '2', '3'],
  ])
})

test('a quote within a field is a character', () => {
  expect(rows(utf8('a,b\n5" disk,2\n'))).toEqual([[2, '5" disk', '2']])
})

test('an empty file is refused', () => {
  expect(codes(utf8(''))).toEqual(['import-empty'])
  expect(codes(utf8('\n\n'))).toEqual(['import-empty'])
})
