// Document numbers in the texts of a bank line: whole numbers only, never a part of another. INV-1 is not in INV-12.

import { endDigits } from '../../base/digits.ts'
import { type ManyMap, manyMap } from '../../base/many-map.ts'
import { type EndIndex, endIndex } from './number-ends.ts'
import { fewestEnd, isDayText, keyOf, partsOf, type Token, tokensOf } from './number-parts.ts'

export interface Named<T> {
  readonly document: T
  /** As it stands in the line. */
  readonly found: string
  /** The number stands there whole; otherwise only its end, or without its leading zeros. */
  readonly whole: boolean
  /** It stands inside a longer run of digits. */
  readonly inside?: true
  /** It follows from a number that stands there whole: the next of a list, or one within a range. */
  readonly further?: true
}

export interface NumberIndex<T> {
  /** Every document that a text names, whole numbers first tried; what a whole number covers is not searched for parts. */
  find(text: string): Named<T>[]
  /** Whether a text can name a document at all: it has digits, or there are numbers without. */
  mayName(text: string): boolean
  /** Whether these letters and digits are the whole number of a document. */
  isWhole(key: string): boolean
  /** Documents of exactly these letters and digits. */
  ofKey(key: string): readonly T[]
  /** Documents whose numbers end in these digits, zeros at their beginning aside; for what is said to be a number. */
  endingIn(digits: string): readonly T[]
  /** Documents whose numbers have these digits and no others, zeros at their beginning aside; for what holds digits only. */
  ofDigits(digits: string): readonly T[]
}

/** A document and one of the numbers it has. */
interface Entry<T> {
  readonly document: T
  readonly number: string
  /** Its letters and digits. */
  readonly key: string
}

/** The longest run of tokens that is joined to one number. */
const longest = 8

/** Digits alone are a number only from here on; fewer are page numbers, days and amounts too often. */
const fewestDigits = 5

/** A number this short (A/7) may be something else: a hint, and only where it is written in one piece. */
const fewestSure = 4

/** Each document by its number and whatever else it is called. */
export function numberIndex<T>(documents: Iterable<T>, numbersOf: (document: T) => readonly string[]): NumberIndex<T> {
  const whole = manyMap<Entry<T>>()
  const entries: Entry<T>[] = []
  let bare: ManyMap<T> | undefined
  let plain: ManyMap<T> | undefined
  let hasWord = false
  for (const document of documents) {
    for (const number of numbersOf(document)) {
      const key = keyOf(number)
      if (key === '') continue
      const entry = { document, number, key }
      whole.add(key, entry)
      hasWord ||= !/\d/.test(key)
      entries.push(entry)
    }
  }
  const ends = endIndex(entries)
  return {
    find: (text) => findNumbers(tokensOf(text), whole, ends),
    mayName: (text) => hasWord || /\p{N}/u.test(text),
    isWhole: (key) => whole.has(key),
    ofKey: (key) => whole.get(key).map((e) => e.document),
    endingIn(digits) {
      bare ??= keyed(entries, (number) => bareDigits(partsOf(number).at(-1) ?? ''))
      return bare.get(bareDigits(digits))
    },
    ofDigits(digits) {
      plain ??= keyed(entries, (number) => bareDigits(keyOf(number).replace(/\D+/g, '')))
      return plain.get(bareDigits(digits))
    },
  }
}

/** Made when first asked for: few statements come with advice or structured references. */
function keyed<T>(entries: readonly Entry<T>[], keyOf: (number: string) => string): ManyMap<T> {
  const map = manyMap<T>()
  for (const { document, number } of entries) map.add(keyOf(number), document)
  return map
}

function bareDigits(text: string): string {
  return endDigits(text).replace(/^0+/, '')
}

function findNumbers<T>(tokens: readonly Token[], whole: ManyMap<Entry<T>>, ends: EndIndex<Entry<T>>): Named<T>[] {
  const found: Named<T>[] = []
  const seen = new Set<T>()
  const add = (entries: readonly Entry<T>[], text: string, how: 'whole' | 'part' | 'inside') => {
    for (const { document } of entries) {
      if (seen.has(document)) continue
      seen.add(document)
      found.push({ document, found: text, whole: how === 'whole', ...(how === 'inside' ? { inside: true } : {}) })
    }
  }
  const covered = new Set<number>()
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(longest, tokens.length - i); length > 0; length--) {
      const entries = wholeAt(tokens, i, length, whole)
      if (entries.length === 0) continue
      const isSure = tokens.slice(i, i + length).reduce((n, t) => n + t.text.length, 0) >= fewestSure
      add(entries, shown(tokens, i, length), isSure ? 'whole' : 'part')
      for (let k = i; k < i + length; k++) covered.add(k)
      i += length - 1
      break
    }
  }
  tokens.forEach((token, i) => {
    if (covered.has(i)) return
    for (const run of token.text.match(/\d{8,}/g) ?? []) {
      if (isDayText(run)) continue
      const numbers = run !== token.text && whole.has(run) ? [run] : splitRun(run, whole)
      for (const number of numbers) add(whole.get(number), number, 'whole')
      if (numbers.length === 0) for (const number of numbersInside(run, whole)) add(whole.get(number), number, 'inside')
    }
    const digits = endDigits(token.text)
    const bare = digits.replace(/^0+/, '')
    const entries = [...new Set([token.text, digits, bare])].flatMap((key) =>
      key.length >= fewestEnd && !isDayText(key) ? ends.get(key) : [],
    )
    add(entries, token.text, 'part')
  })
  return found
}

/** Fewest digits of each of several numbers written together. */
const fewestJoined = 8

/** The numbers that a run of digits is made of where it is nothing but two or more whole numbers, in one way only; else none. */
function splitRun<T>(run: string, whole: ManyMap<Entry<T>>): string[] {
  const ways: string[][] = []
  const split = (at: number, parts: string[]): void => {
    if (ways.length > 1) return
    if (at === run.length) {
      if (parts.length > 1) ways.push(parts)
      return
    }
    for (let end = at + fewestJoined; end <= Math.min(run.length, at + longestJoined); end++) {
      const part = run.slice(at, end)
      if (whole.has(part)) split(end, [...parts, part])
    }
  }
  if (run.length >= 2 * fewestJoined) split(0, [])
  const [only] = ways
  return only !== undefined && ways.length === 1 ? only : []
}

/** Whole numbers somewhere in a run that is long enough for two: no more than hints, for digits may stand there by chance. */
function numbersInside<T>(run: string, whole: ManyMap<Entry<T>>): string[] {
  const found: string[] = []
  for (let at = 0; run.length >= 2 * fewestJoined && at <= run.length - fewestJoined; at++) {
    for (let end = at + fewestJoined; end <= Math.min(run.length, at + longestJoined); end++)
      if (whole.has(run.slice(at, end))) found.push(run.slice(at, end))
  }
  return found
}

/** Most digits of one number in a run of several. */
const longestJoined = 20

function wholeAt<T>(tokens: readonly Token[], at: number, length: number, whole: ManyMap<Entry<T>>): Entry<T>[] {
  const run = tokens.slice(at, at + length)
  const key = run.map((t) => t.text).join('')
  const entries = whole.get(key)
  if (
    entries.length === 0 ||
    continues(tokens[at], tokens[at - 1], key) ||
    continues(tokens[at + length], tokens[at + length - 1], key)
  )
    return []
  const hasLetter = /\p{L}/u.test(key)
  return entries.filter(({ number }) => {
    const parts = partsOf(number)
    const isWritten = parts.length === run.length && parts.every((p, i) => p === run[i]?.text)
    if (hasLetter) return (isWritten && (key.length >= fewestSure || inOnePiece(run))) || key.length >= 6
    return key.length >= fewestDigits && !isDayText(key) && (isWritten || length === 1)
  })
}

function inOnePiece(run: readonly Token[]): boolean {
  return run.slice(1).every((t) => !/\s/.test(t.gap))
}

/**
 * A hyphen, underscore or point without a blank goes on with the number: INV-1 is not in INV-1-2 nor in X-INV-1. Letters before a
 * number of digits only (Nr.12345, RE-12345) are its label.
 */
function continues(token: Token | undefined, before: Token | undefined, key: string): boolean {
  if (token === undefined || before === undefined || !/^[-_.]$/.test(token.gap)) return false
  const isLabel = /^\d+$/.test(key) && /^\p{L}+$/u.test(before.text)
  return !isLabel && !(token.gap === '.' && /^\p{L}+$/u.test(before.text))
}

function shown(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map((t, i) => (i === 0 ? t.text : t.gap + t.text))
    .join('')
}
