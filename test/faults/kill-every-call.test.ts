// Killed before or in the middle of any call of the file system, and again at any call of the recovery.
import { describe, expect, test } from 'vitest'
import { readSettled } from '../../src/store/head.ts'
import type { Files } from '../../src/world/world.ts'
import { faultyFiles, Killed } from '../support/faulty.ts'
import { copyOf, type MemoryFiles, type Root } from '../support/files.ts'
import { writer } from '../support/writer.ts'
import { book, leftovers, stateOf, states, tidy, write } from './story.ts'

type Moment = readonly [at: number, when: 'before' | 'middle']

/** Before every call of an undisturbed run, and in the middle of those that write a file. */
async function momentsOf(root: Root, run: (files: Files) => Promise<unknown>): Promise<readonly Moment[]> {
  const files = faultyFiles(book(copyOf(root)), 0, { fault: 'kill', when: 'before' })
  await run(files)
  return files.calls.flatMap((call, i): Moment[] => {
    return call === 'create'
      ? [
          [i + 1, 'before'],
          [i + 1, 'middle'],
        ]
      : [[i + 1, 'before']]
  })
}

/** What the disk holds after a process was killed at that moment. */
async function killed(root: Root, [at, when]: Moment, run: (files: Files) => Promise<unknown>) {
  const files = book(copyOf(root))
  try {
    await run(faultyFiles(files, at, { fault: 'kill', when }))
  } catch (error) {
    if (error instanceof Killed) return files
    throw error
  }
  throw new Error(`not killed at call ${at}`)
}

async function readerSees(root: Root): Promise<string> {
  const files = book(copyOf(root))
  return readSettled(writer(files), '/b', (view) => {
    const paths = ['crm.yaml', 'draft.yaml', 'journal/2026-10.csv', 'journal/2026-11.csv']
    paths.push(...view.list('/b/bills/2026').map((name) => `bills/2026/${name}`))
    const there = paths.filter((path) => view.status(`/b/${path}`) !== null)
    return JSON.stringify(there.sort().map((p) => [p, new TextDecoder().decode(view.read(`/b/${p}`))]))
  })
}

async function expectTidied(disk: MemoryFiles, seen: string): Promise<void> {
  expect(await tidy(disk, 4)).toBe('done')
  expect(stateOf(disk)).toBe(seen)
  expect(leftovers(disk)).toEqual([])
}

describe('a commit killed at every call', () => {
  test('leaves the book as before or as after, for readers at once and for writers after the recovery', async () => {
    let runs = 0
    for (const chapter of [1, 2] as const) {
      const first = book()
      if (chapter === 2) await write(first, 1, 1)
      const before = states[chapter - 1]
      const after = states[chapter]
      for (const moment of await momentsOf(first.root, (files) => write(files, chapter, 2))) {
        const disk = await killed(first.root, moment, (files) => write(files, chapter, 2))
        const seen = await readerSees(disk.root)
        expect([before, after]).toContain(seen)
        for (const second of await momentsOf(disk.root, (files) => tidy(files, 3))) {
          const disk2 = await killed(disk.root, second, (files) => tidy(files, 3))
          expect(await readerSees(disk2.root)).toBe(seen)
          await expectTidied(disk2, seen)
          runs++
        }
        await expectTidied(disk, seen)
        runs++
      }
    }
    expect(runs).toBeGreaterThan(3000)
  })
})
