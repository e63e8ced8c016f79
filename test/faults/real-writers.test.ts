// The real program, many times at once and killed at random: bills stay gapless, what was answered stands, readers see no mixture.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { randomOf } from '../support/power-loss.ts'

const seconds = Number(process.env.CRM_FAULTS_SECONDS ?? 5)
const writers = Number(process.env.CRM_FAULTS_WRITERS ?? 3)
const readers = Math.ceil(writers / 2)
const program = join(import.meta.dirname, '../../bin/crm.js')
const place = mkdtempSync(join(tmpdir(), 'crm-writers-'))
const book = join(place, 'book')
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

const options = {
  cwd: book,
  env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(place, 'cache'), CRM_TODAY: '2026-11-22' },
}

interface Answer {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

const random = randomOf(545)
/** How long a command took of late, in milliseconds. */
let usual = 300

/** Some are killed, at any moment of what they usually take. */
function crm(argv: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...argv], options)
    running.add(child)
    const started = Date.now()
    const kill = () => {
      if (running.has(child) && child.kill('SIGKILL')) heard.kills++
    }
    if (random() < 0.4) setTimeout(kill, random() * usual)
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (data) => {
      said.stdout += String(data)
    })
    child.stderr.on('data', (data) => {
      said.stderr += String(data)
    })
    child.on('close', (exit) => {
      running.delete(child)
      if (exit === 0) usual = (usual + Date.now() - started) / 2
      resolve({ exit, ...said })
    })
  })
}

/** One hub is 542.40 with tax; every bill is one hub. */
const price = 54_240

const heard = { bills: [] as string[], bad: [] as string[], reads: 0, kills: 0, again: 0 }

async function write(over: () => boolean): Promise<void> {
  while (!over()) {
    const { exit, stdout, stderr } = await crm(['sell', 'yuanshan', 'HUB', '--bill', '--lock-wait', '60', '--json'])
    const number = /"(INV-2026-\d{4})"/.exec(stdout)?.[1]
    if (exit === 0 && number !== undefined) heard.bills.push(number)
    else if (exit === 4) heard.again++
    else if (exit !== null) heard.bad.push(`${exit} ${stdout} ${stderr}`)
  }
}

/** The balance grows by whole bills, and never shrinks. */
async function read(over: () => boolean): Promise<void> {
  let last = 0
  while (!over()) {
    const { exit, stdout, stderr } = await crm(['report', 'balance', '--json'])
    if (exit === null) continue
    const balance = Number(/"balance":"([\d.]+)"/.exec(stdout)?.[1] ?? '0')
    const cents = Math.round(balance * 100)
    if (exit === 0 && cents % price === 0 && cents >= last) {
      heard.reads++
      last = cents
    } else if (!stdout.includes('book-busy')) heard.bad.push(`${exit} ${stdout} ${stderr}`)
  }
}

test(
  `${writers} writers and ${readers} readers through the command line, killed at random for ${seconds} s`,
  async () => {
    cpSync(join(import.meta.dirname, '../cli/books/harbour'), book, { recursive: true })
    rmSync(join(book, 'journal'), { recursive: true })
    const end = Date.now() + seconds * 1000
    const over = () => Date.now() >= end
    const all = [
      ...Array.from({ length: writers }, () => write(over)),
      ...Array.from({ length: readers }, () => read(over)),
    ]
    await Promise.all(all)
    expect(heard.bad).toEqual([])

    const last = spawnSync(process.execPath, [program, 'recover'], { ...options, encoding: 'utf8' })
    expect([last.status, last.stderr]).toEqual([0, last.stderr])
    const check = spawnSync(process.execPath, [program, 'check'], { ...options, encoding: 'utf8' })
    expect([check.status, check.stdout]).toEqual([0, ''])
    const numbers = readdirSync(join(book, 'bills/2026'))
      .map((name) => name.replace('.yaml', ''))
      .sort()
    expect(numbers).toEqual(numbers.map((_, i) => `INV-2026-${String(i + 1).padStart(4, '0')}`))
    expect(new Set(heard.bills).size).toBe(heard.bills.length)
    expect(heard.bills.filter((number) => !numbers.includes(number))).toEqual([])
    expect(heard.reads).toBeGreaterThan(0)
    process.stdout.write(
      `${numbers.length} bills, ${heard.reads} reads, ${heard.kills} kills, ${heard.again} told to try again\n`,
    )
  },
  (seconds + 120) * 1000,
)
