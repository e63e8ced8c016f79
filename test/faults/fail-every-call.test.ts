// Every call of the file system fails once, or from then on: what was said must be true.
import { describe, expect, test } from 'vitest'
import { faultyFiles } from '../support/faulty.ts'
import { copyOf } from '../support/files.ts'
import { book, leftovers, stateOf, states, tidy, write } from './story.ts'

describe.each(['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES', 'EDQUOT'])('%s', (code) => {
  test.each([
    ['once', false],
    ['from then on', true],
  ])('at any call, %s: exit 2 wrote nothing, exit 5 is finished by the next, done is done', async (_, forever) => {
    const start = book()
    await write(start, 1, 1)
    const counting = faultyFiles(book(copyOf(start.root)), 0, { fault: 'fail', code, forever })
    await write(counting, 2, 2)
    const exits = new Set<unknown>()
    for (let at = 1; at <= counting.calls.length; at++) {
      const files = book(copyOf(start.root))
      const exit = await write(faultyFiles(files, at, { fault: 'fail', code, forever }), 2, 2)
      exits.add(exit)
      if (exit === 2) expect([at, stateOf(files)]).toEqual([at, states[1]])
      expect(await tidy(files, 3)).toBe('done')
      expect([at, exit, stateOf(files)]).toEqual([at, exit, exit === 2 ? states[1] : states[2]])
      expect(leftovers(files)).toEqual([])
    }
    expect([...exits].sort()).toEqual([2, 5, 'done'])
  })
})
