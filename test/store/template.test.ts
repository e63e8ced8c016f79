// A new book reads without a problem and says its defaults.
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { bookParts } from '../../src/core/book/book.ts'
import { readBook } from '../../src/store/read.ts'
import { moreSettings, newBookFiles, startingSettings } from '../../src/store/template.ts'
import { parseCanonicalYaml } from '../../src/store/yaml/fast.ts'
import { bookComments as english } from '../../src/text/en/book-comments.ts'
import { bookComments as chinese } from '../../src/text/zh/book-comments.ts'
import { memoryFiles } from '../support/memory-files.ts'

test.each([
  ['zh-CN', 'CNY', '海港贸易'],
  ['en-GB', 'GBP', 'Harbour: Trading'],
  ['en', 'JPY', '010'],
  ['de-DE', 'KWD', 'no'],
])('a new book in %s and %s has its defaults', (locale, code, name) => {
  const start = { name, currency: currency(code), locale, timezone: 'UTC' }
  const files = newBookFiles(start)
  const { book, problems } = readBook(
    memoryFiles(Object.fromEntries([...files].map(([path, text]) => [`/b/${path}`, text]))),
    '/b',
    bookParts,
  )
  expect(problems).toEqual([])
  expect(book.settings).toEqual(startingSettings(start, locale === 'zh-CN' ? chinese : english))
  for (const [path, text] of files) if (path.endsWith('.yaml')) expect(parseCanonicalYaml(text), path).not.toBeNull()
})

test('comments speak the language of the locale', () => {
  const start = { name: 'X', currency: currency('CNY'), timezone: 'UTC' }
  expect(newBookFiles({ ...start, locale: 'zh-CN' }).get('crm.yaml')).toContain('# 催收阶梯')
  expect(newBookFiles({ ...start, locale: 'en' }).get('crm.yaml')).toContain('# Reminders')
})

test.each(['CNY', 'JPY', 'KWD'])('what else can be said is valid as it stands, in %s', (code) => {
  const files = newBookFiles({ name: 'X', currency: currency(code), timezone: 'UTC', locale: 'en' })
  const text = files.get('crm.yaml') ?? ''
  const said = text.replace(/^# /gm, (mark, at: number) => (at > text.indexOf('# creditLimits:') - 1 ? '' : mark))
  expect(said).toContain(`\n${moreSettings}\n`)
  const { book, problems } = readBook(memoryFiles({ '/b/crm.yaml': said }), '/b', bookParts)
  expect(problems).toEqual([])
  expect(book.settings).toMatchObject({ creditLimits: 'refuse', allocation: 'explicit', accounts: [{ name: 'main' }] })
})
