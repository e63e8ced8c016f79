// Processes that take the lock, interleaved call by call in thousands of orders, and killed between any two calls.
import { expect, test } from 'vitest'
import { UserError } from '../../src/core/base/problem.ts'
import { takeLock } from '../../src/store/lock.ts'
import { FileError, type Files } from '../../src/world/world.ts'
import { Killed } from '../support/faulty.ts'
import { type MemoryFiles, memoryFiles } from '../support/files.ts'
import { randomOf } from '../support/power-loss.ts'
import { writer } from '../support/writer.ts'

const schedules = Number(process.env.CRM_FAULTS_SCHEDULES ?? 1500)

/** What all processes of one schedule share. */
interface Scene {
  readonly files: MemoryFiles
  readonly alive: Set<number>
  /** The pids between taking the lock and giving it back. */
  readonly inside: Set<number>
  together: number
}

interface Process {
  readonly pid: number
  /** Makes exactly one more call; false when there is none left to make. */
  step(): Promise<boolean>
}

type Answer = { readonly value: unknown } | { readonly error: FileError }

/**
 * Synchronous code cannot be paused, but it can be run again: the calls made so far are answered from memory,
 * one new call is made, and the next one stops the run.
 */
function processOf(scene: Scene, pid: number): Process {
  const answers: Answer[] = []
  const base = writer(scene.files, scene.alive, pid)
  const nonce = base.randomHex(16)
  return {
    pid,
    step: async () => {
      let position = 0
      const made = answers.length
      const call = <T>(work: () => T): T => {
        if (position > made) throw new Killed()
        if (position === answers.length) answers.push(answerOf(work))
        const answer = answers[position++]
        if (answer === undefined || 'error' in answer) throw answer?.error ?? new Killed()
        // The answer of this very call, at this very place of a run that goes the same way every time.
        return answer.value as T
      }
      const world = {
        ...base,
        files: stepped(scene.files, call),
        randomHex: () => nonce,
        processStart: (other: number) => call(() => base.processStart(other)),
      }
      try {
        await oneTurn(scene, pid, world, call)
      } catch (error) {
        if (!(error instanceof Killed) && !(error instanceof UserError)) throw error
      }
      return answers.length > made
    },
  }
}

async function oneTurn(
  scene: Scene,
  pid: number,
  world: ReturnType<typeof writer>,
  call: <T>(work: () => T) => T,
): Promise<void> {
  const release = await takeLock(world, '/b', { verb: 'test', waitSeconds: 0.2 })
  call(() => {
    scene.inside.add(pid)
    scene.together = Math.max(scene.together, scene.inside.size)
  })
  call(() => scene.inside.delete(pid))
  release()
}

function answerOf(work: () => unknown): Answer {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof FileError) return { error }
    throw error
  }
}

function stepped(files: Files, call: <T>(work: () => T) => T): Files {
  const step = <A extends readonly unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => call(() => work(...args))
  }
  return {
    read: step(files.read),
    open: step(files.open),
    list: step(files.list),
    status: step(files.status),
    realPath: step(files.realPath),
    create: step(files.create),
    pour: step(files.pour),
    syncFiles: step(files.syncFiles),
    rename: step(files.rename),
    link: step(files.link),
    remove: step(files.remove),
    makeFolder: step(files.makeFolder),
    removeFolder: step(files.removeFolder),
    syncFolder: step(files.syncFolder),
  }
}

/** Steps the processes in a random order until all have ended; some are killed on the way. */
async function play(seed: number, files = memoryFiles({ '/b/crm.yaml': '' })): Promise<Scene> {
  const random = randomOf(seed)
  const scene: Scene = { files, alive: new Set(), inside: new Set(), together: 0 }
  // It begins with the lock of a process that was killed.
  await takeLock(writer(scene.files, new Set([8]), 8), '/b', { verb: 'test', waitSeconds: 0 })
  const running: Process[] = []
  for (let pid = 1; pid <= 5; pid++) {
    scene.alive.add(pid)
    running.push(processOf(scene, pid))
  }
  // Runs of one process make the long detours likely, in which another finds everything changed.
  let current = 0
  while (running.length > 0) {
    if (random() < 0.25) current = Math.floor(random() * running.length)
    const index = current % running.length
    const process = running[index]
    if (process === undefined) break
    const killed = random() < 0.02
    if (!killed && (await process.step())) continue
    running.splice(index, 1)
    scene.alive.delete(process.pid)
    scene.inside.delete(process.pid)
  }
  return scene
}

test(`${schedules} schedules of five processes: never two inside, and the lock is free again for the next`, async () => {
  for (let seed = 1; seed <= schedules; seed++) {
    const scene = await play(seed)
    expect([seed, scene.together <= 1]).toEqual([seed, true])
    const release = await takeLock(writer(scene.files, new Set([9]), 9), '/b', { verb: 'test', waitSeconds: 0 })
    release()
    expect([seed, scene.files.list('/b/.crm')]).toEqual([seed, []])
  }
})

/** As if nobody minded another's guard. */
function withoutGuard(): MemoryFiles {
  const files = memoryFiles({ '/b/crm.yaml': '' })
  const link = (from: string, to: string) => (to.includes('lock.dead') ? undefined : files.link(from, to))
  return { ...files, link }
}

test('without the guard, two would be inside', async () => {
  let together = 0
  for (let seed = 1; together < 2 && seed <= 5000; seed++) {
    together = (await play(seed, withoutGuard())).together
  }
  expect(together).toBe(2)
})
