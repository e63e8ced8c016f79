// The real crm under strace: which system calls of it change the book, and a kill or an error at any one of them.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The n-th call of that name in the main thread, where all of crm's file work happens. */
export interface SystemCall {
  readonly name: string
  readonly nth: number
  /** As strace shows it. */
  readonly line: string
}

export interface Ended {
  /** 137 for a process that was killed. */
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

const program = join(import.meta.dirname, '../../bin/crm.js')

/** The question mark passes over those that a processor does not have. */
const changing = [
  'openat',
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'ftruncate',
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir'],
  ...['chmod', 'fchmod', 'fchmodat', 'symlink', 'symlinkat'],
]

/** Whether strace is there and may trace here. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
}

/** Runs crm to its end under strace. */
export function traced(folder: string, argv: readonly string[], options: readonly string[]): Ended {
  const result = spawnSync('strace', [...options, process.execPath, program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: '/nonexistent', CRM_TODAY: '2026-11-22', LANG: 'C.UTF-8' },
  })
  const exit = result.signal === 'SIGKILL' ? 137 : (result.status ?? -1)
  return { exit, stdout: result.stdout, stderr: result.stderr }
}

/** Runs crm and lists the calls that changed something below the folder, in order; `looking`, also those that open to read. */
export function changesOf(
  folder: string,
  argv: readonly string[],
  options: { readonly looking?: boolean } = {},
): { readonly calls: readonly SystemCall[]; readonly ended: Ended } {
  const log = join(folder, '..', 'strace.log')
  const ended = traced(folder, argv, ['-y', '-o', log, '-e', `trace=${changing.map((name) => `?${name}`).join(',')}`])
  const counts = new Map<string, number>()
  const calls: SystemCall[] = []
  for (const line of readLines(log)) {
    const name = /^(\w+)\(/.exec(line)?.[1]
    if (name === undefined) continue
    const nth = (counts.get(name) ?? 0) + 1
    counts.set(name, nth)
    const looksOnly = options.looking !== true && name === 'openat' && !line.includes('O_CREAT')
    if (line.replace(/^openat\(AT_FDCWD<[^>]*>/, '').includes(folder) && !looksOnly) calls.push({ name, nth, line })
  }
  return { calls, ended }
}

function readLines(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n')
}

/** SIGKILL on entering the call, which then does not happen. */
export function killedAt(folder: string, argv: readonly string[], call: SystemCall): Ended {
  return traced(folder, argv, inject(call, 'signal=KILL', ''))
}

/** The signal comes with the call, which happens. */
export function signalledAt(folder: string, argv: readonly string[], call: SystemCall, signal: 'INT' | 'TERM'): Ended {
  return traced(folder, argv, inject(call, `signal=${signal}`, ''))
}

/** The call fails without doing anything; `forever`, also every later one of its name. */
export function failedAt(
  folder: string,
  argv: readonly string[],
  call: SystemCall,
  fault: { readonly code: string; readonly forever: boolean },
): Ended {
  return traced(folder, argv, inject(call, `error=${fault.code}`, fault.forever ? '+' : ''))
}

function inject(call: SystemCall, what: string, onwards: string): readonly string[] {
  return ['-o', '/dev/null', '-e', `trace=${call.name}`, '-e', `inject=${call.name}:${what}:when=${call.nth}${onwards}`]
}
