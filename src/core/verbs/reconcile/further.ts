// Numbers that a text only begins to write: 0102 after INV-2026-0101, and the ends of a range whose other numbers it leaves out.
import { endDigits } from '../../base/digits.ts'

export interface Further {
  /** Letters and digits of the whole number. */
  readonly key: string
  /** As it stands in the text. */
  readonly found: string
  /** The number from which the text goes on to this one, all between the two included. */
  readonly from?: string
}

interface Word {
  readonly text: string
  /** What stands between the word before and this one. */
  readonly gap: string
}

/** Between two numbers, it means all from the one to the other. */
const range = /^\s*(?:-|–|—|~|～|\.{2,3}|to|bis|thru|through|till|à|至|到)\s*$/i

/** The longest run of words that is one number. */
const mostWords = 4

/** The ends of a range differ in no more digits than these at their end; else a hyphen only stands between two numbers. */
const mostDifferent = 4

/** A shorter beginning, or an end of a single digit, completes to anything. */
const fewestWhole = 5
const fewestEnd = 2

/** Only numbers that `isWhole` knows; those that stand there whole are not said again, unless they end a range. */
export function furtherNumbers(text: string, isWhole: (key: string) => boolean): Further[] {
  const words = wordsOf(text)
  const found: Further[] = []
  let last: string | null = null
  for (let i = 0; i < words.length; i++) {
    const whole = wholeAt(words, i, isWhole)
    const { text: word = '', gap = '' } = words[i] ?? {}
    const isRange = last !== null && range.test(gap)
    if (whole !== null) {
      if (isRange && last !== null && last.slice(0, -mostDifferent) === whole.key.slice(0, -mostDifferent))
        found.push({ key: whole.key, found: `${last}–${whole.key}`, from: last })
      last = whole.key
      i += whole.length - 1
    } else if (last !== null && /^\d+$/.test(word) && word.length >= fewestEnd && word.length < last.length) {
      const key: string = last.slice(0, -word.length) + word
      if (!isWhole(key)) continue
      found.push(isRange ? { key, found: `${last}–${word}`, from: last } : { key, found: word })
      last = key
    }
  }
  return found
}

/** Runs of letters or of digits; Chinese and the words of a range stand in the gaps. */
function wordsOf(text: string): Word[] {
  const plain = text.normalize('NFKC').toUpperCase()
  const words: Word[] = []
  let end = 0
  for (const match of plain.matchAll(/[A-Z0-9]+/g)) {
    if (/^(?:TO|BIS|THRU|THROUGH|TILL)$/.test(match[0]) && words.length > 0) continue
    words.push({ text: match[0], gap: plain.slice(end, match.index) })
    end = match.index + match[0].length
  }
  return words
}

function wholeAt(
  words: readonly Word[],
  at: number,
  isWhole: (key: string) => boolean,
): { readonly key: string; readonly length: number } | null {
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const key = words
      .slice(at, at + length)
      .map((w) => w.text)
      .join('')
    if (key.length >= fewestWhole && /\d{3}/.test(key) && isWhole(key)) return { key, length }
  }
  return null
}

/** Whether a number lies within a range, its ends included: of the same length and beginning, and another only in its last digits. */
export function isWithin(key: string, from: string, to: string): boolean {
  const stem = from.slice(0, from.length - endDigits(from).length)
  return key.length === from.length && key.length === to.length && key.startsWith(stem) && from <= key && key <= to
}
