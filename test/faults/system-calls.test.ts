// The real program, killed or failing at its real system calls: the book is as before or as after, and says so.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bookParts } from '../../src/core/book/book.ts'
import { journalRow } from '../../src/core/book/journal.ts'
import { main } from '../../src/main.ts'
import { readSettled } from '../../src/store/head.ts'
import { readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { ownProcess, processStart } from '../../src/world/process.ts'
import { tree } from '../support/golden.ts'
import { words } from '../support/shell.ts'
import { canTrace, changesOf, failedAt, killedAt, type SystemCall, signalledAt } from '../support/traced.ts'
import { fixedWorld } from '../support/world.ts'

/** Every call in the long form, about this many in the short one, except where a story asks for each. */
const points = Number(process.env.CRM_FAULTS_POINTS ?? 8)

/** A command that changes the book, and those that have to go before it. */
interface Story {
  readonly before: readonly string[]
  readonly command: string
  /** Killed at every single call in the short form too. */
  readonly every?: boolean
}

const brief: readonly Story[] = [
  { before: [], command: 'crm bill' },
  { before: ['crm bill'], command: 'crm pay blue-pier 340 --settles INV-2026-0001', every: true },
]

const others: readonly Story[] = [
  { before: [], command: 'crm add "Red Crane Ltd" --id red-crane' },
  { before: [], command: 'crm edit blue-pier region=MY' },
  { before: [], command: 'crm sell yuanshan HUB --quantity 2 --bill' },
  { before: [], command: 'crm import ../sales.csv --as sales' },
]

const stories = points > 8 ? [...brief, ...others] : brief

/** What the stories import; lies beside the book. */
const outside: Readonly<Record<string, string>> = {
  'sales.csv':
    'customer,date,item,quantity,price,amount,currency\n' +
    'yuanshan,2026-09-03,HUB,1,480.00,480.00,CNY\nyuanshan,2026-11-04,CABLE,4,25.00,100.00,CNY\n',
}

const place = mkdtempSync(join(tmpdir(), 'crm-calls-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

function argvOf(command: string): readonly string[] {
  return words(command).slice(1)
}

/** In this process, but with the right to judge which of the others are dead. */
async function crm(book: string, command: string, seed = 0): Promise<{ exit: number; stderr: string }> {
  const { world, stderr } = fixedWorld(book, { seed })
  const exit = await main(argvOf(command), { ...world, process: ownProcess(), processStart })
  return { exit, stderr: stderr() }
}

let copies = 0

function copyOf(book: string): string {
  const copy = join(place, `copy${copies++}`, 'book')
  mkdirSync(join(copy, '..'))
  cpSync(book, copy, { recursive: true })
  for (const [name, text] of Object.entries(outside)) writeFileSync(join(copy, '..', name), text)
  return copy
}

async function bookFor(story: Story): Promise<string> {
  const book = copyOf(join(import.meta.dirname, '../cli/books/harbour'))
  for (const [i, command] of story.before.entries()) {
    expect(await crm(book, command, i)).toMatchObject({ exit: 0 })
  }
  return book
}

/** All files as one text; ids that are drawn at random are equal to each other. */
function stateOf(book: string): string {
  const masked = [...tree(book)].map(([path, text]) => [
    path,
    text.replaceAll(/(?<=^|,|- )[0-9a-hjkmnp-tv-z]{12}(?=,|$)/gm, 'id'),
  ])
  return JSON.stringify(masked.sort())
}

/** What a reading verb gets at once, whatever a dead writer left behind; and no file has a problem. */
async function readerSees(book: string): Promise<string> {
  const sleep = () => Promise.resolve()
  const seen = await readSettled({ files: realFiles, sleep }, book, (files) => readBook(files, book, bookParts))
  expect(seen.problems).toEqual([])
  const { customers, bills, journal } = seen.book
  const rows = Array.from({ length: journal.length }, (_, row) => journalRow(journal, row))
  return JSON.stringify([[...customers.values()], [...bills.values()], rows])
}

async function expectRecovered(book: string, allowed: readonly string[]): Promise<string> {
  const seen = await readerSees(book)
  expect(await crm(book, 'crm recover')).toMatchObject({ exit: 0 })
  expect(allowed).toContain(stateOf(book))
  expect(await readerSees(book)).toBe(seen)
  expect(await crm(book, 'crm check')).toMatchObject({ exit: 0 })
  expect(leftovers(book)).toEqual([])
  return stateOf(book)
}

/** What crm keeps for itself, but for the counter, which stays. */
function leftovers(book: string): readonly string[] {
  const own = join(book, '.crm')
  return existsSync(own) ? [...tree(own).keys()].filter((path) => path !== 'head') : []
}

function spread<T>(all: readonly T[], count: number, from: number): readonly T[] {
  if (count >= all.length) return all
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + (from % 7) / 7) * all.length) / count)]).filter(
    (x) => x !== undefined,
  )
}

const faults: readonly (readonly [code: string, names: RegExp])[] = [
  ['ENOSPC', /^(openat|write|fsync|mkdir|link|rename)/],
  ['EIO', /./],
  ['EROFS', /^(openat|mkdir|link|rename|unlink|rmdir)/],
  ['EMFILE', /^openat/],
  ['EACCES', /^(openat|mkdir|link|rename|unlink)/],
]

/** Once, or from then on; but `write` also wakes Node's own threads, and where that fails Node gives up altogether. */
function lasting(call: SystemCall): readonly boolean[] {
  return call.name === 'write' ? [false] : [false, true]
}

describe.runIf(canTrace()).each(stories)('$command', (story) => {
  test('killed at a system call, and again at one of the recovery', { timeout: 3_600_000 }, async () => {
    const start = await bookFor(story)
    const rehearsal = copyOf(start)
    const { calls, ended } = changesOf(rehearsal, argvOf(story.command))
    expect(ended).toMatchObject({ exit: 0 })
    const allowed = [stateOf(start), stateOf(rehearsal)]
    expect(allowed[0]).not.toBe(allowed[1])
    let kills = 0
    const outcomes = new Set<string>()
    for (const [i, call] of spread(calls, story.every === true ? calls.length : points, 0).entries()) {
      const book = copyOf(start)
      expect([call.line, killedAt(book, argvOf(story.command), call).exit]).toEqual([call.line, 137])
      kills++
      const recovering = copyOf(book)
      const again = changesOf(recovering, ['recover']).calls
      for (const second of spread(again, Math.ceil(points / 8), i)) {
        const twice = copyOf(book)
        expect([second.line, killedAt(twice, ['recover'], second).exit]).toEqual([second.line, 137])
        kills++
        await expectRecovered(twice, allowed)
        rmSync(join(twice, '..'), { recursive: true })
      }
      outcomes.add(await expectRecovered(book, allowed))
      rmSync(join(book, '..'), { recursive: true })
    }
    expect(outcomes).toEqual(new Set(allowed))
    process.stdout.write(`${story.command}: ${calls.length} calls, ${kills} kills\n`)
  })

  test('failing at a system call, once or from then on', { timeout: 3_600_000 }, async () => {
    const start = await bookFor(story)
    const rehearsal = copyOf(start)
    const { calls } = changesOf(rehearsal, argvOf(story.command))
    const [before = '', after = ''] = [stateOf(start), stateOf(rehearsal)]
    const all = faults.flatMap(([code, names]) =>
      calls
        .filter((call) => names.test(call.name))
        .flatMap((call) => lasting(call).map((forever) => ({ call, fault: { code, forever } }))),
    )
    for (const { call, fault } of spread(all, 2 * points, 3)) {
      const book = copyOf(start)
      const { exit, stderr } = failedAt(book, argvOf(story.command), call, fault)
      const what = `${fault.code}${fault.forever ? ' from then on' : ''} at ${call.line}: ${stderr}`
      expect([0, 2, 5], what).toContain(exit)
      if (exit === 2) expect(stateOf(book), what).toBe(before)
      expect(await expectRecovered(book, [before, after]), what).toBe(exit === 2 ? before : after)
      rmSync(join(book, '..'), { recursive: true })
    }
    process.stdout.write(`${story.command}: ${Math.min(all.length, 2 * points)} errors\n`)
  })

  test('asked to stop by a signal: exit 130 wrote nothing, exit 0 wrote all', { timeout: 3_600_000 }, async () => {
    const start = await bookFor(story)
    const rehearsal = copyOf(start)
    const { calls } = changesOf(rehearsal, argvOf(story.command), { looking: true })
    const [before = '', after = ''] = [stateOf(start), stateOf(rehearsal)]
    const exits = new Set<number>()
    for (const [i, call] of spread(calls, points, 5).entries()) {
      const book = copyOf(start)
      const { exit, stderr } = signalledAt(book, argvOf(story.command), call, i % 2 === 0 ? 'INT' : 'TERM')
      exits.add(exit)
      expect([0, 130], `${call.line}: ${stderr}`).toContain(exit)
      expect(stateOf(book), call.line).toBe(exit === 0 ? after : before)
      expect(leftovers(book), call.line).toEqual([])
      rmSync(join(book, '..'), { recursive: true })
    }
    expect(exits).toEqual(new Set([0, 130]))
  })
})
