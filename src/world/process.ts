// Who we are among the processes of this machine, exactly where /proc tells, as well as can be elsewhere.
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { childProcess } from './programs.ts'
import type { ProcessIdentity } from './world.ts'

/** The pid namespace of the machine itself has this number on every Linux (PROC_PID_INIT_INO); a container has another. */
const outermost = 'pid:[4026531836]'

export function ownProcess(): ProcessIdentity {
  const space = readOr('', () => readlinkSync('/proc/self/ns/pid'))
  const boot = readOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) || bootTime()
  return {
    pid: process.pid,
    start: processStart(process.pid) ?? '',
    boot: `${boot} ${space}`.trim(),
    machine: space === outermost ? readOr('', () => readFileSync('/etc/machine-id', 'utf8').trim()) : '',
    host: hostname(),
  }
}

/** The start of a running process; '' when it runs but its start cannot be told, null when there is no such process. */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') {
    const stat = readOr('', () => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (stat !== '') return startInStat(stat)
  }
  if (!isRunning(pid)) return null
  return process.platform === 'win32' || process.platform === 'linux'
    ? ''
    : said('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold blanks and brackets. A zombie has ended: it writes no more. */
function startInStat(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '')
}

/** A process of another user answers EPERM, and that is a sign of life. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** macOS and the BSDs: the time of the boot. */
function bootTime(): string {
  return process.platform === 'win32' || process.platform === 'linux' ? '' : said('sysctl', ['-n', 'kern.boottime'])
}

function said(program: string, args: readonly string[]): string {
  const result = childProcess().spawnSync(program, [...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' },
  })
  return result.status === 0 ? result.stdout.trim() : ''
}

function readOr(otherwise: string, read: () => string): string {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** However short, long enough for a signal to be heard: Node looks for them between a timer and an immediate. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => setImmediate(resolve), milliseconds)
  })
}
