// What a command costs, as the kernel counts it: processor time, wall time, most memory at once.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface Cost {
  /** User and system seconds. */
  readonly cpu: number
  readonly wall: number
  /** Megabytes. */
  readonly peak: number
}

export interface Command {
  readonly name: string
  readonly argv: readonly string[]
}

/** Node cannot ask for the costs of a child; GNU time can. */
const time = '/usr/bin/time'

/** Runs every command in turn, so many rounds, so that a busy moment meets all of them. By name, in order of the commands. */
export function measure(commands: readonly Command[], rounds: number, scratch: string): Map<string, Cost[]> {
  const costs = new Map<string, Cost[]>(commands.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const { name, argv } of commands) costs.get(name)?.push(costOf(argv, scratch))
  return costs
}

function costOf(argv: readonly string[], scratch: string): Cost {
  if (!existsSync(time)) throw new Error(`${time} is missing: install GNU time`)
  const file = `${scratch}/time`
  const began = process.hrtime.bigint()
  const { status } = spawnSync(time, ['-f', '%U %S %M', '-o', file, ...argv], { stdio: 'ignore' })
  const wall = Number(process.hrtime.bigint() - began) / 1e9
  if (status !== 0) throw new Error(`exit ${status}: ${argv.join(' ')}`)
  const [user = 0, system = 0, kibibytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number)
  return { cpu: user + system, wall, peak: (kibibytes * 1024) / 1e6 }
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
