// The index of problems shows every code in both languages, with names where values will stand.
import { expect, test } from 'vitest'
import { catalogueOf } from '../../src/text/load.ts'
import { problemShapes } from '../../src/text/shapes.ts'

for (const language of ['en', 'zh'] as const) {
  test(`every problem has a message in ${language}, and no value shows through`, async () => {
    const shapes = problemShapes(await catalogueOf(language))
    expect(shapes.length).toBeGreaterThan(100)
    const odd = shapes.filter((s) => s.message === '' || /undefined|NaN|\[object|function|=>/.test(s.message + s.hint))
    expect(odd).toEqual([])
  })
}
