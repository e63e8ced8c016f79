// Every verb that writes, killed before or in the middle of any call of the file system, or let down by it: as before or as after.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bookParts } from '../../src/core/book/book.ts'
import { main } from '../../src/main.ts'
import { readSettled } from '../../src/store/head.ts'
import { readBook } from '../../src/store/read.ts'
import { verbs } from '../../src/verbs.ts'
import type { Files } from '../../src/world/world.ts'
import { type Fault, faultyFiles } from '../support/faulty.ts'
import { copyOf, type MemoryFiles, memoryFiles, type Root } from '../support/files.ts'
import { words } from '../support/shell.ts'
import { fixedWorld } from '../support/world.ts'
import { besideTheBook, mending, type Story, shownOf, spread, stories } from './stories.ts'

/** How many calls of each command are broken; of the recovery after each, a third of that. */
const points = Number(process.env.CRM_FAULTS_POINTS ?? 4)

test('every verb that writes has a story', () => {
  const missing = verbs.filter((v) => v.writes && stories[v.name] === undefined).map((v) => v.name)
  expect(
    missing,
    `crm ${missing.join(', crm ')}: add a line to \`stories\` in test/faults/stories.ts, one command that changes the book ` +
      'test/cli/books/harbour and those that go before it, so that it is killed and made to fail at every call',
  ).toEqual([])
  const gone = Object.keys(stories).filter((name) => !verbs.some((v) => v.writes && v.name === name))
  expect(gone, 'stories of verbs that do not write').toEqual([])
})

const home = '/home'
const book = `${home}/book`

function textsOf(folder: string, at = ''): [string, string][] {
  return readdirSync(join(folder, at)).flatMap((name): [string, string][] => {
    const path = join(at, name)
    if (statSync(join(folder, path)).isDirectory()) return textsOf(folder, path)
    return [[`${book}/${path}`, readFileSync(join(folder, path), 'utf8')]]
  })
}

const harbour = textsOf(join(import.meta.dirname, '../cli/books/harbour'))

interface Ended {
  readonly exit: number
  readonly stderr: string
}

/** Of the command that is broken: it draws the same ids every time. */
const same = 0
let other = 100

/** Whoever wrote before has ended. */
async function crm(files: Files, command: string, seed = other++): Promise<Ended> {
  const { world, stderr } = fixedWorld(book, { seed })
  const exit = await main(words(command).slice(1), { ...world, files, processStart: () => null })
  return { exit, stderr: stderr() }
}

async function startOf(story: Story): Promise<Root> {
  const beside = Object.entries(besideTheBook).map(([name, text]): [string, string] => [`${home}/${name}`, text])
  const files = memoryFiles(Object.fromEntries([...beside, ...(story.book === 'none' ? [] : harbour)]))
  files.makeFolder(book)
  for (const [i, command] of (story.before ?? []).entries())
    expect([0, 1]).toContain((await crm(files, command, i + 1)).exit)
  return files.root
}

function stateOf(files: MemoryFiles): string {
  return JSON.stringify([...files.snapshot(book)].filter(([path]) => !path.startsWith('.crm/')).sort())
}

/** What must not be there when all is done: anything but the counter. */
function leftovers(files: MemoryFiles): readonly string[] {
  return [...files.snapshot(`${book}/.crm`).keys()].filter((path) => path !== 'head' && !path.startsWith('cache/'))
}

async function readerSees(files: MemoryFiles): Promise<string> {
  if (files.status(`${book}/crm.yaml`) === null) return 'no book'
  const sleep = () => Promise.resolve()
  const seen = await readSettled({ files, sleep }, book, (view) => readBook(view, book, bookParts))
  expect(seen.problems).toEqual([])
  return shownOf(seen.book)
}

async function expectMended(files: MemoryFiles, story: Story, allowed: readonly string[]): Promise<string> {
  const seen = await readerSees(files)
  const mended = await crm(files, mending(story))
  if (story.book === 'none') {
    expect([0, 2], mended.stderr).toContain(mended.exit)
    expect(await crm(files, 'crm recover')).toMatchObject({ exit: 0 })
  } else {
    expect(mended).toMatchObject({ exit: 0 })
    expect(await readerSees(files)).toBe(seen)
  }
  expect(story.book === 'none' ? allowed.slice(1) : allowed, mended.stderr).toContain(stateOf(files))
  expect(await crm(files, 'crm check')).toMatchObject({ exit: 0 })
  expect(leftovers(files)).toEqual([])
  return stateOf(files)
}

/** The calls of a command, and the disk after it. */
async function rehearsed(
  root: Root,
  command: string,
  seed?: number,
): Promise<{ calls: readonly string[]; files: MemoryFiles }> {
  const files = memoryFiles({}, copyOf(root))
  const counting = faultyFiles(files, 0, { fault: 'kill', when: 'before' })
  await crm(counting, command, seed)
  return { calls: counting.calls, files }
}

type Moment = readonly [at: number, when: 'before' | 'middle']

/** Only from the first call that changes something: before it there is nothing to leave behind. */
function momentsOf(calls: readonly string[]): readonly Moment[] {
  const first = calls.findIndex((call) => !['read', 'list', 'status', 'realPath'].includes(call))
  return calls.flatMap((call, i): Moment[] => {
    if (i < first) return []
    return call === 'create'
      ? [
          [i + 1, 'before'],
          [i + 1, 'middle'],
        ]
      : [[i + 1, 'before']]
  })
}

async function killedAt(root: Root, [at, when]: Moment, command: string, seed?: number): Promise<MemoryFiles> {
  const files = memoryFiles({}, copyOf(root))
  const faulty = faultyFiles(files, at, { fault: 'kill', when })
  await crm(faulty, command, seed)
  expect(faulty.calls.length, 'it did not come so far').toBeGreaterThanOrEqual(at)
  return files
}

const codes = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES', 'EDQUOT']
const all = Object.values(stories).flat()

describe.each(all)('$command', (story) => {
  test('killed at a call, and again at one of the recovery', async () => {
    const start = await startOf(story)
    const { calls, files } = await rehearsed(start, story.command, same)
    const before = memoryFiles({}, copyOf(start))
    const allowed = [stateOf(before), stateOf(files)]
    expect(stateOf(before)).not.toBe(stateOf(files))
    const outcomes = new Set<string>()
    let kills = 0
    for (const [i, moment] of spread(momentsOf(calls), points, 1).entries()) {
      const disk = await killedAt(start, moment, story.command, same)
      const again = (await rehearsed(disk.root, mending(story))).calls
      for (const second of spread(momentsOf(again), Math.ceil(points / 3), i)) {
        await expectMended(await killedAt(disk.root, second, mending(story)), story, allowed)
        kills++
      }
      outcomes.add(await expectMended(disk, story, allowed))
      kills++
    }
    for (const outcome of outcomes) expect(allowed).toContain(outcome)
    if (points > 4) process.stdout.write(`${story.command}: ${kills} kills in memory\n`)
  })

  test('let down at a call, once or from then on: exit 2 wrote nothing, and what was done is done', async () => {
    const start = await startOf(story)
    const { calls, files } = await rehearsed(start, story.command, same)
    const [before, after] = [stateOf(memoryFiles({}, copyOf(start))), stateOf(files)]
    const faults = calls.flatMap((_, i) => codes.map((code, k) => ({ at: i + 1, code, forever: (i + k) % 2 === 0 })))
    for (const { at, code, forever } of spread(faults, 2 * points, 3)) {
      const disk = memoryFiles({}, copyOf(start))
      const fault: Fault = { fault: 'fail', code, forever }
      const { exit, stderr } = await crm(faultyFiles(disk, at, fault), story.command, same)
      const what = `${code} at ${at}, ${calls[at - 1]}: ${stderr}`
      expect([0, 2, 4, 5], what).toContain(exit)
      if (exit === 2 || exit === 4) expect(stateOf(disk), what).toBe(before)
      const mended = await expectMended(disk, story, [before, after])
      if (story.book !== 'none') expect(mended, what).toBe(exit === 0 || exit === 5 ? after : before)
    }
  })
})
