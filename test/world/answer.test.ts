// Where an answer goes: files are replaced whole, links and devices stay what they are.
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/base/problem.ts'
import { writeAnswer } from '../../src/world/answer.ts'
import { realFiles } from '../../src/world/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'crm-answer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (path: string) => writeAnswer(realFiles, folder, path, 'answer\n')

test('a file is made or replaced whole, and nothing else stays behind', () => {
  write('new.txt')
  writeFileSync(join(folder, 'old.txt'), 'much longer than the answer\n')
  write('old.txt')
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('answer\n')
  expect(readdirSync(folder)).toEqual(['new.txt', 'old.txt'])
})

test('a link stays a link, and what it leads to is replaced', () => {
  symlinkSync('new.txt', join(folder, 'link.txt'))
  write('link.txt')
  expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true)
})

test('a device stays a device', () => {
  write('/dev/null')
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
})

test('a folder is refused', () => {
  expect(() => write('.')).toThrow(UserError)
})
