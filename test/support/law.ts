// A law: a property over random cases. Its seed stands in the name of the test, so that any run can be had again with CRM_SEED.
import fc from 'fast-check'
import { it } from 'vitest'

const seed = Number(process.env.CRM_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** How many cases each law tries: few in `npm test`, 10,000 in `npm run laws`. */
export function lawRuns(usual: number): number {
  return Number(process.env.CRM_RUNS ?? usual)
}

export function law<T>(name: string, cases: fc.Arbitrary<T>, holds: (one: T) => void, usual = 60): void {
  it(`${name} (seed ${seed})`, () => {
    fc.assert(fc.property(cases, holds), { numRuns: lawRuns(usual), seed })
  })
}
