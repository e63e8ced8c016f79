// What a command costs, as the kernel counts it: processor time, wall time, most memory at once.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface Cost {
  /** User and system seconds. */
  readonly cpu: number
  readonly wall: number
  /** Megabytes. */
  readonly peak: number
  /** Stopped before it had an answer: it needs at least this. */
  readonly stopped: boolean
}

export interface Command {
  readonly name: string
  readonly argv: readonly string[]
  /** Made anew before each run, and not measured. */
  readonly before?: () => void
}

/** Node cannot ask for the costs of a child; GNU time can. */
const time = '/usr/bin/time'

/** A tool that takes longer is stopped, and said to have been. */
export const patience = 150

/** Runs every command in turn, so many rounds, so that a busy moment meets all of them. By name, in order of the commands. */
export function measure(commands: readonly Command[], rounds: number, scratch: string): Map<string, Cost[]> {
  const costs = new Map<string, Cost[]>(commands.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const command of commands) {
      const known = costs.get(command.name)
      // Once stopped, it would be stopped again.
      if (known?.some((c) => c.stopped) !== true) known?.push(costOf(command, scratch))
    }
  return costs
}

function costOf({ argv, before }: Command, scratch: string): Cost {
  if (!existsSync(time)) throw new Error(`${time} is missing: install GNU time`)
  before?.()
  const file = `${scratch}/time`
  const began = process.hrtime.bigint()
  const limited = ['timeout', '-s', 'KILL', String(patience), ...argv]
  const { status } = spawnSync(time, ['-f', '%U %S %M', '-o', file, ...limited], { stdio: 'ignore' })
  const wall = Number(process.hrtime.bigint() - began) / 1e9
  const stopped = wall >= patience
  if (status !== 0 && !stopped) throw new Error(`exit ${status}: ${argv.join(' ')}`)
  const [user = 0, system = 0, kibibytes = 0] = (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number)
  // The costs of what was killed die with it.
  return { cpu: stopped ? patience : user + system, wall, peak: (kibibytes * 1024) / 1e6, stopped }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}

export function least(values: readonly number[]): number {
  return Math.min(...values)
}
