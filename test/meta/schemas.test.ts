// The JSON Schemas in the project are those that the codecs imply; `npm run schemas` writes them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allSchemas } from '../../src/store/schemas.ts'

const root = join(import.meta.dirname, '../..')

test.each([...allSchemas()])('%s is fresh', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8'), 'run npm run schemas').toBe(text)
})

test('no schema is left over', () => {
  const names = readdirSync(join(root, 'schemas')).map((name) => `schemas/${name}`)
  expect(names.sort()).toEqual([...allSchemas().keys()].sort())
})
