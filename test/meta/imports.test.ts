// The layers of design.md as a test on every import line.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../src')

/** From low to high: a file imports from its own layer or from lower ones. */
const layers: readonly (readonly [name: string, belongs: RegExp])[] = [
  ['base', /^core\/base\//],
  ['book', /^core\/book\//],
  ['ledger and cases', /^core\/(ledger|cases)\//],
  ['facts', /^core\/facts\//],
  ['models', /^core\/models\//],
  ['verbs', /^core\/verbs\//],
  ['reports', /^reports\//],
  ['text', /^text\//],
  ['world', /^world\//],
  ['edges', /^(render|formats|store|deliver|warehouse|web)\//],
  ['commands', /^commands\//],
  ['run', /^[^/]+\.ts$/],
]

/** Lower-case npm packages by the folders that may name them. */
const packages: readonly (readonly [folder: RegExp, allowed: RegExp, advice: string])[] = [
  [/^core\//, /^decimal\.js$/, 'core takes no npm but the decimal library: hand the result in as a value or a port'],
  [
    /^(store|formats)\//,
    /^(zod|yaml|csv-parse\/sync|csv-parse|csv-stringify\/sync|saxes|fflate|iconv-lite|decimal\.js)$/,
    'only codecs and formats parse files',
  ],
  [/^render\//, /^(diff|chalk|csv-stringify\/sync)$/, 'renderers make text of values'],
  [/^world\//, /^(@inquirer\/(core|prompts)|pinyin-pro)$/, 'world wraps what is impure'],
  [/^(options|main)\.ts$/, /^commander$/, 'only the frame parses the command line'],
]

function files(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(at, e.name)) : [join(at, e.name)],
  )
}

function layerOf(path: string): number {
  return layers.findIndex(([, belongs]) => belongs.test(path))
}

interface Import {
  readonly from: string
  readonly to: string
}

const imports: Import[] = files(root)
  .filter((f) => f.endsWith('.ts'))
  .flatMap((f) => {
    const text = readFileSync(f, 'utf8')
    return [
      ...text.matchAll(
        /^(?:import|export)\b[^'"\n]*?(?:\{[^}]*\})?[^'"\n]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm,
      ),
    ].map((m) => ({
      from: relative(root, f),
      to: m[1] ?? m[2] ?? m[3] ?? '',
    }))
  })

function target(i: Import): string {
  return relative(root, join(root, i.from, '..', i.to))
}

test('every source file belongs to a layer', () => {
  const stray = files(root)
    .map((f) => relative(root, f))
    .filter((f) => layerOf(f) < 0)
  expect(stray, 'put it into a folder of design.md §4').toEqual([])
})

test('imports go down the layers only', () => {
  const wrong = imports
    .filter((i) => i.to.startsWith('.') && !target(i).startsWith('..'))
    .filter((i) => layerOf(target(i)) > layerOf(i.from))
    .map((i) => `${i.from} imports ${target(i)}: move what both need to the lower layer, or hand it in`)
  expect(wrong).toEqual([])
})

test('no verb imports a verb', () => {
  const verbOf = (path: string) => /^core\/verbs\/([^/]+)\//.exec(path)?.[1]
  const wrong = imports
    .filter((i) => i.to.startsWith('.'))
    .filter(
      (i) => verbOf(i.from) !== undefined && verbOf(target(i)) !== undefined && verbOf(i.from) !== verbOf(target(i)),
    )
    .map((i) => `${i.from} imports ${target(i)}: what two verbs share moves down`)
  expect(wrong).toEqual([])
})

test('node: is imported only at the edges', () => {
  const wrong = imports
    .filter((i) => i.to.startsWith('node:') && !/^(world|store|deliver|warehouse|web)\//.test(i.from))
    .map((i) => `${i.from} imports ${i.to}: ask the World for it`)
  expect(wrong).toEqual([])
})

test('npm packages stay where they belong', () => {
  const wrong = imports
    .filter((i) => !i.to.startsWith('.') && !i.to.startsWith('node:'))
    .filter((i) => !packages.some(([folder, allowed]) => folder.test(i.from) && allowed.test(i.to)))
    .map(
      (i) =>
        `${i.from} imports ${i.to}: ${packages.find(([folder]) => folder.test(i.from))?.[2] ?? 'this layer takes no npm'}`,
    )
  expect(wrong).toEqual([])
})
