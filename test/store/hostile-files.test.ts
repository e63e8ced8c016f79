// Links, pipes and devices in a book are named and never opened.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { bookParts } from '../../src/core/book/book.ts'
import { readBook } from '../../src/store/read.ts'
import { newBookFiles } from '../../src/store/template.ts'
import { realFiles } from '../../src/world/files.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-hostile-'))
  mkdirSync(join(folder, 'customers'))
  const start = { name: 'Harbour', currency: currency('CNY'), locale: 'en', timezone: 'UTC' }
  for (const [path, text] of newBookFiles(start)) if (!path.includes('/')) writeFileSync(join(folder, path), text)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function codes(): string[] {
  return readBook(realFiles, folder, bookParts).problems.map((p) => `${p.where?.file} ${p.code}`)
}

test('a link to a file outside the book is not followed', () => {
  symlinkSync('/etc/hostname', join(folder, 'customers/a.yaml'))
  expect(codes()).toEqual(['customers/a.yaml not-a-file'])
})

test('a link in place of a folder is not followed', () => {
  symlinkSync('/etc', join(folder, 'journal'))
  expect(codes()).toEqual(['journal not-a-file'])
})

test('a link to an endless device is not opened', () => {
  symlinkSync('/dev/zero', join(folder, 'rates.csv'))
  expect(codes()).toEqual(['rates.csv not-a-file'])
})

test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
  execFileSync('mkfifo', [join(folder, 'customers/b.yaml')])
  expect(codes()).toEqual(['customers/b.yaml not-a-file'])
})

test('a folder in place of a file is named', () => {
  mkdirSync(join(folder, 'customers/c.yaml'))
  expect(codes()).toEqual(['customers/c.yaml not-a-file'])
})
