// What a file of an unknown bank shows of its layout, and what it leaves open: money is never guessed.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describe as described } from '../../../src/core/verbs/import/describe/describe.ts'
import type { Told } from '../../../src/core/verbs/import/describe/finding.ts'
import { examine } from '../../../src/formats/sheets/examine.ts'
import { main } from '../../../src/main.ts'
import { fixedWorld } from '../../support/world.ts'

function layoutOf(file: string | Uint8Array, told: Told = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const found = examine(bytes, 'f.csv', told)
  if (!found.ok) throw new Error(found.problem.code)
  const { sheet, ...layout } = found.value
  const { findings, columns, mapping } = described(sheet, layout, told)
  const say = Object.fromEntries(findings.map((f) => [f.property, f.value]))
  const why = Object.fromEntries(findings.map((f) => [f.property, f.evidence]))
  return { say, why, mapping, fields: columns.map((c) => c.field) }
}

test('balances prove the amount, in the order of the file or against it, with either sign', () => {
  const rows = ['2026-10-05;A;-9,99;1 990,01', '2026-10-06;B;500,00;2 490,01', '2026-10-07;C;-0,01;2 490,00']
  const file = (lines: readonly string[]) => `J;Q;K;R\n${lines.join('\n')}\n`
  for (const lines of [rows, rows.toReversed()]) {
    const { say, why, fields } = layoutOf(file(lines))
    expect(fields).toEqual(['date', 'text', 'amount', 'balance'])
    expect([say.sign, why.sign, say.decimalMark]).toEqual(['plain', 'byBalance', ','])
  }
  const turned = layoutOf('J;Q;K;R\n2026-10-05;A;9,99;90,01\n2026-10-06;B;-10,00;100,01\n2026-10-07;C;0,01;100,00\n')
  expect([turned.say.sign, turned.mapping.sign]).toEqual(['reversed', 'reversed'])
})

test('columns in and out are told apart by the balances, and by nothing else', () => {
  const file = (balances: readonly string[]) =>
    `a;b;c;d\n${['5.00;;', ';7.50;', '2.00;;', ';1.00;'].map((c, i) => `2026-10-0${i + 1};${c}${balances[i] ?? ''}`).join('\n')}\n`
  expect(layoutOf(file(['105.00', '97.50', '99.50', '98.50'])).fields).toEqual(['date', 'in', 'out', 'balance'])
  expect(layoutOf(file(['95.00', '102.50', '100.50', '101.50'])).fields).toEqual(['date', 'out', 'in', 'balance'])
  const { say } = layoutOf(file(['1.00', '1.00', '1.00', '1.00']))
  expect(say.amountColumn).toBeNull()
})

test.each([
  ['days that may be read two ways', 'Date;Text;Amount\n05/10/2026;A;1,00\n06/10/2026;B;-2,00\n', 'dateFormat'],
  ['thousands or decimals', 'Date;Text;Amount\n2026-10-05;A;12.500\n2026-10-06;B;-1.250\n', 'decimalMark'],
  ['amounts of one sign', 'Date;Text;Amount\n2026-10-05;A;1,00\n2026-10-06;B;2,00\n', 'sign'],
  ['no amounts', 'Date;Text\n2026-10-05;A\n2026-10-06;B\n', 'amountColumn'],
  ['no days', 'Text;Amount\nA;1,00\nB;-2,00\n', 'dateColumn'],
])('%s are left open', (_name, file, property) => {
  expect(layoutOf(file).say[property]).toBeNull()
})

test('bytes that are no UTF-8 are proven by known headings, and left open without them', () => {
  const western = (heading: string) =>
    Buffer.from(`Datum;${heading};Betrag;Währung\n05.10.2026;Café;-1,00;EUR\n`, 'latin1')
  expect(layoutOf(western('Verwendungszweck')).mapping.encoding).toBe('windows-1252')
  const unknown = Buffer.from('Jour;Caf\u00e9;Prix\n05.10.2026;x;-1,00\n06.10.2026;y;1,00\n', 'latin1')
  expect(layoutOf(unknown).say.encoding).toBeNull()
  expect(layoutOf(unknown, { encoding: 'windows-1252' }).mapping).toMatchObject({ encoding: 'windows-1252' })
})

test('day and month are told by the day that can only be one of them', () => {
  const file = (day: string) => `D;T;A\n${day};x;-1,00\n05/06/26;y;1,00\n`
  expect(layoutOf(file('13/10/26')).mapping.date).toBe('d/M/yy')
  expect(layoutOf(file('10/13/26')).mapping.date).toBe('M/d/yy')
})

const place = mkdtempSync(join(tmpdir(), 'crm-describe-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('at a terminal what is open is asked, and the layout is kept under the name that is given', async () => {
  cpSync(join(import.meta.dirname, '../../cli/books/harbour'), place, { recursive: true })
  writeFileSync(join(place, 'bare.csv'), '05/10/2026,POWER,9.99\n06/10/2026,SHOP,1.00\n')
  const { world } = fixedWorld(place, { answers: ['d/M/yyyy', 'reversed', 'my-card', true] })
  expect(await main(['import', '--describe', 'bare.csv'], world)).toBe(0)
  const kept = readFileSync(join(place, 'imports/my-card.yaml'), 'utf8')
  expect(kept).toContain('date: d/M/yyyy')
  expect(kept).toContain('headings: none')
  expect(kept).toContain('sign: reversed')
})
