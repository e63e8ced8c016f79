// Files whose n-th call kills the process or fails, to see what every single call leaves behind.
import { FileError, type Files } from '../../src/world/world.ts'
import { joined } from './joined.ts'

/** Not an error that any code may handle: the process is gone, and so is every later call. */
export class Killed extends Error {}

export type Fault =
  /** Before the call, or, for a file being written, in the middle of it. */
  | { readonly fault: 'kill'; readonly when: 'before' | 'middle' }
  | { readonly fault: 'fail'; readonly code: string; readonly forever: boolean }

export interface FaultyFiles extends Files {
  /** The names of the calls there were, in order. */
  readonly calls: readonly string[]
}

/** Calls count from 1; 0 breaks none and only counts. */
export function faultyFiles(files: Files, at: number, fault: Fault): FaultyFiles {
  const calls: string[] = []
  const strike = (call: string, path: string, bytes?: Uint8Array) => {
    const count = calls.push(call)
    if (at === 0 || count < at) return
    if (fault.fault === 'kill') {
      if (count === at && bytes !== undefined && fault.when === 'middle') {
        files.create(path, bytes.subarray(0, bytes.length >> 1), false)
      }
      throw new Killed()
    }
    if (count === at || fault.forever) throw new FileError(fault.code, call, path)
  }
  const struck = <A extends readonly string[], R>(call: string, work: (...args: A) => R) => {
    return (...args: A): R => {
      strike(call, args.at(-1) ?? '')
      return work(...args)
    }
  }
  return {
    calls,
    read: struck('read', (path: string) => files.read(path)),
    open: struck('open', files.open),
    list: struck('list', files.list),
    status: struck('status', files.status),
    realPath: struck('realPath', files.realPath),
    create: (path, bytes, durable) => {
      strike('create', path, joined(bytes))
      files.create(path, bytes, durable)
    },
    pour: (path, bytes) => {
      strike('pour', path)
      files.pour(path, bytes)
    },
    syncFiles: (folder, names) => {
      strike('syncFiles', folder)
      files.syncFiles(folder, names)
    },
    rename: struck('rename', files.rename),
    link: struck('link', files.link),
    remove: struck('remove', files.remove),
    makeFolder: struck('makeFolder', files.makeFolder),
    removeFolder: struck('removeFolder', files.removeFolder),
    syncFolder: struck('syncFolder', files.syncFolder),
  }
}
