// The real program, killed or failing at its real system calls: the book is as before or as after, and says so.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bookParts } from '../../src/core/book/book.ts'
import { main } from '../../src/main.ts'
import { readSettled } from '../../src/store/head.ts'
import { readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { ownProcess, processStart } from '../../src/world/process.ts'
import { tree } from '../support/golden.ts'
import { words } from '../support/shell.ts'
import { canTrace, changesOf, failedAt, killedAt, type SystemCall, signalledAt } from '../support/traced.ts'
import { fixedWorld } from '../support/world.ts'
import { besideTheBook, mending, type Story, shownOf, spread, stories } from './stories.ts'

const shortForm = 4
/** Every call in the long form, about this many in the short one. */
const points = Number(process.env.CRM_FAULTS_POINTS ?? shortForm)

/** In the short form two: a new file, and rows with what they settle. Every verb is killed call by call in verbs.test.ts too. */
const told = points > shortForm ? chosen() : [...(stories.pay ?? []), ...(stories.init ?? [])]

/** `CRM_FAULTS_VERBS=pay,bill` takes some of them. */
function chosen(): readonly Story[] {
  const wanted = process.env.CRM_FAULTS_VERBS?.split(',')
  return Object.entries(stories).flatMap(([verb, all]) => (wanted === undefined || wanted.includes(verb) ? all : []))
}

const place = mkdtempSync(join(tmpdir(), 'crm-calls-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const empty = join(place, 'empty')
mkdirSync(empty)

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
  for (const [name, text] of Object.entries(besideTheBook)) writeFileSync(join(copy, '..', name), text)
  return copy
}

async function bookFor(story: Story): Promise<string> {
  const book = copyOf(story.book === 'none' ? empty : join(import.meta.dirname, '../cli/books/harbour'))
  for (const [i, command] of (story.before ?? []).entries())
    expect([0, 1]).toContain((await crm(book, command, i)).exit)
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
  if (!existsSync(join(book, 'crm.yaml'))) return 'no book'
  const sleep = () => Promise.resolve()
  const seen = await readSettled({ files: realFiles, sleep }, book, (files) => readBook(files, book, bookParts))
  expect(seen.problems).toEqual([])
  return shownOf(seen.book)
}

async function expectMended(book: string, story: Story, allowed: readonly string[]): Promise<string> {
  const seen = await readerSees(book)
  const mended = await crm(book, mending(story))
  if (story.book === 'none') {
    expect([0, 2], mended.stderr).toContain(mended.exit)
    expect(await crm(book, 'crm recover')).toMatchObject({ exit: 0 })
  } else {
    expect(mended).toMatchObject({ exit: 0 })
    expect(await readerSees(book)).toBe(seen)
  }
  expect(story.book === 'none' ? allowed.slice(1) : allowed).toContain(stateOf(book))
  expect(await crm(book, 'crm check')).toMatchObject({ exit: 0 })
  expect(leftovers(book)).toEqual([])
  return stateOf(book)
}

/** What crm keeps for itself, but for the counter and the cache, which stay. */
function leftovers(book: string): readonly string[] {
  const own = join(book, '.crm')
  return existsSync(own) ? [...tree(own).keys()].filter((path) => path !== 'head' && !path.startsWith('cache/')) : []
}

const faults: readonly (readonly [code: string, names: RegExp])[] = [
  ['ENOSPC', /^(openat|write|fsync|mkdir|link|rename)/],
  ['EIO', /./],
  ['EROFS', /^(openat|mkdir|link|rename|unlink|rmdir)/],
  ['EMFILE', /^openat/],
  ['EACCES', /^(openat|mkdir|link|rename|unlink)/],
]

/** A part of the cache is written or not by how long ago its files were, so a run may end well before it comes to that call. */
function mayBeLeftOut(call: SystemCall): boolean {
  return call.line.includes('/.crm/cache/')
}

/** Once, or from then on; but `write` also wakes Node's own threads, and where that fails Node gives up altogether. */
function lasting(call: SystemCall): readonly boolean[] {
  return call.name === 'write' ? [false] : [false, true]
}

describe.runIf(canTrace()).each(told)('$command', (story) => {
  test('killed at a system call, and again at one of the recovery', { timeout: 3_600_000 }, async () => {
    const start = await bookFor(story)
    const rehearsal = copyOf(start)
    const { calls, ended } = changesOf(rehearsal, argvOf(story.command))
    expect(ended).toMatchObject({ exit: 0 })
    const allowed = [stateOf(start), stateOf(rehearsal)]
    expect(allowed[0]).not.toBe(allowed[1])
    let kills = 0
    const outcomes = new Set<string>()
    for (const [i, call] of spread(calls, points, 0).entries()) {
      const book = copyOf(start)
      const { exit } = killedAt(book, argvOf(story.command), call)
      if (exit === 0 && mayBeLeftOut(call)) {
        expect(stateOf(book), call.line).toBe(allowed[1])
        continue
      }
      expect([call.line, exit]).toEqual([call.line, 137])
      kills++
      const recovering = copyOf(book)
      const again = changesOf(recovering, argvOf(mending(story))).calls
      for (const second of spread(again, Math.ceil(points / 4), i)) {
        const twice = copyOf(book)
        const ended = killedAt(twice, argvOf(mending(story)), second)
        if (ended.exit !== 0 || !mayBeLeftOut(second)) {
          expect([second.line, ended.exit]).toEqual([second.line, 137])
          kills++
        }
        await expectMended(twice, story, allowed)
        rmSync(join(twice, '..'), { recursive: true })
      }
      outcomes.add(await expectMended(book, story, allowed))
      rmSync(join(book, '..'), { recursive: true })
    }
    if (story.book !== 'none' && points > shortForm) expect(outcomes).toEqual(new Set(allowed))
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
      const mended = await expectMended(book, story, [before, after])
      if (story.book !== 'none') expect(mended, what).toBe(exit === 2 ? before : after)
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
    if (points > shortForm) expect(exits).toEqual(new Set([0, 130]))
  })
})
