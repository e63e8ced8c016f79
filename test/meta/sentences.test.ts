// No sentence for people stands outside text/, and no word is kept twice.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { words } from '../../src/core/base/words.ts'

const root = join(import.meta.dirname, '../../src')

function files(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(at, e.name)) : [join(at, e.name)],
  )
}

/** A literal of three or more plain words, or with Chinese, is a sentence; data that is read (synonyms, terms, templates) is listed. */
const data: readonly RegExp[] = [
  /^text\//,
  /^core\/facts\/predicate-/,
  /^formats\//,
  /^core\/verbs\/import\//,
  // Descriptions in the JSON schemas, which editors show, are English only.
  /^store\/codecs\//,
  /^store\/yaml\/fast\.ts$/,
  /^core\/base\/period\.ts$/,
  /^render\/capital\.ts$/,
  // Titles of the schemas, which editors show; in English as JSON Schema keywords are.
  /^store\/(codecs|yaml)\//,
  // What people type, not what they are told.
  /^core\/ledger\/last-named\.ts$/,
  /^core\/verbs\/reconcile\/dispute-words\.ts$/,
  /^core\/book\/(terms|due|slug|names|unit-code)\.ts$/,
]
const sentence = /'((?:[A-Za-z][a-z]*[ ,]+){3,}[A-Za-z.]+)'|'([^'\n]*\p{Script=Han}[^'\n]*)'/gu

test('every sentence stands in text/', () => {
  const found = files(root)
    .map((f) => relative(root, f))
    .filter((f) => f.endsWith('.ts') && !data.some((d) => d.test(f)))
    .flatMap((f) =>
      readFileSync(join(root, f), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          /^\s*(\/\/|\*|\/\*)|RangeError|new Error/.test(line)
            ? []
            : [...line.matchAll(sentence)].map((m) => `${f}:${i + 1} ${m[1] ?? m[2]}`),
        ),
    )
  expect(found, 'make it a problem, a word or a page of text/').toEqual([])
})

test('no word is listed by two areas', () => {
  const twice = words.filter((w, i) => (words as readonly string[]).indexOf(w) !== i)
  expect(twice).toEqual([])
})
