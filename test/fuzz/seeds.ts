// What damaged files are made of: the examples, the books and answers of the golden cases, the samples here, and real files beside the project.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { sharedData } from '../support/shared.ts'

const project = process.env.CRM_PROJECT ?? resolve(import.meta.dirname, '../..')
const largest = 20_000

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

const ours = ['examples', 'test/cli', 'test/errors'].flatMap((folder) => filesBelow(join(project, folder)))

/** Equal files once, small ones only, and no more than a few dozen, evenly. */
function contents(paths: readonly string[], most = 60): Buffer[] {
  const small = paths.filter((path) => statSync(path).size > 0 && statSync(path).size <= largest)
  const step = Math.max(1, small.length / most)
  const some = Array.from({ length: Math.min(most, small.length) }, (_, i) => small[Math.floor(i * step)] ?? '')
  const texts = new Map(some.map((path) => [readFileSync(path).toString('base64'), readFileSync(path)]))
  return [...texts.values()]
}

/** Files of books whose path inside the book is like that. */
export function ofBooks(path: RegExp): Buffer[] {
  return contents(ours.filter((file) => path.test(file.replaceAll('\\', '/'))))
}

/** All of one name: what a file says of itself has to be what the reader is told. */
export function renamed(seeds: readonly Buffer[], from: RegExp, to: string): Buffer[] {
  return seeds.map((seed) => Buffer.from(seed.toString('latin1').replace(from, to), 'latin1'))
}

export function samples(...names: readonly string[]): Buffer[] {
  return contents(names.map((name) => join(project, 'test/fuzz/seeds', name)))
}

/** Real files of a folder under ../shared/data, with one of the endings; none where it is not there. */
export function real(folder: string, ...endings: readonly string[]): Buffer[] {
  const path = sharedData(folder)
  if (path === null) return []
  return contents(filesBelow(path).filter((file) => endings.some((e) => basename(file).toLowerCase().endsWith(e))))
}
