// By what the cache knows a file again: size, times and inode; by its content where the times cannot tell.
import type { FileStatus } from '../../world/world.ts'
import type { SeenFile } from '../underneath.ts'

/** What is known of each of a number of files, side by side. */
export interface FileKeys {
  /** Four to a file. */
  readonly keys: Float64Array
  /** SHA-256, 32 bytes to a file. */
  readonly digests: Uint8Array
}

/** By what a single file or folder is known again. */
export type FileIdentity = Pick<FileStatus, 'size' | 'mtimeMs' | 'ctimeMs' | 'inode'>

export function identityOf({ size, mtimeMs, ctimeMs, inode }: FileStatus): FileIdentity {
  return { size, mtimeMs, ctimeMs, inode }
}

export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode
}

const keyWidth = 4
const digestWidth = 32

/** Times of file systems are as coarse as two seconds (FAT), and the clocks of two machines differ. */
export const coarseness = 2000

export function newKeys(count: number): FileKeys {
  return { keys: new Float64Array(count * keyWidth), digests: new Uint8Array(count * digestWidth) }
}

/** `status`: from before the content was read, so that a change in between makes a mismatch. */
export function setKey({ keys, digests }: FileKeys, i: number, status: FileStatus, sha256: string): void {
  keys.set([status.size, status.mtimeMs, status.ctimeMs, status.inode], i * keyWidth)
  digests.set(Buffer.from(sha256, 'hex'), i * digestWidth)
}

export function copyKey(from: FileKeys, i: number, to: FileKeys, j: number): void {
  to.keys.set(from.keys.subarray(i * keyWidth, (i + 1) * keyWidth), j * keyWidth)
  to.digests.set(from.digests.subarray(i * digestWidth, (i + 1) * digestWidth), j * digestWidth)
}

/** The first `count` of some, to stand from `j` on. */
export function copyKeys(from: FileKeys, to: FileKeys, j: number, count: number): void {
  to.keys.set(from.keys.subarray(0, count * keyWidth), j * keyWidth)
  to.digests.set(from.digests.subarray(0, count * digestWidth), j * digestWidth)
}

export function sha256At({ digests }: FileKeys, i: number): string {
  return Buffer.from(digests.buffer, digests.byteOffset + i * digestWidth, digestWidth).toString('hex')
}

export function sizeAt({ keys }: FileKeys, i: number): number {
  return keys[i * keyWidth] ?? 0
}

/** Written before a moment, so that a later change shows in its times. */
export function isSettled({ keys }: FileKeys, i: number, cut: number): boolean {
  return (keys[i * keyWidth + 1] ?? cut) < cut && (keys[i * keyWidth + 2] ?? cut) < cut
}

/** A file that was not read because the cache knows it. */
export function seenBefore(path: string, keys: FileKeys, i: number, cut: number): SeenFile {
  return {
    path,
    // Only who writes asks for it, and there may be a hundred thousand.
    get sha256() {
      return sha256At(keys, i)
    },
    isAsItWas: (status) => compareKey(keys, i, status, cut) === 'same',
  }
}

/**
 * Whether a file is the one that was read: for sure (`same`), for sure not (`other`), or only its content can tell (`racy`),
 * because it was written so shortly before it was read that a later change may carry the same time. `cut`: the moment of the
 * file system's clock before which times tell.
 */
export function compareKey({ keys }: FileKeys, i: number, status: FileStatus, cut: number): 'same' | 'other' | 'racy' {
  const at = i * keyWidth
  if (
    status.kind !== 'file' ||
    keys[at] !== status.size ||
    keys[at + 1] !== status.mtimeMs ||
    keys[at + 2] !== status.ctimeMs ||
    keys[at + 3] !== status.inode
  )
    return 'other'
  return status.mtimeMs < cut && status.ctimeMs < cut ? 'same' : 'racy'
}
