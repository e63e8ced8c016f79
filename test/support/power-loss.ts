// What a disk may hold after the power failed: what was synced, and any part of what was not.
import type { Name, Node, Operation, Root } from './files.ts'

/** A number from 0 up to and without 1, the same sequence for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * One possible tree after the first `count` operations and a power loss. Unsynced contents are whole, cut, empty or zeros;
 * of unsynced names any subset is kept. A rename is one step, as journaling file systems promise, but syncing its target's
 * folder need not bring the disappearance of its source.
 */
export function afterPowerLoss(
  start: Root,
  operations: readonly Operation[],
  count: number,
  random: () => number,
): Root {
  const done = operations.slice(0, count)
  const lastSync = new Map<number, number>()
  done.forEach((op, i) => {
    if (op.call === 'sync') lastSync.set(op.inode, i)
  })
  const synced = (inode: number, i: number) => (lastSync.get(inode) ?? -1) > i
  // Some disks lose nearly all, some nearly nothing.
  const luck = random()
  const disk = diskOf(start)
  done.forEach((op, i) => {
    if (op.call === 'data') disk.bytes.set(op.inode, synced(op.inode, i) ? op.bytes : damaged(op.bytes, random, luck))
    if (op.call === 'folder') disk.names.set(op.inode, new Map())
    if (op.call !== 'names') return
    for (const name of keptNames(op.names, (n) => synced(n.folder, i), random, luck)) disk.set(name)
  })
  return disk.tree()
}

function keptNames(
  names: readonly Name[],
  synced: (name: Name) => boolean,
  random: () => number,
  luck: number,
): readonly Name[] {
  const [target, source] = names
  if (target === undefined) return []
  if (source === undefined) return synced(target) || random() < luck ? [target] : []
  if (synced(source)) return names
  if (synced(target)) return random() < luck ? names : [target]
  return random() < luck ? names : []
}

function damaged(bytes: Uint8Array, random: () => number, luck: number): Uint8Array {
  if (random() < luck) return bytes
  const how = Math.floor(random() * 3)
  if (how === 0) return new Uint8Array()
  return how === 1 ? bytes.slice(0, Math.floor(random() * bytes.length)) : new Uint8Array(bytes.length)
}

function diskOf(start: Root) {
  const names = new Map<number, Map<string, number>>()
  const bytes = new Map<number, Uint8Array>()
  const learn = (node: Node) => {
    if ('bytes' in node) bytes.set(node.inode, node.bytes)
    if (!('entries' in node)) return
    names.set(node.inode, new Map([...node.entries].map(([name, below]) => [name, below.inode])))
    for (const below of node.entries.values()) learn(below)
  }
  learn(start)
  const build = (inode: number): Node => {
    const entries = names.get(inode)
    if (entries === undefined) return { inode, bytes: bytes.get(inode) ?? new Uint8Array() }
    return { inode, entries: new Map([...entries].map(([name, below]) => [name, build(below)])) }
  }
  return {
    names,
    bytes,
    set: ({ folder, name, inode }: Name) => {
      if (inode === null) names.get(folder)?.delete(name)
      else names.get(folder)?.set(name, inode)
    },
    tree: (): Root => {
      const root = build(start.inode)
      if (!('entries' in root)) throw new RangeError('the root is a folder')
      return root
    },
  }
}
