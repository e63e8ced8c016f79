// The story that all faults are let loose on: two commits after each other, by processes that may die at any call.
import { UserError } from '../../src/core/base/problem.ts'
import { commit, type Edit } from '../../src/store/commit.ts'
import { digest } from '../../src/store/digest.ts'
import { withLock } from '../../src/store/lock.ts'
import type { Files } from '../../src/world/world.ts'
import { type MemoryFiles, memoryFiles, type Root } from '../support/files.ts'
import { writer } from '../support/writer.ts'

/** The texts of the book, without what belongs to crm alone, in one string. */
export type State = string

type Texts = Readonly<Record<string, string>>

/** The book after none, one and two commits: files appear, change, change again and go. */
const chapters: readonly Texts[] = [
  {
    'crm.yaml': 'book: 1\n',
    'journal/2026-10.csv': 'october\n',
    'journal/2026-11.csv': 'one\n',
    'draft.yaml': 'draft\n',
  },
  {
    'crm.yaml': 'book: 1\n',
    'journal/2026-10.csv': 'october\n',
    'journal/2026-11.csv': 'one\ntwo\n',
    'bills/2026/INV-1.yaml': 'bill one\n',
    'bills/2026/INV-2.yaml': 'bill two\n',
  },
  {
    'crm.yaml': 'book: 1\n',
    'journal/2026-10.csv': 'october\n',
    'journal/2026-11.csv': 'one\ntwo\nthree\n',
    'bills/2026/INV-1.yaml': 'bill one\n',
    'bills/2026/INV-2.yaml': 'bill two, renumbered\n',
    'bills/2026/INV-3.yaml': 'bill three\n',
  },
]

export const states: readonly State[] = chapters.map((texts) => stateOfTexts(new Map(Object.entries(texts))))

export function book(root?: Root): MemoryFiles {
  if (root !== undefined) return memoryFiles({}, root)
  return memoryFiles(Object.fromEntries(Object.entries(chapters[0] ?? {}).map(([path, text]) => [`/b/${path}`, text])))
}

export function stateOf(files: MemoryFiles): State {
  return stateOfTexts(new Map([...files.snapshot('/b')].filter(([path]) => !path.startsWith('.crm/'))))
}

function stateOfTexts(texts: ReadonlyMap<string, string>): State {
  return JSON.stringify([...texts].sort())
}

/** From one chapter to the next, as a verb would have planned it. */
export function editsOf(chapter: 1 | 2): readonly Edit[] {
  const from = chapters[chapter - 1] ?? {}
  const to = chapters[chapter] ?? {}
  const paths = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((path) => from[path] !== to[path])
  return paths.map((path) => {
    const [before, after] = [from[path], to[path]]
    return {
      path,
      before: before === undefined ? null : digest(before),
      after: after === undefined ? null : new TextEncoder().encode(after),
    }
  })
}

/** A process that writes one chapter and ends; the others, whatever became of them, have ended. */
export async function write(files: Files, chapter: 1 | 2, pid: number): Promise<'done' | 2 | 4 | 5 | 130> {
  return ending(files, pid, (world) => commit(world, '/b', { edits: editsOf(chapter) }))
}

/** A process that writes nothing of its own: it only finishes or discards. */
export async function tidy(files: Files, pid: number): Promise<'done' | 2 | 4 | 5 | 130> {
  return ending(files, pid, () => undefined)
}

async function ending(files: Files, pid: number, work: (world: ReturnType<typeof writer>) => void) {
  const world = writer(files, new Set([pid]), pid)
  try {
    await withLock(world, '/b', { verb: 'test', waitSeconds: 0 }, () => work(world))
    return 'done' as const
  } catch (error) {
    if (error instanceof UserError) return error.exit
    throw error
  }
}

/** What must not be there when all is done: anything but the counter. */
export function leftovers(files: MemoryFiles): readonly string[] {
  return [...files.snapshot('/b/.crm').keys()].filter((path) => path !== 'head' && !path.startsWith('cache/'))
}
