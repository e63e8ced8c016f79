// The power fails at any moment: of what was not synced, any part may be gone. And without any one sync, this fails.
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/base/problem.ts'
import { withLock } from '../../src/store/lock.ts'
import type { Files } from '../../src/world/world.ts'
import { copyOf, type MemoryFiles, memoryFiles, type Operation, type Root } from '../support/files.ts'
import { afterPowerLoss, randomOf } from '../support/power-loss.ts'
import { writer } from '../support/writer.ts'
import { book, stateOf, states, write } from './story.ts'

const samples = Number(process.env.CRM_FAULTS_STATES ?? 6000)
const mutantSamples = Math.min(samples, 20_000)

/** The last state as `saveInEditor` leaves it. */
const edited = (states[2] ?? '').replace('one\\ntwo\\nthree\\n', 'edited by hand\\n')

interface Recording {
  readonly start: Root
  readonly operations: readonly Operation[]
  /** After how many operations the first commit, the second, and an editor had said that they were done. */
  readonly acknowledged: readonly number[]
}

/** Where in the store a sync was asked for, as `file:line`. */
function siteOf(): string {
  const lines = (new Error().stack ?? '').split('\n')
  return /src\/store\/([a-z]+\.ts:\d+)/.exec(lines.find((line) => line.includes('src/store/')) ?? '')?.[1] ?? ''
}

/** Notes the sites, and leaves out the syncs of one of them. */
function watched(files: MemoryFiles, sites: Set<string>, without?: string): Files {
  const wanted = (site: string) => {
    sites.add(site)
    return site !== without
  }
  return {
    ...files,
    create: (path, bytes, durable = true) => files.create(path, bytes, durable && wanted(siteOf())),
    syncFiles: (folder, names) => {
      if (wanted(siteOf())) files.syncFiles(folder, names)
    },
    syncFolder: (path) => {
      if (wanted(siteOf())) files.syncFolder(path)
    },
  }
}

async function record(sites: Set<string>, without?: string): Promise<Recording> {
  const files = book()
  const start = copyOf(files.root)
  const port = watched(files, sites, without)
  expect(await write(port, 1, 1)).toBe('done')
  const first = files.operations.length
  expect(await write(port, 2, 2)).toBe('done')
  const second = files.operations.length
  saveInEditor(files)
  return { start, operations: files.operations, acknowledged: [first, second, files.operations.length] }
}

/** Somebody corrects a line by hand: nothing that crm did before may undo it. */
function saveInEditor(files: MemoryFiles): void {
  files.create('/b/journal/.saving', new TextEncoder().encode('edited by hand\n'))
  files.rename('/b/journal/.saving', '/b/journal/2026-11.csv')
  files.syncFolder('/b/journal')
}

/** A process after the machine was booted anew, for the n-th time. */
async function tidyAfterBoot(files: MemoryFiles, n: number): Promise<void> {
  const world = writer(files, new Set([9]), 9)
  const process = { ...world.process, boot: `boot ${n}` }
  await withLock({ ...world, process }, '/b', { verb: 'test', waitSeconds: 0 }, () => undefined)
}

/** What is wrong after a power loss at `count`; '' when nothing is. */
async function verdict(recording: Recording, count: number, random: () => number): Promise<string> {
  const files = book(afterPowerLoss(recording.start, recording.operations, count, random))
  const acknowledged = recording.acknowledged.filter((n) => n <= count).length
  const allowed = [...states, edited].slice(acknowledged, acknowledged + 2)
  try {
    await again(files, random)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.problems.map((p) => p.code).join(' ')
  }
  // Half a save is the editor's own affair.
  const state = stateOf(files).replace(/\["journal\/\.saving",".*?"\],/, '')
  if (allowed.includes(state)) return ''
  return states.includes(state) ? 'acknowledged and lost' : 'torn'
}

/** Recovers; every second time the power fails during the recovery too. */
async function again(files: MemoryFiles, random: () => number): Promise<void> {
  if (random() < 0.5) return tidyAfterBoot(files, 1)
  const start = copyOf(files.root)
  const rehearsal = memoryFiles({}, copyOf(files.root))
  await tidyAfterBoot(rehearsal, 1)
  const count = Math.floor(random() * (rehearsal.operations.length + 1))
  const second = afterPowerLoss(start, rehearsal.operations, count, random)
  files.root.entries.clear()
  for (const [name, node] of second.entries) files.root.entries.set(name, node)
  return tidyAfterBoot(files, 2)
}

/** How often which verdict was given; `untilBad` stops at the first that is not ''. */
async function tally(recording: Recording, many: number, untilBad = false): Promise<Map<string, number>> {
  const random = randomOf(20261122)
  const found = new Map<string, number>()
  for (let i = 0; i < many; i++) {
    const what = await verdict(recording, i % (recording.operations.length + 1), random)
    found.set(what, (found.get(what) ?? 0) + 1)
    if (untilBad && what !== '') break
  }
  return found
}

describe('a power loss', () => {
  test(`at any moment (${samples} states) leaves the book as before or as after, and never loses what was acknowledged`, async () => {
    expect(await tally(await record(new Set()), samples)).toEqual(new Map([['', samples]]))
  })

  test('would not, were any one sync left out', async () => {
    const sites = new Set<string>()
    await record(sites)
    expect(sites.size).toBeGreaterThan(7)
    const survivors: string[] = []
    for (const site of sites) {
      const found = await tally(await record(new Set(), site), mutantSamples, true)
      found.delete('')
      if (found.size === 0) survivors.push(site)
    }
    expect(survivors).toEqual([])
  })
})
