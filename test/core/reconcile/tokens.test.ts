// Which document numbers a text names.
import { expect, test } from 'vitest'
import { numberIndex } from '../../../src/core/verbs/reconcile/tokens.ts'

const index = numberIndex(
  ['INV-1', 'INV-12', 'INV-2026-0012', 'INV-2026-0112', '0015752855', 'A/7', 'RE2026/33', '京-4711', '77'],
  (number) => [number],
)
const whole = (text: string) =>
  index
    .find(text)
    .filter((n) => n.whole)
    .map((n) => n.document)
const hints = (text: string) =>
  index
    .find(text)
    .filter((n) => !n.whole)
    .map((n) => n.document)

test.each([
  ['INV-1', ['INV-1']],
  ['INV-12', ['INV-12']],
  ['inv-1 and inv-12', ['INV-1', 'INV-12']],
  ['INV-1-2', []],
  ['INV-123', []],
  ['X-INV-1', []],
  ['XINV-1', []],
  ['Payment for INV-2026-0012.', ['INV-2026-0012']],
  ['INV 2026 0012', ['INV-2026-0012']],
  ['INV20260012', ['INV-2026-0012']],
  ['货款INV-2026-0012号', ['INV-2026-0012']],
  ['ＩＮＶ－２０２６－００１２', ['INV-2026-0012']],
  ['Re.INV-2026-0012/INV-2026-0112', ['INV-2026-0012', 'INV-2026-0112']],
  ['INV-2026-0012,INV-2026-0112', ['INV-2026-0012', 'INV-2026-0112']],
  ['0015752855', ['0015752855']],
  ['Nr.0015752855', ['0015752855']],
  ['RE-0015752855', ['0015752855']],
  ['12-0015752855', []],
  ['15752855', []],
  ['a/7', []],
  ['77', []],
  ['2026', []],
])('"%s" names %j', (text, numbers) => {
  expect(whole(text)).toEqual(numbers)
})

test.each([
  ['15752855', ['0015752855']],
  ['invoice 0012', ['INV-2026-0012']],
  ['2026-0112', ['INV-2026-0112']],
  ['20260112', []],
  ['2026', []],
  ['12', []],
  ['4711', ['京-4711']],
  ['a/7', ['A/7']],
  ['house a 7', []],
])('"%s" hints at %j', (text, numbers) => {
  expect(hints(text)).toEqual(numbers)
})
