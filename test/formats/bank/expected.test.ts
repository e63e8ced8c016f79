// Line by line against what other programs say of the sample statements, or a stated reason why not.
import { expect, test } from 'vitest'
import { compareFile, statedReason, statedReasons } from '../../support/statements/compare.ts'
import { sampleStatements } from '../../support/statements/samples.ts'

const samples = sampleStatements()

test.runIf(samples.length > 0)(
  'every line is what the expectation beside its file says, and none is without a word',
  () => {
    const compared = samples.map((file) => ({ file, ...compareFile(file) }))
    const against = compared.filter((c) => c.from !== '' && c.expected > 0)
    expect(against.length).toBeGreaterThan(45)
    expect(against.reduce((n, c) => n + c.expected, 0)).toBeGreaterThan(250)
    for (const c of against) {
      if (statedReason(c.file) === undefined) expect(c.differences, c.file).toEqual([])
      else expect(c.differences.length, `${c.file} has a reason but no difference`).toBeGreaterThan(0)
    }
    for (const c of compared) expect(c.lines + c.rejected + c.said.length > 0 || c.format !== '', c.file).toBe(true)
    const stated = Object.keys(statedReasons).filter((end) => !samples.some((f) => f.endsWith(end)))
    expect(stated).toEqual([])
  },
)
