// Runs every golden case below this folder.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expected, runCase, writeGolden } from '../support/golden.ts'

const here = import.meta.dirname
const folders = (at: string) =>
  readdirSync(at, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()

for (const verb of folders(here).filter((name) => name !== 'books')) {
  describe(verb, () => {
    for (const name of folders(join(here, verb))) {
      const folder = join(here, verb, name)
      test(name, async () => {
        expect(existsSync(join(folder, 'cmd')), `${folder}/cmd is missing`).toBe(true)
        const golden = await runCase(folder, 'warm')
        if (process.env.CRM_GOLDEN === 'write') writeGolden(folder, golden)
        const { after, ...wanted } = expected(folder)
        for (const { after: got, ...found } of [golden, await runCase(folder, 'damaged')])
          expect({ ...found, after: Object.fromEntries(got) }).toEqual({
            ...wanted,
            after: Object.fromEntries(after ?? []),
          })
      })
    }
  })
}
