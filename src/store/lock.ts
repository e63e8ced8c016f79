// One writer at a time: the lock file, whose owner is known, and which only the death of its owner lets another take away.
import { note, type Problem, problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files, type ProcessIdentity, type World } from '../world/world.ts'
import { readIfThere } from './digest.ts'
import { faultOf } from './fault.ts'
import { notPlain } from './path.ts'
import { crmFolder, removeIfThere } from './pending.ts'
import { recoverOrExplain } from './recover.ts'

/** Who holds a lock; `nonce` is never used again, so a name made of it stands for this one lock. */
interface Owner extends ProcessIdentity {
  readonly nonce: string
  readonly verb: string
  /** When it was taken, for people. */
  readonly since: string
}

/** What of the world a lock needs. */
export type LockWorld = Pick<World, 'files' | 'randomHex' | 'process' | 'processStart' | 'sleep' | 'moment'>

export interface LockOptions {
  readonly verb: string
  /** How long to wait for another writer; 0 gives up at once. */
  readonly waitSeconds: number
}

const step = 50

/**
 * Runs `work` while nobody else writes to the book, after finishing or discarding what a dead writer left.
 * A UserError with exit 4 names the holder when the wait was in vain.
 */
export async function withLock<T>(
  world: LockWorld,
  folder: string,
  options: LockOptions,
  work: () => T | Promise<T>,
): Promise<T> {
  // A signal that came while the plan was made is heard here, as long as there is nothing to clear up.
  await world.sleep(0)
  const release = await takeLock(world, folder, options)
  try {
    recoverOrExplain(world.files, folder)
    return await work()
  } finally {
    release()
  }
}

/** Returns the function that gives the lock back. */
export async function takeLock(world: LockWorld, folder: string, options: LockOptions): Promise<() => void> {
  const owner: Owner = { ...world.process, nonce: world.randomHex(16), verb: options.verb, since: world.moment() }
  const { files } = world
  for (let waited = 0; ; waited += step) {
    try {
      makeCrmFolder(files, folder)
      const holder = tryLock(world, folder, owner)
      if (holder === null) {
        ignoringFaults(() => sweep(world, folder))
        return () => release(files, folder, owner.nonce)
      }
      // A lock that someone else is taking from a dead owner right now is free in a moment.
      const patience = holder !== 'unclear' && isDead(world, holder) ? 1000 : 0
      if (waited >= Math.max(patience, options.waitSeconds * 1000)) throw new UserError([heldBy(holder)], 4)
    } catch (error) {
      throw error instanceof UserError ? error : new UserError([faultOf(error, folder)])
    }
    await world.sleep(step)
  }
}

/**
 * Takes the lock away from whoever holds it: only a person can know that it is right. Refused, unless `evenAlive`, when its
 * owner is seen running. Says what was done.
 */
export function breakLock(world: LockWorld, folder: string, evenAlive: boolean): Problem {
  const holder = readOwner(world.files, lockPath(folder))
  if (holder === null) return note('no-lock', {})
  const known = holder !== 'unclear'
  if (known && !evenAlive && isAlive(world, holder)) {
    throw new UserError([problem('lock-alive', { pid: holder.pid, verb: holder.verb })], 4)
  }
  removeIfThere(world.files, lockPath(folder))
  return note('lock-broken', known ? { pid: holder.pid, host: holder.host } : { pid: 0, host: '' })
}

function lockPath(folder: string): string {
  return `${crmFolder(folder)}/lock`
}

function makeCrmFolder(files: Files, folder: string): void {
  const kind = files.status(crmFolder(folder))?.kind
  if (kind === undefined) files.makeFolder(crmFolder(folder))
  else if (kind !== 'folder') throw notPlain('.crm', kind)
}

/** Null when the lock is ours now, else its holder. */
function tryLock(world: LockWorld, folder: string, owner: Owner): Owner | 'unclear' | null {
  const { files } = world
  for (;;) {
    const holder = readOwner(files, lockPath(folder))
    const own = `${crmFolder(folder)}/lock.new.${owner.nonce}`
    if (holder === null && linkWhole(files, own, lockPath(folder), owner)) return null
    if (holder === null) continue
    if (holder === 'unclear' || !isDead(world, holder) || !reclaim(world, folder, lockPath(folder), owner))
      return holder
  }
}

/** Puts the owner's record at `target`, complete from the first moment; false when something is there already. */
function linkWhole(files: Files, temporary: string, target: string, owner: Owner): boolean {
  const bytes = new TextEncoder().encode(`${JSON.stringify(owner)}\n`)
  files.create(temporary, bytes)
  try {
    files.link(temporary, target)
    return true
  } catch (error) {
    const code = error instanceof FileError ? error.code : ''
    // ENOENT: another process, cleaning up, took the file for a dead one's before it was complete.
    if (code === 'EEXIST' || code === 'ENOENT') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    return createWhole(files, target, bytes)
  } finally {
    ignoringFaults(() => removeIfThere(files, temporary))
  }
}

/** For file systems without hard links; a crash in the middle leaves a record that only `--break-lock` removes. */
function createWhole(files: Files, target: string, bytes: Uint8Array): boolean {
  try {
    files.create(target, bytes)
    return true
  } catch (error) {
    if (error instanceof FileError && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes the lock of a dead owner. Of all who try, one wins: the guard is named after the dead owner's nonce, and only who
 * made it may remove a file with that nonce. A guard whose maker died is reclaimed in the same way. False when another is at it.
 */
function reclaim(world: LockWorld, folder: string, path: string, owner: Owner): boolean {
  const { files } = world
  const holder = readOwner(files, path)
  if (holder === null) return true
  if (holder === 'unclear' || !isDead(world, holder)) return false
  const guard = `${crmFolder(folder)}/lock.dead.${holder.nonce}`
  if (!linkWhole(files, `${crmFolder(folder)}/lock.new.${owner.nonce}`, guard, owner)) {
    return reclaim(world, folder, guard, owner)
  }
  const still = readOwner(files, path)
  if (still !== null && still !== 'unclear' && still.nonce === holder.nonce) removeIfThere(files, path)
  removeIfThere(files, guard)
  return true
}

/** Seen running: not the opposite of dead, for most of the world cannot be seen from here. */
function isAlive(world: LockWorld, owner: Owner): boolean {
  const here = owner.boot === world.process.boot && owner.host === world.process.host
  return here && !isDead(world, owner) && world.processStart(owner.pid) !== null
}

/** Only what can be proven: the same pid space without that process, or the same machine booted anew. */
function isDead(world: LockWorld, owner: Owner): boolean {
  const us = world.process
  if (owner.boot === us.boot && owner.boot !== '' && owner.host === us.host) {
    const start = world.processStart(owner.pid)
    return start === null || (start !== '' && owner.start !== '' && start !== owner.start)
  }
  return owner.machine !== '' && owner.machine === us.machine && owner.host === us.host && owner.boot !== us.boot
}

function readOwner(files: Files, path: string): Owner | 'unclear' | null {
  const bytes = readIfThere(files, path)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isOwner(value) ? value : 'unclear'
  } catch {
    return 'unclear'
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null || !('nonce' in value) || !('pid' in value)) return false
  const texts = ['start', 'boot', 'machine', 'host', 'verb', 'since'].map((key) => Reflect.get(value, key))
  const nonce = typeof value.nonce === 'string' && /^[0-9a-f]{1,64}$/.test(value.nonce)
  return nonce && Number.isSafeInteger(value.pid) && texts.every((t) => typeof t === 'string')
}

function heldBy(holder: Owner | 'unclear'): Problem {
  if (holder === 'unclear') return problem('lock-unclear', { path: '.crm/lock' })
  const { pid, host, verb, since } = holder
  return problem('lock-held', { pid, host, verb, since })
}

/** Gives the lock back; a person may have broken it, and then it is not ours to remove. */
function release(files: Files, folder: string, nonce: string): void {
  ignoringFaults(() => {
    const holder = readOwner(files, lockPath(folder))
    if (holder !== null && holder !== 'unclear' && holder.nonce === nonce) files.remove(lockPath(folder))
  })
}

/** For clearing up: what cannot be removed now, the next writer removes once this process has ended. */
function ignoringFaults(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}

/** Clears away what killed processes left beside the lock. */
function sweep(world: LockWorld, folder: string): void {
  for (const name of world.files.list(crmFolder(folder))) {
    if (!/^lock\.(new|dead)\./.test(name)) continue
    const path = `${crmFolder(folder)}/${name}`
    const holder = readOwner(world.files, path)
    const lost = holder === 'unclear' ? name.startsWith('lock.new.') : holder !== null && isDead(world, holder)
    if (lost) removeIfThere(world.files, path)
  }
}
