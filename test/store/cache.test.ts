// Where the cache may lie, and what it does where something is wrong: nothing that anybody notices.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookParts } from '../../src/core/book/book.ts'
import { main } from '../../src/main.ts'
import { openCache } from '../../src/store/cache/cache.ts'
import { readBook } from '../../src/store/read.ts'
import { FileError, type Files } from '../../src/world/world.ts'
import { settledFiles } from '../support/settled-files.ts'
import { fixedWorld } from '../support/world.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-cache-'))
  cpSync(join(import.meta.dirname, '../cli/books/harbour'), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.crm'),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const place = () => join(folder, '.crm/cache')
const parts = ['customers', 'customers-folder', 'journal', 'settings', 'standing']

async function crm(argv: readonly string[], files: Files = settledFiles) {
  const captured = fixedWorld(folder, { files })
  const exit = await main(argv, captured.world)
  return { exit, stdout: captured.stdout(), stderr: captured.stderr() }
}

/** Names of the files that are read. */
function watched(): { readonly files: Files; readonly read: string[] } {
  const read: string[] = []
  const files: Files = {
    ...settledFiles,
    read: (path, opened) => {
      read.push(path.slice(folder.length + 1))
      return settledFiles.read(path, opened)
    },
  }
  return { files, read }
}

describe('the cache', () => {
  test('is written after the answer, for the owner alone, and then answers', async () => {
    const cold = await crm(['report', 'balance'])
    expect(readdirSync(place()).sort()).toEqual(parts)
    for (const name of parts) expect(statSync(join(place(), name)).mode & 0o077).toBe(0)
    const { files, read } = watched()
    expect(await crm(['report', 'balance'], files)).toEqual(cold)
    expect(read.filter((path) => path.startsWith('customers/') || path.startsWith('journal/'))).toEqual([])
  })

  test('knows crm.yaml by its content, whatever its times say', async () => {
    await crm(['report', 'balance'])
    const path = join(folder, 'crm.yaml')
    const { atime, mtime } = statSync(path)
    const text = readFileSync(path, 'utf8')
    // As many bytes as before.
    writeFileSync(path, text.replace(/^currency: .*$/m, 'currency: EUR'))
    utimesSync(path, atime, mtime)
    const read = () => readBook(settledFiles, folder, [], openCache(settledFiles, folder)).book.settings.currency
    expect([text.match(/^currency: (.*)$/m)?.[1], read()]).toEqual(['CNY', 'EUR'])
  })

  test('after one more row only that month is read', async () => {
    await crm(['report', 'balance'])
    const [month = ''] = readdirSync(join(folder, 'journal')).sort().reverse()
    const path = join(folder, 'journal', month)
    const [row = ''] = readFileSync(path, 'utf8').trim().split('\n').slice(-1)
    writeFileSync(path, `${readFileSync(path, 'utf8')}zzzzzzzzzzz0${row.slice(12)}\n`)
    const { files, read } = watched()
    await crm(['report', 'balance'], files)
    expect(new Set(read.filter((name) => name.startsWith('journal/')))).toEqual(new Set([`journal/${month}`]))
  })

  test('money from one customer looks at his file and his rows alone', async () => {
    const cold = await crm(['pay', 'blue-pier', '1.00', '--dry-run', '--json'])
    await crm(['report', 'balance'])
    const { files, read } = watched()
    expect(await crm(['pay', 'blue-pier', '1.00', '--dry-run', '--json'], files)).toEqual(cold)
    // And at the month into which the rows go.
    expect(read.filter((path) => /^(?:customers|journal)\//.test(path))).toEqual([
      'customers/blue-pier.yaml',
      'journal/2026-11.csv',
    ])
  })

  test('is not used by --known-at, nor written there', async () => {
    expect((await crm(['report', 'balance', '--known-at', 'HEAD'])).exit).toBe(2)
    expect(existsSync(place())).toBe(false)
  })

  test.each(['.crm', '.crm/cache'])('is done without where %s is a link', async (name) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'crm-elsewhere-'))
    rmSync(join(folder, '.crm'), { recursive: true, force: true })
    if (name === '.crm/cache') mkdirSync(join(folder, '.crm'))
    symlinkSync(elsewhere, join(folder, name))
    const { exit } = await crm(['report', 'balance'])
    // A `.crm` that leads out of the book is refused by every command.
    expect(exit).toBe(name === '.crm' ? 2 : 0)
    expect(readdirSync(elsewhere)).toEqual([])
    rmSync(elsewhere, { recursive: true })
  })

  test('is done without where nothing can be written, and nobody hears of it', async () => {
    const refuse = (path: string): never => {
      throw new FileError('EROFS', 'create', path)
    }
    const files: Files = { ...settledFiles, create: refuse, makeFolder: refuse }
    const { exit, stderr } = await crm(['report', 'balance'], files)
    expect([exit, stderr]).toEqual([0, ''])
    expect(existsSync(place())).toBe(false)
  })

  test('a file that a killed command left half written disturbs nobody', async () => {
    const cold = await crm(['report', 'balance'])
    writeFileSync(join(place(), 'journal.new'), 'half')
    for (const name of ['journal', 'standing']) rmSync(join(place(), name))
    expect(await crm(['report', 'balance'])).toEqual(cold)
    expect(readdirSync(place()).sort()).toEqual(parts)
  })

  test('cut short at any length, or of another kind, it is not believed', () => {
    const read = () => {
      const { book, problems } = readBook(settledFiles, folder, bookParts, openCache(settledFiles, folder))
      return { problems, settings: book.settings, rows: book.journal.length, customers: [...book.customers] }
    }
    const cold = read()
    const cache = openCache(settledFiles, folder)
    readBook(settledFiles, folder, bookParts, cache)
    cache.flush()
    for (const name of ['customers', 'journal', 'settings']) {
      const whole = readFileSync(join(place(), name))
      for (let length = 0; length < whole.length; length += 1 + (whole.length >> 6)) {
        writeFileSync(join(place(), name), whole.subarray(0, length))
        expect(read()).toEqual(cold)
      }
      writeFileSync(join(place(), name), whole)
    }
    writeFileSync(join(place(), 'journal'), readFileSync(join(place(), 'customers')))
    expect(read()).toEqual(cold)
  })
})
