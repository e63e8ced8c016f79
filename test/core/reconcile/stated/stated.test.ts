// Every stated case does what it says.
import { describe, expect, test } from 'vitest'
import { amounts } from './amounts.ts'
import { outcomes } from './case.ts'
import { payers } from './payers.ts'
import { references } from './references.ts'
import { shorts } from './shorts.ts'

describe.each([
  ['references and numbers', references],
  ['amounts, deductions and currencies', amounts],
  ['payers, names and entries', payers],
  ['short payments that say why', shorts],
])('%s', (_, cases) => {
  test.each(cases.map((c) => [c.says, c] as const))('%s', (_says, stated) => {
    expect(outcomes(stated)).toEqual(stated.expect)
  })
})
