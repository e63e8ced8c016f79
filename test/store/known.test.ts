// The book as git had it, from a real repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import { fixedWorld } from '../support/world.ts'

let place = ''
let book = ''

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: place,
    encoding: 'utf8',
  })
}

function commit(day: string): void {
  git('add', '-A')
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', day], {
    cwd: place,
    env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00`, GIT_AUTHOR_DATE: '2020-01-01T00:00:00' },
  })
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'crm-known-'))
  book = join(place, 'books', 'harbour')
  mkdirSync(join(place, 'books'))
  cpSync(join(import.meta.dirname, '../cli/books/harbour'), book, { recursive: true })
  git('init', '-q')
  const bill = (id: string, number: string, amount: string) =>
    `${id},2026-10-01,bill,yuanshan,${number},,,,,,${amount},CNY,,2026-10-31,,import:old,,\n`
  appendFileSync(join(book, 'journal/2026-10.csv'), bill('0000000000b1', 'A-1', '100.00'))
  commit('2026-10-10')
  appendFileSync(join(book, 'journal/2026-10.csv'), bill('0000000000b2', 'A-2', '50.00'))
  commit('2026-10-20')
  writeFileSync(join(book, 'crm.yaml'), `${readFileSync(join(book, 'crm.yaml'), 'utf8')}# not committed\n`)
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

async function balance(...flags: string[]): Promise<{ exit: number; balances: string[]; codes: string[] }> {
  const captured = fixedWorld(book)
  const world = {
    ...captured.world,
    run: (program: string, args: readonly string[], options: { folder: string; input?: Uint8Array }) => {
      const r = spawnSync(program, [...args], {
        cwd: options.folder,
        ...(options.input === undefined ? {} : { input: options.input }),
      })
      return { code: r.status ?? 127, stdout: new Uint8Array(r.stdout), stderr: String(r.stderr) }
    },
  }
  const exit = await main(['report', 'balance', '--json', ...flags], world)
  const answer: { tables: { rows: { balance: string }[] }[]; problems: { code: string }[] } = JSON.parse(
    captured.stdout(),
  )
  return {
    exit,
    balances: (answer.tables[0]?.rows ?? []).map((r) => r.balance),
    codes: answer.problems.map((p) => p.code),
  }
}

test('a day means the last commit of that day or before', async () => {
  expect((await balance()).balances).toEqual(['150.00'])
  expect((await balance('--known-at', '2026-10-20')).balances).toEqual(['150.00'])
  expect((await balance('--known-at', '2026-10-19')).balances).toEqual(['100.00'])
  expect((await balance('--known-at', 'HEAD~1')).balances).toEqual(['100.00'])
})

test('the work tree is not touched', async () => {
  const before = git('status', '--porcelain')
  await balance('--known-at', 'HEAD~1')
  expect(git('status', '--porcelain')).toBe(before)
})

test('a day before the first commit, and a word git does not know, are refused', async () => {
  expect(await balance('--known-at', '2026-10-09')).toMatchObject({ exit: 2, codes: ['not-known-to-git'] })
  expect(await balance('--known-at', '--output=x')).toMatchObject({ exit: 2 })
  expect(await balance('--known-at', 'nosuch')).toMatchObject({ exit: 2, codes: ['not-known-to-git'] })
})
