// With git and without it the same customers are read, whatever was edited, committed, hidden from git or left to it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { openCache } from '../../src/store/cache/cache.ts'
import { gitBefore } from '../../src/store/cache/customers-git.ts'
import { lookWithGit } from '../../src/store/git-look.ts'
import { readCustomers } from '../../src/store/read-customers.ts'
import { beside } from '../../src/world/beside.ts'
import type { Files } from '../../src/world/world.ts'
import { runs } from '../support/runs.ts'
import { settledFiles } from '../support/settled-files.ts'

const ids = ['alder', 'birch', 'cedar', 'dogwood']
const id = fc.constantFrom(...ids)
const edits = fc.oneof(
  { weight: 5, arbitrary: fc.record({ write: id, name: fc.constantFrom('Xa', 'Xb', 'Xc'), quietly: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ drop: id }) },
  { weight: 3, arbitrary: fc.constant({ git: ['add', '-A'] }) },
  { weight: 3, arbitrary: fc.constant({ git: ['commit', '-qam', 'x'] }) },
  { weight: 1, arbitrary: fc.constant({ git: ['checkout', '-q', '--', '.'] }) },
  { weight: 1, arbitrary: fc.constant({ git: ['stash', '-q'] }) },
  { weight: 1, arbitrary: fc.constant({ git: ['reset', '-q', '--hard', 'HEAD~1'] }) },
  {
    weight: 1,
    arbitrary: id.map((name) => ({ git: ['update-index', '--assume-unchanged', `customers/${name}.yaml`] })),
  },
  { weight: 1, arbitrary: id.map((name) => ({ git: ['update-index', '--skip-worktree', `customers/${name}.yaml`] })) },
  { weight: 1, arbitrary: id.map((name) => ({ git: ['rm', '-q', '--cached', `customers/${name}.yaml`] })) },
  { weight: 1, arbitrary: id.map((name) => ({ ignore: `customers/${name}.yaml` })) },
  { weight: 1, arbitrary: fc.constant({ ignore: 'customers/' }) },
)
const rounds = fc.record({
  edits: fc.array(edits, { minLength: 1, maxLength: 3 }),
  keep: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})
const first = { edits: [], keep: true }
type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never

const environment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@crm.example',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@crm.example',
}
const git = (folder: string, args: readonly string[]) =>
  spawnSync('git', [...args], { cwd: folder, env: environment, stdio: 'ignore' }).status

function apply(folder: string, edit: Edit): void {
  if ('git' in edit) git(folder, edit.git)
  else if ('ignore' in edit) writeFileSync(join(folder, '.gitignore'), `${edit.ignore}\n.crm/\n`)
  else if ('drop' in edit) rmSync(join(folder, 'customers', `${edit.drop}.yaml`), { force: true })
  else {
    const path = join(folder, 'customers', `${edit.write}.yaml`)
    writeFileSync(path, `id: ${edit.write}\nname: ${edit.name}\n`)
    // As many bytes as before, and the times of years ago.
    if (edit.quietly) utimesSync(path, 1_600_000_000, 1_600_000_000)
  }
}

const world = { beside, files: settledFiles }

/** `keep`: for the next time; a small book is written anew after every change, a large one is not. */
async function namesWithGit(folder: string, keep = true): Promise<readonly string[]> {
  const cache = openCache(settledFiles, folder)
  const look = await lookWithGit(world, folder, gitBefore(cache))
  const names = namesOf({ files: settledFiles, folder, cache, git: look })
  if (keep) cache.flush()
  cache.close()
  return names
}

function namesOf(from: Pick<Parameters<typeof readCustomers>[0], 'files' | 'folder' | 'cache' | 'git'>) {
  const reading = { ...from, problems: [], read: [], listed: [] }
  const customers = readCustomers(reading, currency('CNY'))
  return [...customers.keys()].map((one) => `${one} ${customers.nameOf?.(one)} ${customers.get(one)?.name}`)
}

function newBook(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-git-'))
  mkdirSync(join(folder, 'customers'))
  git(folder, ['init', '-q'])
  writeFileSync(join(folder, '.gitignore'), '.crm/\n')
  for (const name of ids) writeFileSync(join(folder, 'customers', `${name}.yaml`), `id: ${name}\nname: First\n`)
  for (const args of [
    ['add', '-A'],
    ['commit', '-qm', 'x'],
    ['commit', '-q', '--allow-empty', '-m', 'y'],
  ])
    git(folder, args)
  return folder
}

test('customers are read the same with what git says and without', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rounds, { maxLength: 6 }), async (all) => {
      const folder = newBook()
      try {
        for (const { edits, keep } of [first, first, ...all]) {
          for (const edit of edits) apply(folder, edit)
          expect(await namesWithGit(folder, keep)).toEqual(
            namesOf({ files: settledFiles, folder, cache: null, git: null }),
          )
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: runs(8) },
  )
})

/** Files with a look at their status, by name. */
async function lookedAt(folder: string): Promise<readonly string[]> {
  const looked: string[] = []
  const files: Files = {
    ...settledFiles,
    status: (path) => {
      if (path.endsWith('.yaml')) looked.push(path.slice(path.lastIndexOf('/') + 1))
      return settledFiles.status(path)
    },
  }
  const cache = openCache(files, folder)
  const look = await lookWithGit({ ...world, files }, folder, gitBefore(cache))
  namesOf({ files, folder, cache, git: look })
  cache.close()
  return looked
}

test('once git was asked, only files are looked at that it does not vouch for', async () => {
  const folder = newBook()
  for (let round = 0; round < 2; round++) await namesWithGit(folder)
  expect(await lookedAt(folder)).toEqual([])
  apply(folder, { write: 'birch', name: 'Xa', quietly: true })
  expect(await lookedAt(folder)).toEqual(['birch.yaml'])
  git(folder, ['commit', '-qam', 'z'])
  expect(await lookedAt(folder)).toEqual(['birch.yaml'])
  git(folder, ['update-index', '--assume-unchanged', 'customers/cedar.yaml'])
  expect([...(await lookedAt(folder))].sort()).toEqual(['birch.yaml', 'cedar.yaml'])
  rmSync(folder, { recursive: true })
})

test.each([
  [
    'an attribute names a filter',
    (folder: string) => writeFileSync(join(folder, '.gitattributes'), '*.yaml filter=x\n'),
  ],
  ['there is no repository', (folder: string) => rmSync(join(folder, '.git'), { recursive: true })],
  ['nothing is committed', (folder: string) => git(folder, ['update-ref', '-d', 'HEAD'])],
])('git is not believed where %s', async (_, change) => {
  const folder = newBook()
  change(folder)
  expect(await lookWithGit(world, folder, null)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('without git everything is looked at', async () => {
  const folder = newBook()
  const none = { ...world, beside: async () => ({ code: 127, stdout: new Uint8Array(), stderr: '' }) }
  expect(await lookWithGit(none, folder, null)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('a look neither takes locks nor writes the index', async () => {
  const folder = newBook()
  const path = join(folder, 'customers/alder.yaml')
  writeFileSync(path, readFileSync(path))
  const before = readFileSync(join(folder, '.git/index'))
  expect(await lookWithGit(world, folder, null)).not.toBeNull()
  expect([
    readFileSync(join(folder, '.git/index')).equals(before),
    existsSync(join(folder, '.git/index.lock')),
  ]).toEqual([true, false])
  rmSync(folder, { recursive: true })
})

test('a commit while git is asked makes its answer none', async () => {
  const folder = newBook()
  const meanwhile = {
    ...world,
    beside: async (...call: Parameters<typeof beside>) => {
      const answer = await beside(...call)
      if (call[1].includes('status')) {
        apply(folder, { write: 'birch', name: 'Xa', quietly: true })
        git(folder, ['commit', '-qam', 'z'])
      }
      return answer
    },
  }
  expect(await lookWithGit(meanwhile, folder, null)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('of a tree that is there no more nothing is known, and git is asked anew', async () => {
  const folder = newBook()
  const look = await lookWithGit(world, folder, { tree: '0'.repeat(40), index: null })
  expect([look?.sinceThen, [...(look?.tracked ?? [])].sort()]).toEqual([null, [...ids].sort()])
  rmSync(folder, { recursive: true })
})
