import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, glyphs, padEnd, padStart, truncate, wrap } from '../../src/render/width.ts'

describe('display width', () => {
  // Columns by UAX #11 and as string-width 4 and 8 count them (for ambiguous characters: narrow).
  test.each([
    ['', 0],
    ['abc', 3],
    ['\u00e9', 1],
    ['e\u0301', 1],
    ['全角', 4],
    ['𠮷', 2],
    ['ｱｲｳ', 3],
    ['カ゛', 4],
    ['한글', 4],
    ['👍🏽', 2],
    ['👩‍💻', 2],
    ['❤️', 2],
    ['❤', 1],
    ['🇨🇳', 2],
    ['“—…·①', 5],
    ['，。、', 6],
    ['\u001b', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('glyphs join to the whole text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          glyphs(text)
            .map((g) => g.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('padding reaches the width on either side', () => {
    expect(padEnd('云帆', 6)).toBe('云帆  ')
    expect(padStart('云帆', 6)).toBe('  云帆')
    expect(padEnd('too long', 3)).toBe('too long')
  })
})

describe('cutting and wrapping', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['a longer text', 8, 'a longe…'],
    ['云帆科技', 5, '云帆…'],
    ['云帆科技', 6, '云帆…'],
    ['👩‍💻👩‍💻', 3, '👩‍💻…'],
  ])('%s in %i columns shows that it was cut', (text, width, shown) => {
    expect(truncate(text, width)).toBe(shown)
  })

  test.each([
    ['words break at spaces', 'one two three', 8, ['one two', 'three']],
    ['a word longer than the line breaks inside', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['Chinese breaks between any two characters', '云帆虚构科技', 4, ['云帆', '虚构', '科技']],
    ['no line begins with a closing mark', '云帆科技，好', 8, ['云帆科', '技，好']],
    ['no line ends with an opening mark', '云帆（虚构）', 6, ['云帆', '（虚', '构）']],
    ['line breaks in the text stay', 'a\n\nb', 9, ['a', '', 'b']],
    ['spaces at the start of a text stay', '    首行缩进两格的中文', 12, ['    首行缩进', '两格的中文']],
  ])('%s', (_rule, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  test('wrapping loses nothing but spaces and fits, whatever the text', () => {
    const words = fc.oneof(fc.constantFrom(' ', '，', '云', '（', '👩‍💻', 'a', '-', '𠮷', 'e\u0301'), fc.string())
    fc.assert(
      fc.property(fc.array(words), fc.integer({ min: 2, max: 30 }), (parts, width) => {
        const text = parts.join('')
        const lines = wrap(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
