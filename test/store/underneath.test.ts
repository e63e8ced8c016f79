// What a `git pull` or an editor does to the book while a command has read it and not yet written.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import type { Files } from '../../src/world/world.ts'
import { tree } from '../support/golden.ts'
import { words } from '../support/shell.ts'
import { fixedWorld } from '../support/world.ts'

const place = mkdtempSync(join(tmpdir(), 'crm-underneath-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
let books = 0

/** Runs a command in whose middle, when the lock is taken, somebody writes a file of the book. */
async function interrupted(command: string, path: string, text: string) {
  const book = join(place, `book${books++}`)
  cpSync(join(import.meta.dirname, '../cli/books/harbour'), book, { recursive: true })
  const { world, stderr } = fixedWorld(book)
  const files: Files = {
    ...world.files,
    link: (from, to) => {
      world.files.link(from, to)
      mkdirSync(dirname(join(book, path)), { recursive: true })
      writeFileSync(join(book, path), text)
    },
  }
  const exit = await main(words(command).slice(1), { ...world, files })
  const after = [...tree(book).keys()].filter((name) => !name.startsWith('.crm/'))
  return { exit, stderr: stderr(), after }
}

const before = [...tree(join(import.meta.dirname, '../cli/books/harbour')).keys()]

describe('what appears between reading and writing stops the command, which then has written nothing', () => {
  test.each([
    ['crm bill', 'customers/late-comer.yaml', 'id: late-comer\nname: Late Comer\n'],
    ['crm bill', 'bills/2026/INV-2026-0001.yaml', 'number: INV-2026-0001\n'],
    ['crm bill', 'bills/2025/OLD-1.yaml', 'number: OLD-1\n'],
    ['crm bill', 'journal/2026-07.csv', 'id\n'],
    ['crm add "Red Crane" --id red-crane', 'customers/late-comer.yaml', 'id: late-comer\nname: Late Comer\n'],
    ['crm pay blue-pier 10', 'rates.csv', 'date,from,to,rate\n2026-11-01,EUR,CNY,7.8\n'],
  ])('%s, and %s', async (command, path, text) => {
    const { exit, stderr, after } = await interrupted(command, path, text)
    expect({ exit, stderr }).toMatchObject({
      exit: 4,
      stderr: expect.stringContaining(dirname(path) === '.' ? path : dirname(path)),
    })
    expect(after.sort()).toEqual([...new Set([...before, path])].sort())
  })

  test('and so does what came while the file stood in an editor', async () => {
    const book = join(place, `book${books++}`)
    cpSync(join(import.meta.dirname, '../cli/books/harbour'), book, { recursive: true })
    const path = join(book, 'customers/blue-pier.yaml')
    const pulled = 'id: blue-pier\nname: Blue Pier Imports\nphone: "1"\n'
    const editor = (text: string) => {
      writeFileSync(path, pulled)
      return text.replace('SG', 'MY')
    }
    const { world, stderr } = fixedWorld(book, { editor, answers: [true] })
    expect({ exit: await main(['edit', 'blue-pier'], world), stderr: stderr() }).toMatchObject({
      exit: 4,
      stderr: expect.stringContaining('customers/blue-pier.yaml'),
    })
    expect(readFileSync(path, 'utf8')).toBe(pulled)
  })

  test('but not a file that the command has nothing to do with', async () => {
    const { exit } = await interrupted('crm pay blue-pier 10', 'documents/offer.txt', 'x')
    expect(exit).toBe(0)
  })
})
