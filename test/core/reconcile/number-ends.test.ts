// Finding documents by the ends of their numbers gives what looking through all of them gives, also where many end alike.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endIndex } from '../../../src/core/verbs/reconcile/number-ends.ts'
import { eachEnd, keyOf } from '../../../src/core/verbs/reconcile/number-parts.ts'

function endsOf(number: string): string[] {
  const ends: string[] = []
  eachEnd(number, keyOf(number), (end) => ends.push(end))
  return ends
}

test.each([
  ['INV-2026-0012', ['20260012', '0012']],
  ['INV-2026-000123', ['2026000123', '000123']],
  ['R/00451234', ['00451234', '451234']],
  ['0001/2026', ['00012026', '12026']],
  ['INV-12', []],
  ['账单-2026-0456', ['20260456', '0456']],
])('%s ends in %s', (number, ends) => {
  expect(endsOf(number)).toEqual(ends)
})

const numbers = fc.oneof(
  fc.nat(99_999).map((n) => `INV-2026-${String(n).padStart(6, '0')}`),
  fc.nat(9_999).map((n) => `${String(n).padStart(4, '0')}/2026`),
  fc.nat(999_999).map((n) => `A${n}`),
  fc.nat(99).map((n) => `X-${n}`),
)

test('the index finds what looking through all numbers finds, in their order', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 200 }), (list) => {
      const entries = list.map((number) => ({ number, key: keyOf(number) }))
      const index = endIndex(entries)
      const asked = [...new Set(list.flatMap(endsOf)), '2026', 'A1', '12345', '']
      for (const end of asked)
        expect(index.get(end)).toEqual(entries.filter(({ number }) => endsOf(number).includes(end)))
    }),
    { numRuns: 60 },
  )
})

test('a thousand numbers with the same last digits are found as any others', () => {
  const entries = Array.from({ length: 1000 }, (_, i) => {
    const number = `${String(i).padStart(4, '0')}/2026`
    return { number, key: keyOf(number) }
  })
  expect(endIndex(entries).get('4562026')).toEqual([{ number: '0456/2026', key: '04562026' }])
})
