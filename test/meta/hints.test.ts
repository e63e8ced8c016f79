// What a sentence tells people to type exists: every verb named after `crm` in text/ is one of the table.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verbs } from '../../src/verbs.ts'

const root = join(import.meta.dirname, '../../src/text')

/** `crm` and the word after it. */
const named = /(?<![\w-])crm ([a-z]+)\b/g

/** Sentences about the program itself, as "another crm is at work". */
const prose =
  /(?:another|this|newer|by|one|in|a|other|of|the) crm |npx crm in|crm (?:is|was|has|had|knows|does|itself|shows|takes|writes|keeps)\b/

test.each(['en', 'zh'])('every verb that a sentence in %s names exists', (language) => {
  const names: readonly string[] = verbs.map((v) => v.name)
  const folder = join(root, language)
  const unknown = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .flatMap((f) =>
      readFileSync(join(folder, f), 'utf8')
        .split('\n')
        .filter((line) => !prose.test(line))
        .flatMap((line) =>
          [...line.matchAll(named)].filter((m) => !names.includes(m[1] ?? '')).map(() => `${f}: ${line.trim()}`),
        ),
    )
  expect(unknown).toEqual([])
})
