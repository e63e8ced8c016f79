// The smallest bad book for each thing that reading can find wrong, with what is said about it in both languages.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StoreProblems } from '../../src/core/base/problems/store.ts'
import { storeProblems } from '../../src/text/en/problems/store.ts'
import { expected, runCase, writeGolden } from '../support/golden.ts'

/** Found when locking and committing, or by the operating system: they have tests of their own. */
const elsewhere = ['not-a-file', 'file-unreadable', 'file-exists'] as const satisfies readonly (keyof StoreProblems)[]

/** May be as the user meant it. */
const warnings = ['yaml-cut'] as const satisfies readonly (keyof StoreProblems)[]

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe.each(cases)('%s', (code) => {
  test('is told with its place and its mend', async () => {
    const folder = join(here, code)
    const found = await runCase(folder, 'warm')
    if (process.env.CRM_GOLDEN === 'write') writeGolden(folder, found)
    expect(found).toEqual(expected(folder))
    expect(found.exit).toBe(warnings.some((w) => w === code) ? '0\n0\n' : '2\n2\n')
    expect(found.after.size).toBe(0)
  })
})

test('every problem of reading has a case', () => {
  const lockAndCommit = /^(?:lock|commit|pending|read-only|book-busy|no-lock|nothing-to-recover)/
  const codes = Object.keys(storeProblems).filter(
    (code) => !lockAndCommit.test(code) && !elsewhere.some((e) => e === code),
  )
  expect(cases).toEqual(codes.sort())
})
