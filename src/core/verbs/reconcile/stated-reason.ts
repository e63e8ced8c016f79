// Why a payment is less than its bill, where its text says so. Words that may as well say what was bought are no reason.
import type { Currency } from '../../base/currency.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import type { DisputeCause } from '../../base/words/bank.ts'
import { before, behind, causeWords, contested, harmless, mark, partly } from './dispute-words.ts'

export interface StatedReason {
  readonly cause: DisputeCause
  /** As they stand in the text. */
  readonly words: string
}

export interface Shortness {
  readonly short: Minor
  /** What was open before the payment. */
  readonly of: Minor
  readonly currency: Currency
}

/** More than this share of a bill is kept back in a dispute only where the text says that something is kept back. */
const mostByWord = 0.5

interface Sight extends StatedReason {
  readonly at: number
}

/** The first reason that stands there by itself, else the first beside a sign; `unstated` where it only says that something is contested. */
export function statedReason(text: string, shortness: Shortness): StatedReason | null {
  const there = text.normalize('NFKC')
  if (!mayState.test(there)) return null
  const open = there.replace(harmless, (found) => '_'.repeat(found.length))
  const plain = marked(open, shortness)
  const isMarked = plain.includes(mark)
  if (partly.test(plain) && !isMarked) return null
  const isSmall = shortness.short <= shortness.of * mostByWord
  const isSigned = isMarked || signs.test(plain)
  const alone = isSmall || isSigned ? causeWords.flatMap(({ cause, alone: words }) => sights(plain, words, cause)) : []
  const beside = causeWords.flatMap(({ cause }, i) => sights(plain, patterns[i] ?? never, cause))
  const bare = open === there ? sights(plain, contested, 'unstated') : []
  const found = [alone, beside, bare].find((list) => list.length > 0)
  return found === undefined ? null : first(found, there)
}

const never = /(?!)/gu

/** Most lines say nothing of the kind, and this tells it at the cost of one look. */
const mayState = new RegExp(
  [contested, ...causeWords.map((c) => c.alone)].map((p) => p.source).join('|') +
    causeWords.map(({ beside: { en, zh } }) => `|${en}|${zh}`).join(''),
  'iu',
)
const signs = new RegExp(`\\b${before.en}\\b|${before.zh}|\\b${behind.en}\\b|${behind.zh}`, 'iu')

/** Up to four words, or six characters, may stand between a sign and what it is about, but no full stop. */
const patterns = causeWords.map(({ beside: { en, zh } }) => {
  const gap = '(?:[ :,/+-]+(?:[^\\s.;，。；:,/+-]|\\.(?=\\d))+){0,4}?[ :/+-]+'
  const near = '[^，。；,;\\s]{0,6}?'
  const forms = [
    `(?<![\\p{L}\\p{N}])${before.en}${gap}${en}(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])${en}${gap}${behind.en}(?![\\p{L}\\p{N}])`,
    `${before.zh}${near}${zh}`,
    `${zh}${near}${behind.zh}`,
  ]
  return new RegExp(forms.join('|'), 'giu')
})

function sights(text: string, pattern: RegExp, cause: DisputeCause): Sight[] {
  return [...text.matchAll(pattern)].map((m) => ({ cause, at: m.index, words: m[0] }))
}

function first(list: readonly Sight[], text: string): StatedReason {
  const [found] = [...list].sort((a, b) => a.at - b.at)
  if (found === undefined) return { cause: 'unstated', words: '' }
  const { cause, at, words } = found
  return { cause, words: text.slice(at, at + words.length).trim() }
}

/** The amount that is short, as people write it, becomes the sign that stands for it, as long as it was. A single digit means nothing. */
function marked(text: string, { short, currency }: Shortness): string {
  const [whole = '', cents = ''] = formatAmount(short, currency).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '[,. ]?')
  const decimals = `[.,]${cents.replace(/0+$/, '')}0*`
  const written = cents === '' ? '' : /^0+$/.test(cents) ? `(?:[.,]${cents})${whole.length > 1 ? '?' : ''}` : decimals
  const ahead = `(?<=^|[^\\p{Script=Latin}\\d.,/-]|(?<!\\p{L})${currency})`
  const pattern = new RegExp(`${ahead}${grouped}${written}(?![\\d/-]|[.,]\\d)`, 'gu')
  return text.replace(pattern, (found) => mark.padEnd(found.length, '_'))
}
