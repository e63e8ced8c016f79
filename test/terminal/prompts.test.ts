// What a person at a terminal meets: questions with usual answers, an editor, colours; and none of it in a pipe.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openScreen, type Screen } from '../support/tmux.ts'

let screen: Screen | undefined
afterEach(() => {
  screen?.close()
  screen = undefined
})

test('init asks, and Enter takes the usual answer', async () => {
  screen = openScreen()
  screen.type('crm init harbour', 'Enter')
  await screen.until(/Language and country/)
  screen.type('Enter')
  await screen.until(/Name of your firm/)
  screen.type('Harbour Trading', 'Enter')
  await screen.until(/Currency of the book/)
  screen.type('C-u', 'EUR', 'Enter')
  await screen.until(/Time zone/)
  screen.type('Enter')
  await screen.until(/a new book stands in harbour/)
  const settings = readFileSync(join(screen.folder, 'harbour/crm.yaml'), 'utf8')
  expect(settings).toContain('name: Harbour Trading')
  expect(settings).toMatch(/^currency: EUR$/m)
  expect(existsSync(join(screen.folder, 'harbour/.git'))).toBe(true)
})

test('Ctrl-C at a question cancels with exit code 130 and writes nothing', async () => {
  screen = openScreen({ CRM_LANG: 'zh' })
  screen.type('crm init harbour; echo code=$?', 'Enter')
  await screen.until(/语言与地区/)
  screen.type('C-c')
  expect(await screen.until(/code=\d+/)).toMatch(/code=130/)
  expect(existsSync(join(screen.folder, 'harbour'))).toBe(false)
})

test('edit without fields opens the editor, shows nothing broken in, and changes just that line in git', async () => {
  screen = openScreen({ EDITOR: 'sed -i s/^phone:.*/phone:\\ 021-5550-0199/' })
  const crm = join(import.meta.dirname, '../../bin/crm.js')
  const run = (...args: string[]) => execFileSync('node', [crm, ...args], { cwd: screen?.folder, encoding: 'utf8' })
  run('init', 'harbour', '--yes', '--name', 'Harbour Trading')
  const book = join(screen.folder, 'harbour')
  run('-C', 'harbour', 'add', 'Blue Pier', '--phone', '021-5550-0100')
  execFileSync('git', ['add', '-A'], { cwd: book })
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'start'], { cwd: book })
  screen.type('cd harbour && crm edit blue-pier', 'Enter')
  await screen.until(/Write this\?/)
  screen.type('y', 'Enter')
  await screen.until(/1 field changed/)
  const diff = execFileSync('git', ['diff', '--unified=0'], { cwd: book, encoding: 'utf8' })
  expect(diff.split('\n').filter((l) => /^[-+][^-+]/.test(l))).toEqual([
    '-phone: "021-5550-0100"',
    '+phone: 021-5550-0199',
  ])
})

test('an edit that breaks the file is refused with its place, and the file stays', async () => {
  screen = openScreen({ EDITOR: 'sed -i s/^name:.*/nmae:\\ x/' })
  const crm = join(import.meta.dirname, '../../bin/crm.js')
  const run = (...args: string[]) => execFileSync('node', [crm, ...args], { cwd: screen?.folder, encoding: 'utf8' })
  run('init', 'harbour', '--yes', '--no-git')
  run('-C', 'harbour', 'add', 'Blue Pier')
  const file = join(screen.folder, 'harbour/customers/blue-pier.yaml')
  const before = readFileSync(file, 'utf8')
  screen.type('cd harbour && crm edit blue-pier; echo code=$?', 'Enter')
  expect(await screen.until(/code=\d+/)).toMatch(/customers\/blue-pier\.yaml:\d+:\d+: unknown key "nmae"[\s\S]*code=2/)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('colours are for terminals: none in a pipe, none with NO_COLOR', async () => {
  screen = openScreen()
  screen.type('crm nosuch 2>&1 | od -c | head -3', 'Enter')
  expect(await screen.until(/0000040/)).not.toMatch(/033/)
})
