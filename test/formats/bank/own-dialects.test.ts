// Layouts that a user describes: columns by number or heading, lines to skip, signs, words for directions; and what is never guessed.
import { expect, test } from 'vitest'
import type { ImportMapping } from '../../../src/core/book/mapping.ts'
import { mappingCodec, writeMapping } from '../../../src/store/codecs/mapping.ts'
import { decodeSource } from '../../../src/store/source.ts'
import { readYamlWithCare } from '../../../src/store/yaml/codec.ts'
import { statementLines } from '../../support/statements/lines.ts'

const told = (mapping: Partial<ImportMapping>) => ({
  name: 'own',
  mapping: { as: 'bank', columns: {}, constants: {}, ...mapping } as const,
})

test('a file without headings is read by the numbers of its columns, below lines that are skipped', () => {
  const file = `Report of 7 October
made by hand
05/10/2026,POWER,9.99,,765.44
06/10/2026,ACORN MILL,,"1,234.56","2,000.00"
`
  const columns = { date: '1', text: '2', out: '3', in: '4', balance: '5' }
  const map = told({ headings: 'none', skip: 2, columns, date: 'dd/MM/yyyy' })
  const { lines, rejected, problems } = statementLines(file, {}, 'file', map)
  expect([rejected, problems.filter((p) => p.code !== 'mapping-saved-bare')]).toEqual([[], []])
  expect(lines).toMatchObject([
    { date: '2026-10-05', amount: -999, text: 'POWER', balance: 76544 },
    { date: '2026-10-06', amount: 123456, text: 'ACORN MILL', balance: 200000 },
  ])
  const line = statementLines(file.replace('POWER,9.99', 'POWER,x'), {}, 'file', map).rejected.map((r) => r.row.line)
  expect(line).toEqual([3])
})

test('a column number that the file does not have is refused', () => {
  const map = told({ headings: 'none', columns: { date: '1', amount: '9' } })
  expect(statementLines('2026-10-05,1.00\n', {}, 'file', map).problems).toMatchObject([
    { code: 'missing-heading', params: { heading: '9', headings: ['1', '2'] } },
  ])
})

test('days that may be read two ways stay refused in a file without headings, too', () => {
  const map = told({ headings: 'none', columns: { date: '1', amount: '2' } })
  expect(statementLines('05/10/2026,1.00\n', {}, 'file', map).problems).toMatchObject([{ code: 'days-ambiguous' }])
})

test('headings that nobody knows, own words for in and out, an encoding and a decimal mark', () => {
  const file = Buffer.from(
    'Jour~Quoi~Combien~Voie\n2026-10-05~Caf\u00e9~9,99~ausgang\n2026-10-06~Moulin~1234,56~eingang\n',
    'latin1',
  )
  const map = told({
    columns: { date: 'Jour', text: 'Quoi', amount: 'Combien', direction: 'Voie' },
    delimiter: '~',
    encoding: 'windows-1252',
    decimal: ',',
    in: ['Eingang'],
    out: ['Ausgang'],
  })
  const { lines, rejected } = statementLines(file, {}, 'file', map)
  expect(rejected).toEqual([])
  expect(lines).toMatchObject([
    { amount: -999, text: 'Café' },
    { amount: 123456, text: 'Moulin' },
  ])
})

test('a card that writes purchases without a sign: amounts and balances are turned', () => {
  const file = 'Date,Description,Amount,Balance\n2026-10-05,SHOP,9.99,109.99\n2026-10-06,PAYMENT,-109.99,0.00\n'
  const { lines, problems } = statementLines(file, {}, 'file', told({ sign: 'reversed' }))
  expect(problems.filter((p) => p.code !== 'mapping-saved')).toEqual([])
  expect(lines.map((l) => [l.amount, l.balance])).toEqual([
    [-999, -10999],
    [10999, 0],
  ])
})

test('amounts with a comma and balances with a point are each read by their own column; a column that mixes is refused', () => {
  const file = (second: string) => `Date;Text;Amount;Balance\n2026-10-05;A;1,50;100.25\n2026-10-06;B;${second};98.25\n`
  expect(statementLines(file('-2,00')).lines.map((l) => [l.amount, l.balance])).toEqual([
    [150, 10025],
    [-200, 9825],
  ])
  expect(statementLines(file('-2.00')).problems).toMatchObject([{ code: 'marks-contradictory' }])
  expect(statementLines('Date;Amount;Balance\n2026-10-05;1,500;100.25\n2026-10-06;2,500;1,5\n').problems).toMatchObject(
    [{ code: 'marks-contradictory' }],
  )
})

test('a mapping is written and read back with everything that it says', () => {
  const mapping: ImportMapping = {
    as: 'bank',
    columns: { date: '1', amount: '3' },
    constants: { currency: 'EUR' },
    date: 'dd.MM.yyyy',
    decimal: ',',
    encoding: 'windows-1252',
    delimiter: ';',
    skip: 3,
    headings: 'none',
    sign: 'reversed',
    in: ['Eingang'],
    out: ['Ausgang', 'No'],
  }
  const source = decodeSource(
    'imports/own.yaml',
    new TextEncoder().encode(writeMapping(mapping)),
    mappingCodec.limit,
    [],
  )
  expect(source === null ? null : readYamlWithCare(mappingCodec, source, undefined, [])).toEqual(mapping)
})
