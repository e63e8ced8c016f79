// What is written at build time is what the program would say.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageOfAll } from '../../src/help.ts'

test.each(['en', 'zh'] as const)('crm --help prints the page of all verbs in %s', async (language) => {
  const argv = [join(import.meta.dirname, '../../bin/crm.js'), '--help', '--lang', language]
  expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toBe(await pageOfAll(language))
})
