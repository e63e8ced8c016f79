// Whether two writings of a name may be of the same firm: cut, abbreviated, with a slip, spelled in Latin letters, or its initials.
import { isOneSlip } from '../base/slip.ts'
import { nameWords } from './names.ts'

/** `likely`: every word of one is a word of the other, some perhaps cut or with a slip. `initials`: no more than that. */
export type Likeness = 'likely' | 'initials'

/** A name taken apart once, for many comparisons. */
export interface NameShape {
  readonly words: readonly string[]
  /** How much there is to tell somebody by: a Chinese character says as much as two letters. */
  readonly weight: number
  /** The letters of Chinese names in pinyin, without blanks; empty for others. */
  readonly spelled: string
  /** Of all words, and of those that are not legal forms. */
  readonly initials: readonly string[]
}

export function nameShape(name: string, romanise: (text: string) => readonly string[]): NameShape {
  const words = nameWords(name)
  const isHan = words.some((w) => /\p{Script=Han}/u.test(w))
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const all = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const firsts = (list: readonly string[]) => list.map((w) => w.charAt(0)).join('')
  return {
    words,
    weight: words.reduce((n, w) => n + (isHanWord(w) ? 2 * w.length : w.length), 0),
    spelled: isHan ? romanise(bareChinese(name)).join('').toLowerCase() : '',
    initials: isHan ? [] : [...new Set([firsts(all), firsts(words)])].filter((i) => i.length >= 3),
  }
}

/** Pairs of characters put together again: 北京 京云 云帆 → 北京云帆. */
function bareChinese(name: string): string {
  return nameWords(name)
    .filter((w) => /\p{Script=Han}/u.test(w))
    .reduce((text, pair) => (text.endsWith(pair.charAt(0)) ? text + pair.slice(1) : text + pair), '')
}

/**
 * `there` is what a bank line says, `known` a customer's name. A text around the name (`isText`) need not be covered by it; a payer's
 * name may also be only a part of it.
 */
export function likeness(there: NameShape, known: NameShape, isText: boolean): Likeness | null {
  if (covers(there, known) || (!isText && covers(known, there))) return 'likely'
  const letters = there.words.join('')
  if (known.spelled.length >= 6 && !isText && letters.length >= 6 && known.spelled.startsWith(letters)) return 'likely'
  if (known.spelled.length >= 6 && letters.includes(known.spelled)) return 'likely'
  const [first = ''] = there.words
  return !isText && there.words.length === 1 && known.initials.includes(first) ? 'initials' : null
}

/** Every word of `part` is a word of `whole`, each of another; together they have letters enough to tell somebody by. */
function covers(whole: NameShape, part: NameShape): boolean {
  const { length } = whole.words
  if (part.weight < 4 || part.words.length > length) return false
  // Thousands of names are compared with each line: no list is made for any of them, but for the rare long ones.
  if (length > 31) return coversLong(whole, part)
  let taken = 0
  for (const word of part.words) {
    let at = 0
    while (at < length && ((taken >> at) & 1 || !isSameWord(whole.words[at] ?? '', word))) at++
    if (at === length) return false
    taken |= 1 << at
  }
  return true
}

function coversLong(whole: NameShape, part: NameShape): boolean {
  const left = [...whole.words]
  return part.words.every((word) => {
    const at = left.findIndex((w) => isSameWord(w, word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** The same, one cut short, without its vowels, or with one slip. Short words and Chinese have to be the same. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const short = a.length < b.length ? a : b
  const long = short === a ? b : a
  if (short.length < 3) return false
  const maySlip = short.length >= 5 && long.length - short.length < 2
  const isLike =
    short.charCodeAt(0) === long.charCodeAt(0)
      ? long.startsWith(short) || (maySlip && isOneSlip(short, long)) || isThinned(long, short)
      : maySlip && isOneSlip(short, long)
  // Asked last, for most pairs of words are not alike at all.
  return isLike && !/[^a-z]/.test(short) && !/[^a-z]/.test(long)
}

/** The word without the vowels that the other leaves out: manufacturing → mfg needs every letter in order and no vowel but the first. */
function isThinned(long: string, short: string): boolean {
  if (short.length < 5 && /[aeiou]/.test(short.slice(1))) return false
  let at = 0
  for (let i = 0; i < long.length; i++) if (short.charCodeAt(at) === long.charCodeAt(i)) at++
  return at === short.length
}

function isHanWord(word: string): boolean {
  return /\p{Script=Han}/u.test(word)
}
