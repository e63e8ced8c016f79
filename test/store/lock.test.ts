// One writer at a time, and only the provably dead lose their lock.
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/base/problem.ts'
import { breakLock, type LockWorld, takeLock, withLock } from '../../src/store/lock.ts'
import { memoryFiles } from '../support/files.ts'
import { writer } from '../support/writer.ts'

const options = { verb: 'pay', waitSeconds: 0 }

async function refused(work: Promise<unknown>): Promise<UserError> {
  try {
    await work
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** A lock whose owner ended without giving it back. */
async function abandoned() {
  const files = memoryFiles({ '/b/crm.yaml': 'book: 1\n' })
  await takeLock(writer(files, new Set([7]), 7), '/b', options)
  return files
}

function elsewhere(files: LockWorld['files'], process: Partial<LockWorld['process']>): LockWorld {
  const world = writer(files, new Set([1]))
  return { ...world, process: { ...world.process, ...process } }
}

describe('the lock', () => {
  test('is given back and leaves nothing behind', async () => {
    const files = memoryFiles({ '/b/crm.yaml': 'book: 1\n' })
    expect(await withLock(writer(files), '/b', options, () => files.list('/b/.crm'))).toEqual(['lock'])
    expect(files.list('/b/.crm')).toEqual([])
  })

  test('is given back when the work fails', async () => {
    const files = memoryFiles({ '/b/crm.yaml': 'book: 1\n' })
    const work = withLock(writer(files), '/b', options, () => Promise.reject(new RangeError('x')))
    await expect(work).rejects.toBeInstanceOf(RangeError)
    expect(files.list('/b/.crm')).toEqual([])
  })

  test('held by a living process is refused with exit 4, naming the holder', async () => {
    const files = await abandoned()
    const error = await refused(takeLock(writer(files, new Set([1, 7])), '/b', options))
    expect(error.exit).toBe(4)
    expect(error.problems).toMatchObject([{ code: 'lock-held', params: { pid: 7, host: 'h', verb: 'pay' } }])
  })

  test('is waited for as long as told', async () => {
    const files = await abandoned()
    const world = writer(files, new Set([1, 7]))
    let slept = 0
    const sleep = async (milliseconds: number) => {
      slept += milliseconds
    }
    await refused(takeLock({ ...world, sleep }, '/b', { verb: 'pay', waitSeconds: 3 }))
    expect(slept).toBe(3000)
  })

  test('of an ended process is taken over', async () => {
    const files = await abandoned()
    const release = await takeLock(writer(files), '/b', options)
    release()
    expect(files.list('/b/.crm')).toEqual([])
  })

  test('of an ended process whose pid was given to another is taken over', async () => {
    const files = await abandoned()
    const world = writer(files, new Set([1, 7]))
    const release = await takeLock({ ...world, processStart: () => 'later' }, '/b', options)
    release()
    expect(files.list('/b/.crm')).toEqual([])
  })

  test('is never taken from a process whose start cannot be told', async () => {
    const world = writer(await abandoned())
    await refused(takeLock({ ...world, processStart: () => '' }, '/b', options))
  })

  test('of another host, container or unknown boot is never taken over', async () => {
    for (const process of [{ host: 'x' }, { boot: 'x', machine: 'y' }, { boot: 'x', machine: '' }]) {
      const error = await refused(takeLock(elsewhere(await abandoned(), process), '/b', options))
      expect(error.problems).toMatchObject([{ code: 'lock-held' }])
    }
  })

  test('of this very machine before it was booted anew is taken over', async () => {
    const files = await abandoned()
    const release = await takeLock(elsewhere(files, { boot: 'x' }), '/b', options)
    release()
    expect(files.list('/b/.crm')).toEqual([])
  })

  test('whose record cannot be read is for a person to break', async () => {
    const files = memoryFiles({ '/b/.crm/lock': '{"pid":' })
    const error = await refused(takeLock(writer(files), '/b', options))
    expect(error.problems).toMatchObject([{ code: 'lock-unclear' }])
    expect(breakLock(writer(files), '/b', false).code).toBe('lock-broken')
    const release = await takeLock(writer(files), '/b', options)
    release()
  })

  test('that was broken and taken by another is not removed by its first owner', async () => {
    const files = memoryFiles({ '/b/crm.yaml': 'book: 1\n' })
    const release = await takeLock(writer(files), '/b', options)
    const other = writer(files, new Set([1, 2]), 2)
    expect(() => breakLock(other, '/b', false)).toThrow(UserError)
    expect(breakLock(other, '/b', true)).toMatchObject({ code: 'lock-broken', params: { pid: 1, host: 'h' } })
    expect(breakLock(other, '/b', true).code).toBe('no-lock')
    await takeLock(other, '/b', options)
    release()
    expect(files.list('/b/.crm')).toEqual(['lock'])
  })

  test('what killed processes left beside it is swept away; what a living one has there stays', async () => {
    const files = await abandoned()
    const record = new TextDecoder().decode(files.read('/b/.crm/lock'))
    files.write('/b/.crm/lock.new.00', record)
    files.write('/b/.crm/lock.new.01', '')
    files.write('/b/.crm/lock.dead.02', record)
    files.write('/b/.crm/lock.new.03', record.replace('"pid":7', '"pid":8'))
    const release = await takeLock(writer(files, new Set([1, 8])), '/b', options)
    release()
    expect(files.list('/b/.crm')).toEqual(['lock.new.03'])
  })
})
