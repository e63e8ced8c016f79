// The READMEs show what really happens: each of their commands is run, and its output compared.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refreshed } from '../support/console.ts'

const root = join(import.meta.dirname, '../..')

for (const [file, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const) {
  test(`${file} shows the real output of its commands`, async () => {
    const path = join(root, file)
    const page = readFileSync(path, 'utf8')
    const fresh = await refreshed(page, { today: '2026-11-03', language })
    if (process.env.CRM_GOLDEN === 'write') writeFileSync(path, fresh)
    else expect(page).toBe(fresh)
  })
}
