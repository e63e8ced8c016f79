// The short form of the fuzzer: every kind of file has a target, and each stands some damages and cuts.
import { describe, expect, test } from 'vitest'
import { allSchemas } from '../../src/store/schemas.ts'
import { randomOf } from '../support/power-loss.ts'
import { damaged } from './damage.ts'
import { judged, targets } from './targets.ts'

const many = 40

test('every kind of file of a book has a target', () => {
  const kinds = [...allSchemas().keys()].map((path) => path.replace(/^schemas\/|\.json$/g, ''))
  const missing = kinds.filter((kind) => !targets.some((t) => t.name === kind))
  expect(missing, `add a line with the codec and its seeds for ${missing} to test/fuzz/targets.ts`).toEqual([])
})

describe.each(targets)('$name', (target) => {
  const seeds = target.seeds().slice(0, 8)
  const good = seeds.filter((seed) => judged(target, seed).clean)

  test('has something to damage that is read without a word', () => {
    expect(good.length).toBeGreaterThan(0)
  })

  test('is read, flagged or refused, whatever the damage', () => {
    const random = randomOf(20261125)
    for (let n = 0; n < many; n++) {
      const bytes = damaged(good[n % good.length] ?? new Uint8Array(), seeds, random, 20_000)
      expect(judged(target, bytes).wrong, Buffer.from(bytes).toString('utf8').slice(0, 2000)).toBe('')
    }
  })
})

describe.each(targets.filter((t) => t.name !== 'mt940'))('$name', (target) => {
  test('cut in the middle of a line is refused or flagged', () => {
    const seed =
      target
        .seeds()
        .slice(0, 8)
        .find((s) => judged(target, s).clean) ?? new Uint8Array()
    const step = Math.max(1, Math.floor(seed.length / 60))
    for (let at = 1; at < seed.length; at += step) {
      // Between two lines nothing is broken off.
      if (seed[at - 1] === 0x0a || seed[at] === 0x0a || seed[at] === 0x0d) continue
      const cut = seed.subarray(0, at)
      expect(judged(target, cut).clean, Buffer.from(cut).toString('utf8').slice(-200)).toBe(false)
    }
  })
})
