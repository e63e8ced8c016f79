// A process that writes to a book in memory: the parts of a World that lock and commit need.
import type { CommitWorld } from '../../src/store/commit.ts'
import type { LockWorld } from '../../src/store/lock.ts'
import type { Files } from '../../src/world/world.ts'

let writers = 0

/** `alive` are the pids that run, all started at 's'. Waiting takes no time. */
export function writer(files: Files, alive: ReadonlySet<number> = new Set([1]), pid = 1): LockWorld & CommitWorld {
  const nonce = (++writers).toString(16).padStart(4, '0')
  let count = 0
  return {
    files,
    randomHex: (digits) => (nonce + (count++).toString(16).padStart(4, '0')).padStart(digits, '0').slice(0, digits),
    process: { pid, start: 's', boot: 'b', machine: 'm', host: 'h' },
    processStart: (other) => (alive.has(other) ? 's' : null),
    sleep: () => Promise.resolve(),
    moment: () => '2026-11-22 08:00 UTC',
    holdSignals: () => {},
  }
}
