// How far a long commit is: said on a terminal, gone afterwards, and never in a pipe.
import { expect, test } from 'vitest'
import type { Frame } from '../../src/options.ts'
import { tellProgress } from '../../src/progress.ts'
import { frameText as english } from '../../src/text/en/frame.ts'
import { fixedWorld } from '../support/world.ts'

const frame = { flags: { quiet: false } } as Frame

function said(total: number, interactive: boolean, of: Frame = frame): string {
  const { world, stderr } = fixedWorld('/', interactive ? { answers: [] } : {})
  const { progress, done } = tellProgress(world.terminal, of, english)
  for (let i = 0; i <= total; i++) progress(i, total)
  done()
  return stderr()
}

test('every hundred files are said on one line, which is taken away', () => {
  expect(said(200, true).split('\r\u001b[K')).toEqual([
    '',
    'writing 0 of 200 files',
    'writing 100 of 200 files',
    'writing 200 of 200 files',
    '',
  ])
})

test('nothing is said of a short commit, to a pipe, or to who wants quiet', () => {
  expect(said(199, true)).toBe('')
  expect(said(500, false)).toBe('')
  expect(said(500, true, { flags: { quiet: true } } as Frame)).toBe('')
})

test('what is being read, planned and prepared is said where it is much', () => {
  const { world, stderr } = fixedWorld('/', { answers: [] })
  const { work, done } = tellProgress(world.terminal, frame, english)
  work('reading', 4999)
  done()
  expect(stderr()).toBe('')
  work('reading', 5000)
  work('planning', 60000)
  work('preparing', 10000)
  done()
  expect(stderr().split('\r\u001b[K')).toEqual([
    '',
    'reading 5000 customers and what concerns them',
    'planning: 60000 rows and customers',
    'preparing 10000 changes',
    '',
  ])
})
