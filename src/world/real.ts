// The machine itself behind the ports of world.ts.
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Day, isDay } from '../core/base/day.ts'
import { beside } from './beside.ts'
import { realFiles } from './files.ts'
import { ownProcess, processStart, sleep } from './process.ts'
import { childProcess } from './programs.ts'
import { sha256 } from './sha256.ts'
import { holdSignals, obeySignals } from './signals.ts'
import { realTerminal } from './terminal.ts'
import { startThread } from './thread.ts'
import type { World } from './world.ts'

/** `program`: the folder that holds this program's package. `thread`: what another thread runs, once it is built. */
export function realWorld(program: string, thread: string | null): World {
  process.umask(0o077)
  return {
    files: realFiles,
    terminal: realTerminal(),
    environment: process.env,
    folder: process.cwd(),
    program: resolve(program),
    platform: process.platform,
    hash: sha256,
    today,
    randomHex: (digits) =>
      randomBytes(Math.ceil(digits / 2))
        .toString('hex')
        .slice(0, digits),
    run: (program, args, options) => {
      const result = childProcess().spawnSync(program, [...args], {
        cwd: options.folder,
        maxBuffer: 1 << 30,
        ...(options.input === undefined ? {} : { input: options.input }),
      })
      return {
        code: result.status ?? 127,
        stdout: result.stdout ?? new Uint8Array(),
        stderr: String(result.stderr ?? ''),
      }
    },
    beside,
    thread: (job) => (thread === null ? null : startThread(thread, job)),
    process: ownProcess(),
    processStart,
    sleep,
    moment: () => `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    obeySignals,
    holdSignals,
  }
}

/** The calendar day now, in a zone of the tz database or the machine's own. */
function today(timezone: string | undefined): Day {
  const zone = timezone === undefined ? {} : { timeZone: timezone }
  const text = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(),
  )
  if (!isDay(text)) throw new RangeError(`the clock says ${text}`)
  return text
}
