// The file system of this machine as the Files port: synchronous, nothing followed, nothing half written.
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { release } from 'node:os'
import { dirname } from 'node:path'
import { reportsFailedSyncs } from './kernel.ts'
import { childProcess } from './programs.ts'
import { type Bytes, FileError, type FileKind, type FileStatus, type Files, type OpenFile } from './world.ts'

const windows = process.platform === 'win32'

export const realFiles: Files = {
  read: (path, opened) => calling('read', path, () => readWhole(path, opened)),
  open: (path) => calling('open', path, () => openParts(path)),
  list: (path) => calling('list', path, () => ifThere(() => readdirSync(path).sort(), [])),
  status: (path) =>
    calling('status', path, () => ifThere(() => statusOrNull(lstatSync(path, { throwIfNoEntry: false })), null)),
  realPath: (path) => calling('realPath', path, () => realpathSync.native(path)),
  create: (path, bytes, durable) => calling('create', path, () => createWhole(path, bytes, durable ?? true)),
  pour: (path, bytes) => calling('pour', path, () => pour(path, bytes)),
  syncFiles: (folder, names) => calling('syncFiles', folder, () => syncFiles(folder, names)),
  rename: (from, to) => calling('rename', to, () => patiently(() => renameSync(from, to))),
  link: (from, to) => calling('link', to, () => linkSync(from, to)),
  remove: (path) => calling('remove', path, () => patiently(() => unlinkSync(path))),
  makeFolder: (path) => calling('makeFolder', path, () => makeFolder(path)),
  removeFolder: (path) => calling('removeFolder', path, () => rmdirSync(path)),
  syncFolder: (path) => calling('syncFolder', path, () => syncFolder(path)),
}

/** The POSIX name of an error of node:fs, or '' for any other error. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function calling<T>(call: string, path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    // What has no code is not of the file system: whoever hears of an opened file may throw.
    if (error instanceof FileError || code === '') throw error
    // Node calls an embedded NUL ERR_INVALID_ARG_VALUE; to the kernel it would be EINVAL.
    throw new FileError(code.startsWith('ERR_') ? 'EINVAL' : code, call, path)
  }
}

function ifThere<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return otherwise
    throw error
  }
}

/** O_NONBLOCK, because opening a FIFO would otherwise wait for a writer that never comes. */
function openPlain(path: string): { readonly file: number; readonly stats: Stats } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new FileError(stats.isDirectory() ? 'EISDIR' : 'EINVAL', 'read', path)
    return { file, stats }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function readWhole(path: string, opened: ((status: FileStatus) => void) | undefined): Uint8Array {
  const { file, stats } = openPlain(path)
  try {
    opened?.(statusOf(stats))
    return readAll(file, stats.size)
  } finally {
    closeSync(file)
  }
}

function openParts(path: string): OpenFile {
  const { file, stats } = openPlain(path)
  return {
    status: statusOf(stats),
    read: (from, length) => calling('read', path, () => readPart(file, from, length)),
    close: () => calling('close', path, () => closeSync(file)),
  }
}

function readPart(file: number, from: number, expected: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(expected)
  for (let length = 0; length < expected; ) {
    const count = readSync(file, buffer, length, expected - length, from + length)
    if (count === 0) return buffer.subarray(0, length)
    length += count
  }
  return buffer
}

/**
 * A file may grow or shrink while it is read: what counts is where it ends, not what its status said. The kernel fills the
 * buffer of a regular file unless the file ends, so a buffer that is not filled needs no second look. Small files share a pool.
 */
function readAll(file: number, expected: number): Uint8Array {
  let buffer =
    expected < Buffer.poolSize >>> 1 ? Buffer.allocUnsafe(expected + 1) : Buffer.allocUnsafeSlow(expected + 1)
  let length = 0
  for (;;) {
    const room = buffer.length - length
    const count = readSync(file, buffer, length, room, null)
    length += count
    if (count === 0 || (count < room && length === expected)) return buffer.subarray(0, length)
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
  }
}

function statusOrNull(stats: Stats | undefined): FileStatus | null {
  return stats === undefined ? null : statusOf(stats)
}

function statusOf(stats: Stats): FileStatus {
  return {
    kind: kindOf(stats),
    size: stats.size,
    mtimeMs: stats.mtimeMs,
    ctimeMs: stats.ctimeMs,
    inode: stats.ino,
    device: stats.dev,
    links: stats.nlink,
  }
}

function kindOf(stats: Stats): FileKind {
  if (stats.isFile()) return 'file'
  if (stats.isDirectory()) return 'folder'
  return stats.isSymbolicLink() ? 'link' : 'other'
}

function createWhole(path: string, bytes: Bytes, durable: boolean): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)
  const file = openSync(path, flags, 0o600)
  try {
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) writeAll(file, piece)
    if (durable) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** From this many files on, one sync of the whole file system is cheaper than one of each file: 0.4 s against 45 s for 10,000. */
const many = 100

function syncFiles(folder: string, names: readonly string[]): void {
  if (names.length >= many && syncFileSystem(folder)) return
  for (const name of names) syncFile(`${folder}/${name}`)
}

/**
 * `sync -f` of Linux returns when the disk holds everything, and fails when it could not. False where it would not fail, when
 * there is no such program, or it was stopped; never after a failure, because a sync tried again answers well for data that the first one lost.
 */
function syncFileSystem(folder: string): boolean {
  if (!reportsFailedSyncs(process.platform, release())) return false
  const { status } = childProcess().spawnSync('sync', ['-f', folder], {
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/bin' },
  })
  if (status !== null && status !== 0) throw new FileError('EIO', 'syncFiles', folder)
  return status === 0
}

function syncFile(path: string): void {
  const file = openSync(path, (windows ? constants.O_RDWR : constants.O_RDONLY) | (constants.O_NOFOLLOW ?? 0))
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset, bytes.length - offset)
}

function pour(path: string, bytes: Uint8Array): void {
  const target = openSync(path, constants.O_WRONLY)
  try {
    if (fstatSync(target).isFile()) throw new FileError('EEXIST', 'pour', path)
    writeAll(target, bytes)
  } finally {
    closeSync(target)
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, 0o700)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && lstatSync(path).isDirectory()) return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    makeFolder(dirname(path))
    mkdirSync(path, 0o700)
  }
}

/** Windows cannot sync a folder and keeps its entries safe by itself. */
function syncFolder(path: string): void {
  if (windows) return
  const folder = openSync(path, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0))
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** On Windows a virus scanner or an indexer may hold a file for a moment; elsewhere an error is an error at once. */
function patiently(work: () => void): void {
  for (let tries = 0; ; tries++) {
    try {
      work()
      return
    } catch (error) {
      const code = codeOf(error)
      if (!windows || tries === 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}
