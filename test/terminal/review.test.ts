// The review of bank lines as a person at a terminal meets it; the same decisions from a file book the same rows.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openScreen, type Screen } from '../support/tmux.ts'

let screen: Screen | undefined
afterEach(() => {
  screen?.close()
  screen = undefined
})

const root = join(import.meta.dirname, '../..')
const cases = join(root, 'test/cli/reconcile/decide/before')

function bookIn(folder: string, name: string): { readonly path: string; run(...args: string[]): string } {
  const path = join(folder, name)
  cpSync(join(root, 'test/cli/books/harbour'), path, { recursive: true })
  const run = (...args: string[]) =>
    execFileSync('node', [join(root, 'bin/crm.js'), ...args], {
      cwd: path,
      encoding: 'utf8',
      env: { ...process.env, CRM_TODAY: '2026-11-03' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  run('import', join(cases, 'old.csv'), '--as', 'bills', '--quiet')
  run('import', join(cases, 'oct.csv'), '--as', 'bank', '--account', 'icbc', '--quiet')
  return { path, run }
}

const journal = (path: string) => readFileSync(join(path, 'journal/2026-10.csv'), 'utf8')

test('keys decide, q keeps what was decided, and the next time only the rest is asked', async () => {
  screen = openScreen()
  const { path, run } = bookIn(screen.folder, 'one')
  screen.type('cd one && crm reconcile', 'Enter')
  await screen.until(/3 lines are sure, together 2340\.00 CNY/)
  screen.type('a')
  await screen.until(/Line 1 of 3 · still open 110\.00 CNY[\s\S]*INV-2026-0004 99\.50/)
  screen.type('a')
  await screen.until(/Line 2 of 3 · still open 50\.00 CNY/)
  screen.type('b')
  await screen.until(/Line 1 of 3[\s\S]*decided/)
  screen.type('s')
  await screen.until(/Line 2 of 3 · still open 110\.00 CNY/)
  screen.type('b')
  await screen.until(/Line 1 of 3/)
  screen.type('p')
  await screen.until(/still to be given: 60\.00 CNY/)
  screen.type('INV-2026-0004 40.00', 'Enter')
  await screen.until(/still to be given: 20\.00 CNY/)
  screen.type('Enter')
  await screen.until(/Line 2 of 3/)
  screen.type('q')
  await screen.until(/Write this\?/)
  // What was said before the preview has been scrolled away by it.
  expect(screen.history()).toContain('4 of 6 decided; the rest stays for the next time.')
  screen.type('y', 'Enter')
  await screen.until(/decided: 4 booked/)
  expect(journal(path)).toMatch(/apply,blue-pier,INV-2026-0004,\w+,,,,,40\.00/)
  screen.type('clear; crm reconcile', 'Enter')
  await screen.until(/Line 1 of 2/)
  screen.type('n')
  await screen.until(/Name of the new customer/)
  screen.type('Nordic Lamp AB', 'Enter')
  await screen.until(/Line 2 of 2/)
  screen.type('i')
  await screen.until(/Why it is ignored/)
  screen.type('bank fee', 'Enter')
  await screen.until(/Write this\?/)
  screen.type('y', 'Enter')
  await screen.until(/decided: 1 booked, 1 left out/)
  expect(run('reconcile', '--strict')).toMatch(/icbc +known +5/)

  const other = bookIn(screen.folder, 'two')
  other.run('reconcile', '--plan', 'plan.yaml')
  const plan = readFileSync(join(other.path, 'plan.yaml'), 'utf8')
  const decided = new Map([
    ['geax2j54h0m5', 'split INV-2026-0004 40.00'],
    ['qj8twn3089g5', 'new Nordic Lamp AB'],
    ['6cj3hg9prqyh', 'ignore bank fee'],
  ])
  let line = ''
  const edited = plan.split('\n').map((l) => {
    line = /^ {2}- line: (\w+)/.exec(l)?.[1] ?? line
    return l.replace(/^( {4}decision: ).*/, (all, key: string) =>
      decided.has(line) ? `${key}${decided.get(line)}` : all,
    )
  })
  writeFileSync(join(other.path, 'plan.yaml'), edited.join('\n'))
  other.run('reconcile', '--apply', 'plan.yaml', '--yes')
  const sorted = (at: string) => journal(at).split('\n').sort()
  expect(sorted(other.path)).toEqual(sorted(path))
}, 120_000)

test('in Chinese, and Ctrl-C writes nothing', async () => {
  screen = openScreen({ CRM_LANG: 'zh' })
  const { path } = bookIn(screen.folder, 'one')
  const before = journal(path)
  screen.type('cd one && crm reconcile; echo code=$?', 'Enter')
  await screen.until(/3 笔把握十足/)
  screen.type('a')
  await screen.until(/第 1 笔，共 3 笔/)
  screen.type('C-c')
  expect(await screen.until(/code=\d+/)).toMatch(/code=130/)
  expect(journal(path)).toBe(before)
}, 60_000)

test('Ctrl-C and a no at the end keep what was decided; the next time goes on with it', async () => {
  screen = openScreen()
  const { path } = bookIn(screen.folder, 'one')
  const before = journal(path)
  screen.type('cd one && crm reconcile; echo code=$?', 'Enter')
  await screen.until(/3 lines are sure/)
  screen.type('s')
  await screen.until(/Line 1 of 3/)
  screen.type('p')
  await screen.until(/still to be given: 60\.00 CNY/)
  screen.type('INV-2026-0004 40.00', 'Enter')
  await screen.until(/still to be given: 20\.00 CNY/)
  screen.type('Enter')
  await screen.until(/Line 2 of 3/)
  screen.type('C-c')
  expect(await screen.until(/code=\d+/)).toMatch(/1 decision is kept; crm reconcile goes on with it\.[\s\S]*code=130/)
  expect(journal(path)).toBe(before)
  screen.type('clear; crm reconcile; echo code=$?', 'Enter')
  await screen.until(/1 line was decided in a review that was broken off/)
  screen.type('c')
  await screen.until(/3 lines are sure/)
  screen.type('a')
  await screen.until(/Line 2 of 3/)
  screen.type('q')
  await screen.until(/Write this\?/)
  screen.type('n', 'Enter')
  await screen.until(/1 decision is kept[\s\S]*code=130/)
  expect(journal(path)).toBe(before)
  screen.type('clear; crm reconcile', 'Enter')
  await screen.until(/1 line was decided/)
  screen.type('c')
  await screen.until(/3 lines are sure/)
  screen.type('a')
  await screen.until(/Line 2 of 3/)
  screen.type('q')
  await screen.until(/Write this\?/)
  screen.type('y', 'Enter')
  await screen.until(/decided: 4 booked/)
  expect(journal(path)).toMatch(/apply,blue-pier,INV-2026-0004,\w+,,,,,40\.00/)
  expect(existsSync(join(path, '.crm/review.yaml'))).toBe(false)
}, 120_000)
