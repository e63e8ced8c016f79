// Help is complete in both languages and fits the page.
import { describe, expect, test } from 'vitest'
import { pageOfAll, pageOfVerb } from '../../src/help.ts'
import { longName } from '../../src/line.ts'
import { displayWidth } from '../../src/render/width.ts'
import { helpOf } from '../../src/text/load.ts'
import { verbs } from '../../src/verbs.ts'

const bare = (argument: string) => argument.replace(/[<>[\].]/g, '')

for (const language of ['en', 'zh'] as const) {
  describe(`help in ${language}`, () => {
    test('the page of all verbs fits 80 columns and names every verb', async () => {
      const page = await pageOfAll(language)
      expect(page.split('\n').filter((l) => displayWidth(l) > 80)).toEqual([])
      for (const verb of verbs) expect(page).toMatch(new RegExp(`^  ${verb.name} `, 'm'))
    })
    for (const entry of verbs) {
      test(`${entry.name}: every argument and flag is explained, and the page fits 80 columns`, async () => {
        const verb = await entry.load()
        const help = (await helpOf(language))[entry.name]
        expect(help, `text/${language}/help has no ${entry.name}`).toBeDefined()
        expect(Object.keys(help?.options ?? {}).sort()).toEqual(verb.options.map(longName).sort())
        expect(Object.keys(help?.arguments ?? {}).sort()).toEqual(verb.arguments.map(bare).sort())
        expect(help?.examples.length).toBeGreaterThan(0)
        const page = await pageOfVerb(entry, verb, language)
        expect(page.split('\n').filter((l) => displayWidth(l) > 80)).toEqual([])
      })
    }
  })
}
