// Document numbers in the texts of a bank line: whole numbers only, never a part of another. INV-1 is not in INV-12.
import { isDay } from '../../base/day.ts'
import { type ManyMap, manyMap } from '../../base/many-map.ts'

interface Token {
  readonly text: string
  /** What stands between the token before and this one; starts with a blank at a border of scripts. */
  readonly gap: string
}

/** Runs of letters and digits in capitals, width ignored. Chinese characters separate like blanks. */
function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Script=Han}+/gu, ' ')
  const tokens: Token[] = []
  let end = 0
  for (const found of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    tokens.push({ text: found[0], gap: tokens.length === 0 ? ' ' : plain.slice(end, found.index) })
    end = found.index + found[0].length
  }
  return tokens
}

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
}

/** The longest run of tokens that is joined to one number. */
const longest = 8

/** Digits alone are a number only from here on; fewer are page numbers, days and amounts too often. */
const fewestDigits = 5

/** A number this short (A/7) may be something else: a hint, and only where it is written in one piece. */
const fewestSure = 4

/** Fewest digits of the end of a number that still hint at it. */
const fewestEnd = 4

/** Each document by its number and whatever else it is called. */
export function numberIndex<T>(documents: Iterable<T>, numbersOf: (document: T) => readonly string[]): NumberIndex<T> {
  const whole = manyMap<Entry<T>>()
  const ends = manyMap<Entry<T>>()
  const entries: Entry<T>[] = []
  let bare: ManyMap<T> | undefined
  let plain: ManyMap<T> | undefined
  let entry: Entry<T> | undefined
  let hasWord = false
  const addEnd = (end: string) => {
    if (entry !== undefined) ends.add(end, entry)
  }
  for (const document of documents) {
    for (const number of numbersOf(document)) {
      const key = keyOf(number)
      if (key === '') continue
      entry = { document, number }
      whole.add(key, entry)
      hasWord ||= !/\d/.test(key)
      eachEnd(number, key, addEnd)
      entries.push(entry)
    }
  }
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
  return (/\d+$/.exec(text)?.[0] ?? '').replace(/^0+/, '')
}

/** Most numbers are written in plain characters, and there may be a hundred thousand. */
const plainNumber = /^[A-Za-z0-9][A-Za-z0-9 /_.-]*$/

function partsOf(number: string): string[] {
  return plainNumber.test(number)
    ? number
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .filter((p) => p !== '')
    : tokensOf(number).map((t) => t.text)
}

/** All parts in one. */
function keyOf(number: string): string {
  return plainNumber.test(number) ? number.toUpperCase().replace(/[^A-Z0-9]+/g, '') : partsOf(number).join('')
}

/** Where in the key the parts begin. */
function partStarts(number: string): number[] {
  const starts: number[] = []
  let at = 0
  if (plainNumber.test(number)) {
    let isInside = false
    for (let i = 0; i < number.length; i++) {
      const isPart = isPlain(number.charCodeAt(i))
      if (isPart && !isInside) starts.push(at)
      if (isPart) at++
      isInside = isPart
    }
    return starts
  }
  for (const part of partsOf(number)) {
    starts.push(at)
    at += part.length
  }
  return starts
}

/** The number without its series (0012 of INV-2026-0012, 20260012) and without leading zeros, as far as enough digits remain; each once. */
function eachEnd(number: string, key: string, visit: (end: string) => void): void {
  let digits = key.length
  while (digits > 0 && isDigit(key.charCodeAt(digits - 1))) digits--
  let lastFrom = -1
  let lastBare = -1
  for (const start of partStarts(number)) {
    const from = Math.max(start, digits)
    let bare = from
    while (bare < key.length && key.charCodeAt(bare) === 48) bare++
    if (from !== lastFrom && from !== lastBare) visitEnd(key, from, visit)
    if (bare !== from && bare !== lastBare) visitEnd(key, bare, visit)
    lastFrom = from
    lastBare = bare
  }
}

function visitEnd(key: string, from: number, visit: (end: string) => void): void {
  if (key.length - from < fewestEnd) return
  const end = key.slice(from)
  if (!isDayText(end)) visit(end)
}

function isPlain(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** 20261005 is a day before it is anything else; 2026 is a year. */
function isDayText(digits: string): boolean {
  if (digits.length === 4) return /^(?:19|20)\d\d$/.test(digits)
  return digits.length === 8 && isDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
}

function findNumbers<T>(tokens: readonly Token[], whole: ManyMap<Entry<T>>, ends: ManyMap<Entry<T>>): Named<T>[] {
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
    const digits = /\d+$/.exec(token.text)?.[0] ?? ''
    const bare = digits.replace(/^0+/, '')
    const entries = [token.text, digits, bare].flatMap((key) =>
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
