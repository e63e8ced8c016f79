import { describe, expect, test } from 'vitest'
import { harmless, harmlessLines } from '../../src/render/harmless.ts'

describe('harmless text', () => {
  test.each([
    ['plain text stays', 'Ünïcode 云帆 عربي', 'Ünïcode 云帆 عربي'],
    ['an escape sequence is written out', '\u001b[31mred', '\\x1b[31mred'],
    ['so is its C1 form', '\u009b31m', '\\x9b31m'],
    ['DEL and bell', '\u007f\u0007', '\\x7f\\x07'],
    ['line breaks and tabs have short names', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['text direction cannot be turned', 'a\u202eb\u2066c\u061c', 'a\\u202eb\\u2066c\\u061c'],
    ['zero widths are seen', 'a\u200bb\ufeffc\u2060', 'a\\u200bb\\ufeffc\\u2060'],
    ['letters without ink are seen', '\u3164\u115f', '\\u3164\\u115f'],
    ['tags are seen', '\u{e0041}', '\\u{e0041}'],
    ['half of a surrogate pair is seen', 'a\ud800b', 'a\\ud800b'],
    ['an emoji of several keeps its joiner', '👩‍💻 👩🏽‍🌾', '👩‍💻 👩🏽‍🌾'],
    ['a joiner anywhere else is seen', 'a\u200db', 'a\\u200db'],
  ])('%s', (_rule, text, shown) => {
    expect(harmless(text)).toBe(shown)
  })

  test('where lines are allowed, line breaks stay and tabs become spaces', () => {
    expect(harmlessLines('a\r\nb\tc\rd')).toBe('a\nb c\\rd')
  })

  test('no code point of the planes in use leaves a control or format character', () => {
    for (let code = 0; code < 0x30000; code++) {
      const shown = harmless(String.fromCodePoint(code))
      if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(shown)) expect.fail(code.toString(16))
    }
  })
})
