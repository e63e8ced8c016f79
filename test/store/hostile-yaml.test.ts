// YAML that means harm, or means something else than it says, is refused with a name; texts stay what was written.
import { expect, test } from 'vitest'
import type { Problem } from '../../src/core/base/problem.ts'
import { decodeSource } from '../../src/store/source.ts'
import { parseCanonicalYaml } from '../../src/store/yaml/fast.ts'
import { parseYaml } from '../../src/store/yaml/library.ts'
import type { Tree } from '../../src/store/yaml/tree.ts'

function read(text: string): { tree: Tree | undefined; codes: readonly string[] } {
  const problems: Problem[] = []
  const source = decodeSource('f.yaml', Buffer.from(text), 1e6, problems)
  const tree = source === null ? undefined : parseYaml(source, problems)?.tree
  return { tree, codes: problems.map((p) => `${p.code} ${Object.values(p.params).join(' ')}`.trim()) }
}

const refused: readonly [name: string, text: string, code: string][] = [
  ['an alias', 'a: &x 1\nb: *x\n', 'yaml-feature anchor'],
  ['a merge key', 'a: {b: 1}\n<<: x\n', 'yaml-feature merge'],
  ['a tag', 'a: !!binary x\n', 'yaml-feature tag'],
  ['a tag on a map', 'a: !x\n  b: 1\n', 'yaml-feature tag'],
  ['a directive', '%YAML 1.1\n---\na: NO\n', 'yaml-feature directive'],
  ['a map as a key', '? {a: 1}\n: b\n', 'yaml-feature complex-key'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'yaml-broken MULTIPLE_DOCS'],
  ['a prototype', 'a:\n  constructor: x\n', 'forbidden-key constructor'],
  ['a key twice', 'a: 1\n"a": 2\n', 'duplicate-key a 1'],
  ['a key twice without values', 'a:\nb: 1\na:\n', 'duplicate-key a 1'],
  ['a thousand brackets', `a: ${'['.repeat(1000)}`, 'yaml-feature depth'],
  ['brackets line by line', `a:\n${' [\n'.repeat(1000)}`, 'yaml-feature depth'],
  ['a thousand dashes', '- '.repeat(1000), 'yaml-feature depth'],
  ['deep indentation', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml-feature depth'],
  ['a conflict in a block text', 'a: |\n  x\n  <<<<<<< HEAD\n  y\n', 'conflict-marker'],
  ['a key longer than YAML admits', `${'k'.repeat(1030)}: x\n`, 'yaml-broken KEY_OVER_1024_CHARS'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-broken TAB_AS_INDENT'],
]

test.each(refused)('%s is refused', (_name, text, code) => {
  const { tree, codes } = read(text)
  expect(tree).toBeUndefined()
  expect(codes[0]).toBe(code)
  expect(parseCanonicalYaml(text) === null || code === 'conflict-marker').toBe(true)
})

test('a bomb of aliases is refused without being built', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `l${i}: &l${i} [${`*l${i - 1},`.repeat(i === 0 ? 0 : 9)}x]\n`)
  expect(read(levels.join('')).codes[0]).toBe('yaml-feature anchor')
})

test.each([
  'NO',
  'yes',
  'off',
  '010',
  '1e3',
  '0x1F',
  '1_000',
  '12:30:45',
  '2026-02-30',
  '.5',
  '1.',
  '+1',
  '-0',
  'null',
  '~',
  '=',
  'Infinity',
  '.nan',
])('%s stays what was written', (text) => {
  expect(read(`a: ${text}\n`).tree).toEqual({ a: text })
  expect([null, text]).toContainEqual((parseCanonicalYaml(`a: ${text}\n`) as { a?: Tree } | null)?.a ?? null)
})

test('messages never repeat more than the lines around', () => {
  const secret = 'x'.repeat(500)
  const problems: Problem[] = []
  const source = decodeSource('f', Buffer.from(`a: "${secret}\nb: 1\nc: 2\nsecret: 3\n`), 1e6, problems)
  if (source !== null) parseYaml(source, problems)
  for (const p of problems) {
    expect(p.where?.excerpt?.length ?? 0).toBeLessThanOrEqual(2)
    expect(JSON.stringify(p).length).toBeLessThan(600)
  }
})

test('nothing reaches the prototype of objects', () => {
  read('a: 1\n__proto__:\n  polluted: yes\n')
  parseCanonicalYaml('a: 1\n__proto__:\n  polluted: yes\n')
  expect('polluted' in {}).toBe(false)
})
