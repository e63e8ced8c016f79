// Many processes write and read the same book at once and are killed at random: nothing acknowledged is lost, nothing mixed.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../src/store/lock.ts'
import { realFiles } from '../../src/world/files.ts'
import { ownProcess, processStart, sleep } from '../../src/world/process.ts'
import { randomOf } from '../support/power-loss.ts'

const seconds = Number(process.env.CRM_FAULTS_SECONDS ?? 5)
const writers = Number(process.env.CRM_FAULTS_WRITERS ?? 6)
const readers = Math.ceil(writers / 2)
const folder = mkdtempSync(join(tmpdir(), 'crm-contend-'))
const children = new Set<ChildProcess>()

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Finishes or discards what the last one killed had begun. */
async function tidy(book: string): Promise<void> {
  const world = {
    files: realFiles,
    randomHex: (digits: number) => randomBytes(digits).toString('hex').slice(0, digits),
    process: ownProcess(),
    processStart,
    sleep,
    moment: () => '',
    holdSignals: () => {},
  }
  await withLock(world, book, { verb: 'test', waitSeconds: 5 }, () => undefined)
}

interface Heard {
  readonly wrote: number[]
  readonly bad: string[]
  reads: number
  kills: number
}

/** Starts a process, and another in its place when it was killed, until `over`. */
function keepAlive(role: string, name: string, heard: Heard, over: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'contender.mjs'), role, join(folder, 'book'), name])
  children.add(child)
  let rest = ''
  let last = 0
  child.stderr.on('data', (data) => heard.bad.push(String(data)))
  child.stdout.on('data', (data) => {
    const lines = (rest + String(data)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [word, number] = line.split(' ')
      if (word === 'wrote') heard.wrote.push(Number(number))
      else if (word === 'saw' && Number(number) >= last) {
        heard.reads++
        last = Number(number)
      } else if (line !== 'failed book-busy') heard.bad.push(line)
    }
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      children.delete(child)
      resolve(over() ? undefined : keepAlive(role, name, heard, over))
    })
  })
}

test(
  `${writers} writers and ${readers} readers, killed at random for ${seconds} s`,
  async () => {
    await build({
      entryPoints: [join(import.meta.dirname, '../support/contender.ts')],
      outfile: join(folder, 'contender.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    })
    mkdirSync(join(folder, 'book'))
    const heard: Heard = { wrote: [], bad: [], reads: 0, kills: 0 }
    const end = Date.now() + seconds * 1000
    const over = () => Date.now() >= end
    const names = Array.from({ length: writers + readers }, (_, i) => `p${i}`)
    const all = names.map((name, i) => keepAlive(i < writers ? 'writer' : 'reader', name, heard, over))
    const random = randomOf(545)
    while (!over()) {
      await new Promise((resolve) => setTimeout(resolve, random() * 120))
      const victim = [...children][Math.floor(random() * children.size)]
      if (victim?.kill('SIGKILL') === true) heard.kills++
    }
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(all)

    expect(heard.bad).toEqual([])
    await tidy(join(folder, 'book'))
    const rows = readFileSync(join(folder, 'book/journal/2026-11.csv'), 'utf8').split('\n').slice(0, -1)
    const numbers = rows.map((row) => Number(row.split(',')[0]))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(new Set(heard.wrote).size).toBe(heard.wrote.length)
    expect(heard.wrote.filter((n) => !numbers.includes(n))).toEqual([])
    const bills = readdirSync(join(folder, 'book/bills')).map((name) => Number(name.replace('.yaml', '')))
    expect(bills.sort((a, b) => a - b)).toEqual(numbers)
    expect(readdirSync(join(folder, 'book/.crm'))).toEqual(['head', 'pending'])
    expect(readdirSync(join(folder, 'book/.crm/pending'))).toEqual([])
    expect(heard.wrote.length).toBeGreaterThan(5)
    expect(heard.reads).toBeGreaterThan(5)
    process.stdout.write(`${heard.wrote.length} commits, ${heard.reads} reads, ${heard.kills} kills\n`)
  },
  (seconds + 60) * 1000,
)
