// The lines of a contract as a person types them: tiers, and `--line ITEM,QUANTITY,PRICE,KEY=VALUE…`.
import { exact, parseDecimal } from '../../core/base/decimal.ts'
import { likely } from '../../core/base/likely.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import { lineKinds } from '../../core/book/contract.ts'
import { type Tier, tierModes } from '../../core/book/tiers.ts'
import type { LineInput } from '../../core/verbs/contract/add.ts'
import { dayOf, flagList, type Input } from '../input.ts'

/** `UP-TO:PRICE`, `UP-TO:PRICE:FEE`; the last one may be `rest:PRICE`. Undefined where none is given. */
export function tiersOf(input: Input): readonly Tier[] | undefined {
  const texts = flagList(input, 'tier')
  return texts.length === 0 ? undefined : parseTiers(texts)
}

function parseTiers(texts: readonly string[]): readonly Tier[] {
  const isNumber = (text: string) => parseDecimal(text) !== null
  const tiers = texts.map((text, i) => {
    const [upTo = '', price = '', fee, more] = text.split(/[:：]/).map((part) => part.trim())
    const isRest = /^(?:rest|\*|其余|以上)$/i.test(upTo)
    const good =
      (isRest ? i === texts.length - 1 : isNumber(upTo)) &&
      isNumber(price) &&
      (fee === undefined || isNumber(fee)) &&
      more === undefined
    if (!good) throw new UserError([problem('tier-text', { text })])
    return { ...(isRest ? {} : { upTo }), price, ...(fee === undefined ? {} : { fee }) }
  })
  const falls = tiers.findIndex((t, i) => i > 0 && t.upTo !== undefined && exact(t.upTo).lte(tiers[i - 1]?.upTo ?? '0'))
  if (falls >= 0) throw new UserError([problem('tier-text', { text: texts[falls] ?? '' })])
  return tiers
}

const keys = ['id', 'kind', 'quantity', 'price', 'included', 'package', 'mode', 'tiers', 'from', 'until'] as const
type Key = (typeof keys)[number]

/** Of every `--line`; a key is said once. */
export function linesOf(input: Input): readonly LineInput[] {
  return flagList(input, 'line').map((text) => parseLine(text, input))
}

function parseLine(text: string, input: Input): LineInput {
  const [item = '', ...parts] = text.split(/[,，]/).map((part) => part.trim())
  const refuse = () => new UserError([problem('contract-line-text', { text, keys })])
  if (item === '' || item.includes('=')) throw refuse()
  const said = new Map<Key, string>()
  for (const [i, part] of parts.entries()) {
    const [, word, value] = /^([a-z]+)\s*[=＝]\s*(.+)$/i.exec(part) ?? []
    // Bare numbers mean what they do in a quote: quantity, then price.
    const name = word?.toLowerCase() ?? (i === 0 ? 'quantity' : i === 1 ? 'price' : '')
    const key = keys.find((k) => k === name)
    if (key === undefined && word !== undefined)
      throw new UserError([problem('contract-line-key', { key: word, like: likely(name, keys), keys })])
    if (key === undefined || said.has(key)) throw refuse()
    said.set(key, value ?? part)
  }
  const number = (key: Key) => {
    const found = said.get(key)
    if (found !== undefined && parseDecimal(found) === null)
      throw new UserError([problem('not-a-number', { flag: `--line … ${key}`, text: found })])
    return found
  }
  const choice = <T extends string>(key: Key, allowed: readonly T[]) => {
    const found = said.get(key)
    const known = allowed.find((a) => a === found)
    if (found !== undefined && known === undefined)
      throw new UserError([problem('not-one-of', { flag: `--line … ${key}`, text: found, allowed })])
    return known
  }
  const day = (key: Key) => {
    const found = said.get(key)
    return found === undefined ? undefined : dayOf(found, `--line … ${key}`, input.today)
  }
  const tiers = said.get('tiers')
  const more: Partial<LineInput> = onlySaid({
    id: said.get('id'),
    kind: choice('kind', lineKinds),
    quantity: number('quantity'),
    price: number('price'),
    included: number('included'),
    package: number('package'),
    tierMode: choice('mode', tierModes),
    tiers: tiers === undefined ? undefined : parseTiers(tiers.split('/')),
    from: day('from'),
    until: day('until'),
  })
  return { item, ...more }
}

/** Without the keys that hold nothing. */
export function onlySaid<T>(of: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(of).flatMap(([key, v]) => (v === undefined ? [] : [[key, v]])))
}
