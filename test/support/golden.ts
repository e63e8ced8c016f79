// Golden cases of the command line: argv, files before, stdout, stderr, exit codes, files after. Nothing is scrubbed.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { bookParts } from '../../src/core/book/book.ts'
import { main } from '../../src/main.ts'
import { openCache } from '../../src/store/cache/cache.ts'
import { readBook } from '../../src/store/read.ts'
import type { World } from '../../src/world/world.ts'
import { settledFiles } from './settled-files.ts'
import { words } from './shell.ts'
import { fixedWorld } from './world.ts'

/**
 * A case is a folder with
 * - `cmd`: one `crm …` line per command, run one after the other; lines of `#` are remarks, `NAME=value` before crm sets a variable;
 *   `crm … < file` feeds a file of the case; `today DAY` sets the clock of the lines below; `commit DAY` makes the book a git commit
 *   of that day's noon;
 * - `before/` (optional): files laid over the book, or `base`: the name of a folder of test/cli/books to start from;
 * - `stdout`, `stderr`: what was said, each command's part under its own line `$ crm …` when there are several;
 * - `exit`: the exit codes, one a line;
 * - `after/`: the files that are new or changed; `after/.gone` lists the ones that went.
 * CRM_GOLDEN=write writes what is missing or different; read the diff before committing it.
 */
export interface Golden {
  readonly stdout: string
  readonly stderr: string
  readonly exit: string
  readonly after: ReadonlyMap<string, string>
}

const booksFolder = join(import.meta.dirname, '../cli/books')

/** What lies in `.crm/cache/` when a command begins: all that the book says, or the same with a byte changed. */
export type CacheState = 'warm' | 'damaged'

export async function runCase(folder: string, cache: CacheState): Promise<Golden> {
  const place = mkdtempSync(join(tmpdir(), 'crm-golden-'))
  const book = join(place, 'book')
  mkdirSync(book)
  try {
    const base = join(folder, 'base')
    if (existsSync(base)) cpSync(join(booksFolder, readFileSync(base, 'utf8').trim()), book, { recursive: true })
    if (existsSync(join(folder, 'before'))) cpSync(join(folder, 'before'), book, { recursive: true })
    const before = tree(book)
    const lines = readFileSync(join(folder, 'cmd'), 'utf8').split('\n')
    const spoken = await runLines(lines, book, cache)
    return { ...spoken, after: difference(before, tree(book)) }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function runLines(lines: readonly string[], book: string, cache: CacheState): Promise<Omit<Golden, 'after'>> {
  const commands = lines.filter((l) => l.trim() !== '' && !l.startsWith('#'))
  const several = commands.filter((l) => !/^(today|commit) /.test(l)).length > 1
  const said = { stdout: '', stderr: '', exit: '' }
  let today = '2026-11-22'
  let seed = 0
  for (const line of commands) {
    if (line.startsWith('today ')) {
      today = line.slice('today '.length).trim()
      continue
    }
    if (line.startsWith('commit ')) {
      commitBook(book, line.slice('commit '.length).trim())
      continue
    }
    prepareCache(book, cache)
    const result = await runLine(line, book, today, seed++)
    const title = several ? `$ ${line}\n` : ''
    said.stdout += title + result.stdout
    said.stderr += title + result.stderr
    said.exit += `${result.exit}\n`
  }
  return said
}

/** Nothing of the machine's own settings, so that a commit has the same name everywhere. */
const gitEnvironment = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Golden'],
      [`GIT_${who}_EMAIL`, 'golden@crm.example'],
    ]),
  ),
}

function commitBook(book: string, day: string): void {
  const at = `${day}T12:00:00+0000`
  const env = { ...gitEnvironment, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: book, env, stdio: 'pipe' })
  if (!existsSync(join(book, '.git'))) git('init', '-q')
  writeFileSync(join(book, '.git/info/exclude'), '.crm/\n')
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', day)
}

/** Real git, for a book that is in one. */
const realRun: World['run'] = (program, args, { folder, input }) => {
  const options = { cwd: folder, env: gitEnvironment, ...(input === undefined ? {} : { input }) }
  const { status, stdout, stderr } = spawnSync(program, [...args], options)
  return { code: status ?? 127, stdout: new Uint8Array(stdout), stderr: String(stderr) }
}

function prepareCache(book: string, state: CacheState): void {
  const own = openCache(settledFiles, book)
  if (existsSync(join(book, 'crm.yaml'))) readBook(settledFiles, book, bookParts, own)
  own.flush()
  const place = join(book, '.crm/cache')
  if (state === 'warm' || !existsSync(place)) return
  for (const name of readdirSync(place)) {
    const bytes = readFileSync(join(place, name))
    for (const eighth of [4, 5, 6, 7]) {
      const at = Math.floor((bytes.length * eighth) / 8)
      bytes[at] = (bytes[at] ?? 0) ^ 1
    }
    writeFileSync(join(place, name), bytes)
  }
}

async function runLine(line: string, book: string, today: string, seed: number) {
  const all = words(line)
  const environment: Record<string, string> = {}
  while (all[0] !== undefined && /^[A-Z_]+=/.test(all[0])) {
    const [name = '', ...value] = (all.shift() ?? '').split('=')
    environment[name] = value.join('=')
  }
  if (all.shift() !== 'crm') throw new Error(`not a crm line: ${line}`)
  const from = all.indexOf('<')
  const input = from < 0 ? undefined : readFileSync(join(book, all[from + 1] ?? ''), 'utf8')
  const argv = from < 0 ? all : all.slice(0, from)
  const captured = fixedWorld(book, {
    files: settledFiles,
    today,
    environment,
    seed,
    ...(input === undefined ? {} : { input }),
  })
  const world = existsSync(join(book, '.git')) ? { ...captured.world, run: realRun } : captured.world
  const exit = await main(argv, world)
  const plain = (text: string) => text.replaceAll(book, '/book')
  return { exit, stdout: plain(captured.stdout()), stderr: plain(captured.stderr()) }
}

/** Every file but those under .crm/, .git/ and schemas/ (which have a test of their own), by path. */
export function tree(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const visit = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name)
      if (name === '.crm' || name === '.git' || name === 'schemas') continue
      if (statSync(path).isDirectory()) visit(path)
      else files.set(relative(folder, path), readFileSync(path, 'utf8'))
    }
  }
  visit(folder)
  return files
}

function difference(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const changed = new Map([...after].filter(([path, text]) => before.get(path) !== text))
  const gone = [...before.keys()].filter((path) => !after.has(path))
  if (gone.length > 0) changed.set('.gone', `${gone.join('\n')}\n`)
  return changed
}

/** What the case's folder expects; null for a part that is missing. */
export function expected(folder: string): { [K in keyof Golden]: Golden[K] | null } {
  const text = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null)
  const after = join(folder, 'after')
  return {
    stdout: text('stdout') ?? '',
    stderr: text('stderr') ?? '',
    exit: text('exit'),
    after: existsSync(after) ? tree(after) : new Map(),
  }
}

export function writeGolden(folder: string, golden: Golden): void {
  for (const name of ['stdout', 'stderr', 'exit'] as const) {
    if (golden[name] === '') rmSync(join(folder, name), { force: true })
    else writeFileSync(join(folder, name), golden[name])
  }
  rmSync(join(folder, 'after'), { recursive: true, force: true })
  for (const [path, text] of golden.after) {
    mkdirSync(dirname(join(folder, 'after', path)), { recursive: true })
    writeFileSync(join(folder, 'after', path), text)
  }
}
