// Characters that cannot be seen are refused where a person gives them, and left out where a foreign file brings them.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import { tree } from '../support/golden.ts'
import { fixedWorld, type WorldWishes } from '../support/world.ts'

let place = ''
let book = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'crm-hidden-'))
  book = join(place, 'book')
  cpSync(join(import.meta.dirname, '../cli/books/harbour'), book, { recursive: true })
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

async function crm(argv: readonly string[], wishes: WorldWishes = {}) {
  const { world, stderr } = fixedWorld(book, wishes)
  return { exit: await main(argv, world), stderr: stderr() }
}

test.each([
  ['\u202eltD eulB', 'U+202E'],
  ['Blue \u2066Ltd', 'U+2066'],
  ['Blue\u0007 Ltd', 'U+0007'],
  ['Blue\u009b31m Ltd', 'U+009B'],
])('an argument is refused: %j', async (name, character) => {
  const before = tree(book)
  const { exit, stderr } = await crm(['add', name])
  expect(exit).toBe(2)
  expect(stderr).toContain(character)
  expect(stderr).not.toContain(name)
  expect((await crm(['--lang', 'zh', 'log', 'yuanshan', 'contact', name])).stderr).toContain(
    `看不见的字符 ${character}`,
  )
  expect(tree(book)).toEqual(before)
})

test('so is a text from the editor, and an answer at a prompt', async () => {
  const before = tree(book)
  const edited = await crm(['edit', 'yuanshan'], { editor: (text) => `${text}notes: "a\u202eb"\n` })
  expect([edited.exit, edited.stderr]).toEqual([2, expect.stringContaining('U+202E')])
  const asked = await crm(['init', join(place, 'other')], { answers: ['Red\u202eCrane', 'CNY', 'UTC', 'en'] })
  expect([asked.exit, asked.stderr]).toEqual([2, expect.stringContaining('U+202E')])
  expect(tree(book)).toEqual(before)
})

test('line breaks, tabs, joiners and marks of direction are let through', async () => {
  expect((await crm(['log', 'yuanshan', 'contact', 'one\ttwo\nthree \u200e\u{1f468}\u200d\u{1f469}'])).exit).toBe(0)
})

test('a foreign file loses them', async () => {
  const sales = join(place, 'sales.csv')
  writeFileSync(
    sales,
    'customer,date,item,quantity,price,amount,currency,memo\nyuanshan,2026-11-03,HUB,1,480.00,480.00,CNY,"a\u202eb\u0007c"\n',
  )
  expect((await crm(['import', sales, '--as', 'sales'])).exit).toBe(0)
  expect(tree(book).get('journal/2026-11.csv')).toContain(',abc\n')
})
