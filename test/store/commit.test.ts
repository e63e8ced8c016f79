// What a commit writes, what it refuses, and what it leaves behind.
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/base/problem.ts'
import { commit, type Edit } from '../../src/store/commit.ts'
import { digest } from '../../src/store/digest.ts'
import { readHead, readSettled } from '../../src/store/head.ts'
import { recover } from '../../src/store/recover.ts'
import { FileError, type Files } from '../../src/world/world.ts'
import { memoryFiles } from '../support/files.ts'
import { writer } from '../support/writer.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function edit(path: string, before: string | null, after: string | null): Edit {
  return { path, before: before === null ? null : digest(before), after: after === null ? null : bytes(after) }
}

function caught(work: () => unknown): UserError {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const start = { '/b/crm.yaml': 'book: 1\n', '/b/journal/2026-11.csv': 'old\n', '/b/draft.yaml': 'x\n' }
const edits = [
  edit('journal/2026-11.csv', 'old\n', 'new\n'),
  edit('bills/2026/INV-1.yaml', null, 'bill\n'),
  edit('draft.yaml', 'x\n', null),
]

/** The same files, but some calls fail. */
function failing(files: Files, shouldFail: (call: string, path: string) => boolean): Files {
  const guard = <A extends string[], R>(call: string, work: (...args: [...A]) => R) => {
    return (...args: [...A]): R => {
      const path = args.at(-1) ?? ''
      if (shouldFail(call, path)) throw new FileError('EIO', call, path)
      return work(...args)
    }
  }
  return {
    ...files,
    rename: guard('rename', files.rename),
    remove: guard('remove', files.remove),
    syncFolder: guard('syncFolder', files.syncFolder),
  }
}

describe('a commit', () => {
  test('changes, creates and removes files, and leaves nothing else behind', () => {
    const files = memoryFiles(start)
    commit(writer(files), '/b', { edits })
    expect([...files.snapshot('/b')].sort()).toEqual([
      ['.crm/head', '2\n'],
      ['bills/2026/INV-1.yaml', 'bill\n'],
      ['crm.yaml', 'book: 1\n'],
      ['journal/2026-11.csv', 'new\n'],
    ])
    expect(readHead(files, '/b')).toBe(2)
  })

  test('refuses a file that was changed since it was read, and names it', () => {
    const files = memoryFiles(start)
    files.write('/b/journal/2026-11.csv', 'edited\n')
    const before = files.snapshot('/b')
    const error = caught(() => commit(writer(files), '/b', { edits }))
    expect(error.exit).toBe(4)
    expect(error.problems).toMatchObject([{ code: 'changed-underneath', params: { file: 'journal/2026-11.csv' } }])
    expect(files.snapshot('/b')).toEqual(before)
  })

  test('refuses when a file that was only read has changed, appeared or gone', () => {
    const read = [
      { path: 'crm.yaml', sha256: digest('book: 0\n') },
      { path: 'rates.csv', sha256: digest('gone') },
      { path: 'draft.yaml', sha256: null },
    ]
    const seen = { files: read, folders: [] }
    const error = caught(() => commit(writer(memoryFiles(start)), '/b', { edits: [], seen }))
    expect(error.exit).toBe(4)
    expect(error.problems.map((p) => p.params)).toEqual([
      { file: 'crm.yaml' },
      { file: 'draft.yaml' },
      { file: 'rates.csv' },
    ])
  })

  test('refuses when a name came into a folder that was listed, or went from it, and names it', () => {
    const folders = [
      { path: 'customers', names: ['one.yaml', 'two.yaml'] },
      { path: 'bills', names: [] },
      { path: 'bank', names: ['main'] },
    ]
    const files = memoryFiles({ ...start, '/b/customers/one.yaml': '1', '/b/customers/new.yaml': '2' })
    files.write('/b/bills/2026/INV-7.yaml', 'theirs\n')
    const before = files.snapshot('/b')
    const error = caught(() => commit(writer(files), '/b', { edits, seen: { files: [], folders } }))
    expect(error.exit).toBe(4)
    expect(error.problems.map((p) => p.params)).toEqual([
      { file: 'bank/main' },
      { file: 'bills/2026' },
      { file: 'customers/new.yaml' },
      { file: 'customers/two.yaml' },
    ])
    expect(files.snapshot('/b')).toEqual(before)
  })

  test('minds neither what an editor leaves behind nor the folders it makes itself', () => {
    const files = memoryFiles({ ...start, '/b/journal/.2026-11.csv.swp': 'x', '/b/journal/2026-11.csv~': 'x' })
    const folders = [
      { path: 'journal', names: ['2026-11.csv'] },
      { path: 'bills', names: [] },
    ]
    commit(writer(files), '/b', { edits, seen: { files: [], folders } })
    expect(files.snapshot('/b').get('bills/2026/INV-1.yaml')).toBe('bill\n')
  })

  test('that fails after its commit point says so, and the next one finishes it', () => {
    const files = memoryFiles(start)
    const broken = failing(files, (call, path) => call === 'rename' && path.endsWith('2026-11.csv'))
    const error = caught(() => commit(writer(broken), '/b', { edits }))
    expect(error.exit).toBe(5)
    expect(error.problems).toMatchObject([{ code: 'commit-unfinished', params: { reason: 'EIO' } }])
    commit(writer(files), '/b', { edits: [edit('journal/2026-11.csv', 'new\n', 'newer\n')] })
    expect(files.snapshot('/b').get('journal/2026-11.csv')).toBe('newer\n')
    expect(files.snapshot('/b').get('bills/2026/INV-1.yaml')).toBe('bill\n')
  })

  test.each(['../x', '/etc/x', 'a/../../x', '.git/config', '.crm/head', 'a\u0000b', 'con.yaml', 'x.', 'a//b', ''])(
    'refuses the path %j',
    (path) => {
      const error = caught(() => commit(writer(memoryFiles(start)), '/b', { edits: [edit(path, null, 'x')] }))
      expect(error.problems).toMatchObject([{ code: 'bad-file-name' }])
    },
  )

  test('refuses to write through a link', () => {
    const files = memoryFiles({ ...start, '/elsewhere/x.csv': 'x' })
    files.symlink('/b/bank', '/elsewhere')
    files.symlink('/b/rates.csv', '/elsewhere/x.csv')
    for (const path of ['bank/x.csv', 'rates.csv']) {
      const error = caught(() => commit(writer(files), '/b', { edits: [edit(path, null, 'y')] }))
      expect(error.problems).toMatchObject([{ code: 'not-a-file', where: { file: path } }])
    }
  })
})

/** A book whose commit was published and then stopped before its first rename. */
function published() {
  const files = memoryFiles(start)
  const broken = failing(files, (call, path) => call === 'rename' && path === '/b/.crm/head')
  caught(() => commit(writer(broken), '/b', { edits }))
  return files
}

describe('a conflict between publishing and putting into place', () => {
  test('stops writers and readers, and both versions stay', async () => {
    const files = published()
    files.write('/b/journal/2026-11.csv', 'edited\n')
    const error = caught(() => commit(writer(files), '/b', { edits: [] }))
    expect(error.problems).toMatchObject([{ code: 'commit-conflict', params: { file: 'journal/2026-11.csv' } }])
    await expect(readSettled(writer(files), '/b', () => 0)).rejects.toBeInstanceOf(UserError)
    expect([...files.snapshot('/b').values()]).toContain('edited\n')
    expect([...files.snapshot('/b').values()]).toContain('new\n')
  })

  test('is settled by keeping one; the other is set aside', () => {
    for (const [keep, stays, aside] of [
      ['mine', 'new\n', 'edited\n'],
      ['theirs', 'edited\n', 'new\n'],
    ] as const) {
      const files = published()
      files.write('/b/journal/2026-11.csv', 'edited\n')
      const done = recover(files, '/b', keep)
      const after = files.snapshot('/b')
      expect(after.get('journal/2026-11.csv')).toBe(stays)
      expect(after.get('bills/2026/INV-1.yaml')).toBe('bill\n')
      expect(done.kept.map((path) => after.get(path))).toEqual([aside])
      expect(recover(files, '/b')).toEqual({ finished: [], discarded: [], kept: [] })
    }
  })
})

describe('what lies in .crm is not trusted', () => {
  test('a manifest that points out of the book is damaged, also with a right checksum', () => {
    for (const path of ['../../home/.profile', '/etc/passwd', '.git/hooks/post-commit']) {
      const text = JSON.stringify({ manifest: 1, ops: [{ path, before: null, after: digest('x'), staged: '0' }] })
      const files = memoryFiles({
        ...start,
        '/b/.crm/pending/ab/manifest': `${digest(text)}\n${text}`,
        '/b/.crm/pending/ab/0': 'x',
      })
      expect(caught(() => recover(files, '/b')).problems).toMatchObject([{ code: 'pending-damaged' }])
    }
  })

  test('a cut manifest or a damaged staged file stops everything and nothing is touched', () => {
    const whole = published()
    for (const [path, content] of whole.snapshot('/b/.crm/pending')) {
      if (!/manifest|\/[012]$/.test(path)) continue
      const files = published()
      const [id] = files.list('/b/.crm/pending')
      files.write(`/b/.crm/pending/${id}/${path.split('/')[1]}`, content.slice(0, -1))
      const before = files.snapshot('/b')
      expect(caught(() => recover(files, '/b')).problems).toMatchObject([{ code: 'pending-damaged' }])
      expect(files.snapshot('/b')).toEqual(before)
    }
  })

  test('links in the place of its folders are not followed', () => {
    for (const link of ['/b/.crm', '/b/.crm/pending', '/b/.crm/pending/ab']) {
      const files = memoryFiles({ ...start, '/home/ab/precious': 'x' })
      files.makeFolder(link.slice(0, link.lastIndexOf('/')))
      files.symlink(link, '/home')
      expect(caught(() => recover(files, '/b')).problems).toMatchObject([{ code: 'not-a-file' }])
    }
  })
})

describe('reading without a lock', () => {
  test('shows a published commit as done at every moment of its putting into place', async () => {
    const files = memoryFiles(start)
    const seen = new Set<string>()
    const look = (view: Files) =>
      JSON.stringify([
        view.list('/b/bills/2026'),
        view.status('/b/draft.yaml')?.kind,
        read(view, 'journal/2026-11.csv'),
      ])
    const read = (view: Files, path: string) => new TextDecoder().decode(view.read(`/b/${path}`))
    for (let renames = 0; renames < 6; renames++) {
      let count = 0
      const some = failing(files, (call) => call === 'rename' && count++ >= renames)
      try {
        commit(writer(some), '/b', { edits })
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
      seen.add(await readSettled(writer(files), '/b', look))
    }
    expect([...seen].sort()).toEqual(
      [JSON.stringify([['INV-1.yaml'], undefined, 'new\n']), JSON.stringify([[], 'file', 'old\n'])].sort(),
    )
  })

  test('reads again when a commit came between', async () => {
    const files = memoryFiles(start)
    let tries = 0
    const text = await readSettled(writer(files), '/b', (view) => {
      const was = new TextDecoder().decode(view.read('/b/journal/2026-11.csv'))
      if (tries++ === 0) commit(writer(files), '/b', { edits })
      return was
    })
    expect([text, tries]).toEqual(['new\n', 2])
  })

  test('gives up, saying so, when commits never pause', async () => {
    const files = memoryFiles({ '/b/n': '0' })
    let n = 0
    const busy = readSettled(writer(files), '/b', () => {
      commit(writer(files), '/b', { edits: [edit('n', String(n), String(++n))] })
    })
    await expect(busy).rejects.toMatchObject({ exit: 4, problems: [{ code: 'book-busy' }] })
  })
})
