// A book made by somebody who means harm: nothing of it is executed, nothing outside of it is read or written, nothing hangs.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ledgerFormats } from '../../src/formats/ledgers/registry.ts'
import { main } from '../../src/main.ts'
import { reports } from '../../src/reports/registry.ts'
import { digest } from '../../src/store/digest.ts'
import { verbs } from '../../src/verbs.ts'
import { tree } from '../support/golden.ts'
import { words } from '../support/shell.ts'
import { canTrace } from '../support/traced.ts'
import { fixedWorld } from '../support/world.ts'
import { spread, stories } from './stories.ts'

const long = process.env.CRM_FAULTS_POINTS !== undefined
const place = mkdtempSync(join(tmpdir(), 'crm-hostile-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const program = join(import.meta.dirname, '../../bin/crm.js')
const harbour = join(import.meta.dirname, '../cli/books/harbour')
const outside = join(place, 'outside')
const canary = 'canary-5f1d'

/** What the attacker does to a book that was well; paths are inside the book. */
interface Attack {
  readonly name: string
  readonly files?: Readonly<Record<string, string>>
  readonly links?: Readonly<Record<string, string>>
  readonly pipes?: readonly string[]
}

const header =
  'id,date,kind,customer,document,of,item,quantity,price,tax,amount,currency,rate,due,reason,source,method,memo\n'
const manifest = `${JSON.stringify({
  manifest: 1,
  ops: [{ path: '../outside/written.txt', before: null, after: digest('x'), staged: '0' }],
})}\n`

const attacks: readonly Attack[] = [
  {
    name: 'hooks and helpers of git',
    files: {
      '.git/config': `[core]\n\tfsmonitor = touch ${outside}/ran\n\tpager = touch ${outside}/ran\n\thooksPath = hooks\n`,
      '.git/hooks/post-commit': `#!/bin/sh\ntouch ${outside}/ran\n`,
      '.git/HEAD': 'ref: refs/heads/main\n',
    },
  },
  {
    name: 'escape sequences, formulas and tags in texts',
    files: {
      'customers/evil.yaml':
        'id: evil\nname: "\\e]0;owned\\a \\e[2J \\u202e $(touch /tmp/x) `id` =cmd|calc <script>alert(1)</script>"\ncurrency: CNY\n',
      'journal/2026-11.csv': `${header}0000000000x1,2026-11-02,sale,evil,,,HUB,1,480.00,,480.00,CNY,,,,,,"=HYPERLINK(""http://x"",""y"") \u001b[31m"\n`,
    },
  },
  { name: 'a link in place of a customer', links: { 'customers/evil.yaml': '../../outside/secret.yaml' } },
  { name: 'a link in place of the settings', links: { 'crm.yaml': '../outside/secret.yaml' } },
  { name: 'a link in place of the journal', links: { journal: '../outside' } },
  {
    name: 'links in place of the closes, the bank lines and the mappings',
    links: { closes: '../outside', 'bank/main': '../../outside', 'imports/evil.yaml': '../../outside/secret.yaml' },
  },
  { name: 'a link to a device', links: { 'journal/2026-11.csv': '/dev/zero' } },
  { name: 'a pipe that nobody writes to', pipes: ['customers/evil.yaml', 'staff.yaml', 'journal/2026-11.csv'] },
  { name: 'a link in place of .crm', links: { '.crm': '../outside' } },
  { name: 'a link in place of the pending commits', links: { '.crm/pending': '../../outside' } },
  {
    name: 'a link in place of the lock and the counter',
    links: { '.crm/lock': '../../outside/secret.yaml', '.crm/head': '../../outside/secret.yaml' },
  },
  { name: 'a pipe in place of the lock', pipes: ['.crm/lock'] },
  {
    name: 'a published commit that writes outside',
    files: { '.crm/pending/ab/manifest': `${digest(manifest)}\n${manifest}`, '.crm/pending/ab/0': 'x' },
  },
  {
    name: 'tags, aliases and forbidden keys',
    files: {
      'customers/evil.yaml': `id: evil\nname: !!js/function "function(){require('fs').writeFileSync('${outside}/ran','')}"\n`,
      'customers/bomb.yaml': `id: bomb\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
        .join('')}`,
      'customers/proto.yaml':
        'id: proto\nname: x\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n',
    },
  },
]

function lay(attack: Attack, number: number): string {
  const book = join(place, `case${number}`, 'book')
  cpSync(harbour, book, { recursive: true })
  cpSync(outside, join(book, '../outside'), { recursive: true })
  const free = (path: string) => {
    const full = join(book, path)
    rmSync(full, { recursive: true, force: true })
    mkdirSync(dirname(full), { recursive: true })
    return full
  }
  for (const [path, text] of Object.entries(attack.files ?? {})) writeFileSync(free(path), text, { mode: 0o755 })
  for (const [path, target] of Object.entries(attack.links ?? {})) symlinkSync(target, free(path))
  for (const path of attack.pipes ?? []) expect(spawnSync('mkfifo', [free(path)]).status).toBe(0)
  return book
}

/** What a verb or report has to be told, where its name alone is not enough. */
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  show: ['blue-pier'],
  explain: ['blue-pier', 'sales12m'],
  statement: ['blue-pier'],
  ratios: ['--period', '2026-10'],
  exchange: ['--period', '2026-10'],
  handover: ['2026-10'],
}

function withArguments(before: readonly string[], name: string): readonly string[] {
  return [...before, name, ...(argumentsOf[name] ?? [])]
}

/** Every verb that reads, in every kind that it has; `demo` makes a book of its own elsewhere. */
const readers: readonly (readonly string[])[] = [
  ...verbs
    .filter((v) => !v.writes && !['demo', 'report', 'export'].includes(v.name))
    .map((v) => withArguments([], v.name)),
  // The evidence of a document needs one, and this book has none yet.
  ...reports.filter((r) => r.name !== 'evidence').map((r) => withArguments(['report'], r.name)),
  ...ledgerFormats.map((f) => ['export', f.name]),
]
/** Every verb that writes, looking only. */
const rehearsals = Object.entries(stories)
  .filter(([verb]) => verb !== 'init')
  .flatMap(([, [story]]) => (story === undefined ? [] : [[...words(story.command).slice(1), '--dry-run']]))

test('each of the reading commands is one that crm takes', async () => {
  const book = join(place, 'well')
  cpSync(harbour, book, { recursive: true })
  for (const argv of readers) {
    const { world, stderr } = fixedWorld(book)
    const exit = await main(argv, world)
    const advice = 'what it has to be told belongs into `argumentsOf` in test/faults/hostile-book.test.ts'
    expect([0, 1], `crm ${argv.join(' ')}: ${stderr()}${advice}`).toContain(exit)
  }
})

const writer = ['add', 'New One', '--id', 'new-one']

interface Seen {
  readonly exit: number | null
  readonly said: string
  readonly log: readonly string[]
}

function run(book: string, argv: readonly string[]): Seen {
  const log = join(place, 'strace.log')
  const calls =
    'execve,execveat,openat,open,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,symlink,symlinkat,truncate,chmod,connect'
  const trace = calls.split(',').map((name) => `?${name}`)
  const { status, stdout, stderr } = spawnSync(
    'strace',
    ['-f', '-o', log, '-e', `trace=${trace.join(',')}`, process.execPath, program, ...argv],
    {
      cwd: book,
      encoding: 'utf8',
      timeout: 20_000,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', CRM_TODAY: '2026-11-22' },
    },
  )
  return { exit: status, said: stdout + stderr, log: readFileSync(log, 'utf8').split('\n') }
}

/** Calls that succeeded, or would have if the disk had let them. */
function writing(line: string): boolean {
  return (
    /O_WRONLY|O_RDWR|O_CREAT/.test(line) ||
    /^\d+ +(creat|rename|link|unlink|mkdir|rmdir|symlink|truncate|chmod)/.test(line)
  )
}

/** Those who only read may write the cache, and make the folders that it lies in. */
function isCache(line: string, book: string): boolean {
  const [, path = ''] = line.split(`"${book}/`)
  return /^\.crm(?:\/cache(?:\/[a-z.-]+)?)?"/.test(path)
}

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe.runIf(canTrace())('a hostile book', () => {
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret.yaml'), `book: 1\nname: ${canary}\nid: evil\n`)
  writeFileSync(join(outside, 'precious'), canary)

  test.each(attacks.map((attack, number) => ({ ...attack, number })))('with $name', { timeout: 600_000 }, (attack) => {
    const book = lay(attack, attack.number)
    const looking = [...readers, ...rehearsals]
    const some = long ? looking : spread(looking, 2, attack.number)
    for (const argv of [...some, ['recover'], writer]) {
      const before = [...tree(join(book, '../outside'))]
      const { exit, said, log } = run(book, argv)
      const what = `${argv.join(' ')}: ${said}`
      expect([0, 1, 2, 4], what).toContain(exit)
      expect(said).not.toContain(canary)
      expect(controls.test(said), what).toBe(false)
      expect(log.filter((line) => line.includes('exec'))).toHaveLength(1)
      expect(log.filter((line) => line.includes('connect('))).toEqual([])
      expect([...tree(join(book, '../outside'))]).toEqual(before)
      const isOwn = (line: string) =>
        argv === writer || argv[0] === 'recover' ? line.includes(`"${book}/`) : isCache(line, book)
      const strange = log.filter(
        (line) => writing(line) && !isOwn(line) && !/"\/(nonexistent|dev\/(null|tty))/.test(line),
      )
      expect(strange, what).toEqual([])
      const opened = log.filter((line) => /"[^"]*(outside|secret|\/dev\/zero)[^"]*"/.test(line) && !/= -1/.test(line))
      expect(opened, what).toEqual([])
    }
  })
})
