// The file system of this machine behind the port: its errors by their POSIX names, nothing followed, nothing waited for.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { realFiles as files } from '../../src/world/files.ts'
import { ownProcess, processStart } from '../../src/world/process.ts'
import { FileError } from '../../src/world/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'crm-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const bytes = (text: string) => new TextEncoder().encode(text)

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof FileError ? error.code : String(error)
  }
  return 'done'
}

describe('real files', () => {
  test('are created whole, for the owner only, and never over another', () => {
    files.create(at('a'), bytes('hello'))
    expect(Buffer.from(files.read(at('a'))).toString()).toBe('hello')
    expect(statSync(at('a')).mode & 0o777).toBe(0o600)
    expect(codeOf(() => files.create(at('a'), bytes('x')))).toBe('EEXIST')
  })

  test('of many megabytes are read as they were written', () => {
    const large = new Uint8Array(5_000_001).fill(7)
    files.create(at('large'), large, false)
    expect(Buffer.compare(files.read(at('large')), large)).toBe(0)
  })

  test('are told from links, folders, pipes and devices, and reading never waits', () => {
    symlinkSync(at('a'), at('link'))
    files.makeFolder(at('deep/er'))
    spawnSync('mkfifo', [at('pipe')])
    expect(codeOf(() => files.read(at('link')))).toBe('ELOOP')
    expect(codeOf(() => files.read(at('deep')))).toBe('EISDIR')
    expect(codeOf(() => files.read(at('pipe')))).toBe('EINVAL')
    expect(codeOf(() => files.read('/dev/zero'))).toBe('EINVAL')
    expect(codeOf(() => files.read(at('none')))).toBe('ENOENT')
    expect(codeOf(() => files.read(at('a\u0000b')))).toBe('EINVAL')
    const kinds = ['a', 'link', 'deep', 'pipe', 'none'].map((name) => files.status(at(name))?.kind)
    expect(kinds).toEqual(['file', 'link', 'folder', 'other', undefined])
  })

  test('and devices: a device is written into, a file is not', () => {
    files.pour('/dev/null', bytes('gone'))
    expect(files.status('/dev/null')?.kind).toBe('other')
    expect(codeOf(() => files.pour(at('a'), bytes('x')))).toBe('EEXIST')
  })

  test('are listed sorted, an absent folder as empty', () => {
    for (const name of ['b', 'B', 'ä', '10', '9']) files.create(at(`deep/er/${name}`), bytes(name))
    expect(files.list(at('deep/er'))).toEqual(['10', '9', 'B', 'b', 'ä'])
    expect(files.list(at('none'))).toEqual([])
  })

  test('are renamed over others, linked once and removed', () => {
    files.create(at('new'), bytes('new'))
    files.rename(at('new'), at('a'))
    expect(Buffer.from(files.read(at('a'))).toString()).toBe('new')
    files.link(at('a'), at('twin'))
    expect(codeOf(() => files.link(at('a'), at('twin')))).toBe('EEXIST')
    files.remove(at('twin'))
    expect(codeOf(() => files.remove(at('twin')))).toBe('ENOENT')
    expect(codeOf(() => files.removeFolder(at('deep')))).toBe('ENOTEMPTY')
    files.syncFolder(folder)
  })

  test('are synced by the few, by the hundred, and not when one is missing', () => {
    files.makeFolder(at('many'))
    const names = Array.from({ length: 120 }, (_, i) => `${i}`)
    for (const name of names) files.create(at(`many/${name}`), bytes(name), false)
    files.syncFiles(at('many'), names)
    files.syncFiles(at('many'), names.slice(0, 2))
    expect(codeOf(() => files.syncFiles(at('many'), ['0', 'none']))).toBe('ENOENT')
    expect(files.list(at('many'))).toHaveLength(120)
  })

  test.runIf(process.getuid?.() !== 0)('that may not be written to say EACCES', () => {
    files.makeFolder(at('closed'))
    chmodSync(at('closed'), 0o500)
    expect(codeOf(() => files.create(at('closed/x'), bytes('x')))).toBe('EACCES')
  })
})

describe('our process', () => {
  test('is known by pid, start, boot and host, and an ended one is known to have ended', () => {
    const own = ownProcess()
    expect(own.start).toBe(processStart(process.pid))
    expect(own.start).not.toBe('')
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    expect(processStart(ended)).toBeNull()
  })
})
