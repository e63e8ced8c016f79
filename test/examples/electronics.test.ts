import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { bookParts } from '../../src/core/book/book.ts'
import { main } from '../../src/main.ts'
import { readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { electronicsFiles } from '../support/electronics/book.ts'
import { fixedWorld } from '../support/world.ts'

const examples = resolve(import.meta.dirname, '../../examples')

function onDisk(): Map<string, string> {
  const found = new Map<string, string>()
  for (const folder of ['electronics', 'electronics-october'])
    for (const entry of readdirSync(resolve(examples, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = resolve(entry.parentPath, entry.name)
      found.set(relative(examples, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
    }
  return found
}

describe('the example book', () => {
  test('is what its generator writes: run npx tsx test/support/electronics.ts after a change', () => {
    const made = electronicsFiles()
    const there = onDisk()
    expect([...there.keys()].sort()).toEqual([...made.keys()].sort())
    for (const [path, text] of made) expect(there.get(path), path).toBe(text)
  })

  test('reads without a problem, and has forty customers in three currencies and five months of bills', () => {
    const { book, problems } = readBook(realFiles, resolve(examples, 'electronics'), bookParts)
    expect(problems).toEqual([])
    expect(book.customers.size).toBe(40)
    expect([...new Set([...book.bills.values()].map((b) => b.currency))].sort()).toEqual(
      ['CNY', 'EUR', 'USD'].map(currency),
    )
    expect([...new Set([...book.bills.values()].map((b) => b.date))]).toEqual([
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
    ])
  })

  test('proves sound', async () => {
    // On a copy, because reading leaves a cache in the book.
    const folder = mkdtempSync(join(tmpdir(), 'crm-example-'))
    cpSync(resolve(examples, 'electronics'), folder, { recursive: true })
    const { world, stdout, stderr } = fixedWorld(folder, { today: '2026-09-30' })
    expect(await main(['check'], world)).toBe(0)
    expect(stdout() + stderr()).toBe('')
    rmSync(folder, { recursive: true })
  })
})
