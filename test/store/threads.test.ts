// Reading with another thread is reading without one: the same customers, problems and files seen, whatever the thread does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { startThread } from '../../src/world/thread.ts'
import type { Thread, World } from '../../src/world/world.ts'

const script = join(import.meta.dirname, '../../dist/thread.cjs')
const crm = `book: 1
company:
  name: Harbour Trading
currency: CNY
tax:
  mode: net
  rounding: group
  default: standard
  rates:
    standard: 13
`
const count = 3200
const folder = mkdtempSync(join(tmpdir(), 'crm-threads-'))
const path = (i: number) => join(folder, 'customers', `c${String(i).padStart(4, '0')}.yaml`)

beforeAll(() => {
  writeFileSync(join(folder, 'crm.yaml'), crm)
  mkdirSync(join(folder, 'customers'), { recursive: true })
  for (let i = 0; i < count; i++)
    writeFileSync(path(i), `id: c${String(i).padStart(4, '0')}\nname: 云岭 ${i}\nnotes: n${i}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(thread: World['thread'], onlyLooks: boolean) {
  const { book, problems, seen } = readBook(realFiles, folder, ['customers'], null, { thread, onlyLooks })
  return { customers: [...book.customers], problems, seen: seen.files.map(({ path, sha256 }) => [path, sha256]) }
}

const threads: readonly (readonly [name: string, start: NonNullable<World['thread']>])[] = [
  ['one of the program as it is built', (job) => startThread(script, job)],
  ['none to be had', () => null],
  ['one that fails at once', (job) => startThread(join(folder, 'none.cjs'), job)],
  ['one that begins and never answers', silent],
]

/** As if it had died over the first share. */
function silent(job: unknown): Thread {
  const { next } = job as { readonly next: Int32Array }
  Atomics.add(next, 0, 1)
  return { take: () => null, end: () => {} }
}

test.each(threads)('with %s, all is read', (_, start) => {
  expect(read(start, false)).toEqual(read(undefined, false))
  expect(read(start, true).customers).toHaveLength(count)
})

test.each(threads)('with %s, everything wrong is said in order', (_, start) => {
  writeFileSync(path(7), 'id: c0008\nname: A\n')
  writeFileSync(path(1600), 'id: c1600\nname: A\nnmae: B\n')
  writeFileSync(path(count - 1), new Uint8Array([0xff, 0xfe, 0x41, 0x00]))
  const alone = read(undefined, false)
  expect(alone.problems.map((p) => p.code)).toEqual(['id-differs-from-file', 'unknown-key', 'not-utf8'])
  expect(read(start, false)).toEqual(alone)
})

test('the thread of the program as it is built answers', () => {
  const asked: number[] = []
  read((job) => {
    const thread = startThread(script, job)
    return (
      thread && {
        ...thread,
        take(patience) {
          const answer = thread.take(Math.max(patience, 2000))
          if (answer !== null) asked.push(1)
          return answer
        },
      }
    )
  }, true)
  expect(asked.length).toBeGreaterThan(0)
})
