// crm contract list|add|change|end|renew: terms that make sales by themselves.
import { exact, parseDecimal } from '../../core/base/decimal.ts'
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import { lineKinds, parseSpan, prorations, type Span } from '../../core/book/contract.ts'
import { usualAhead } from '../../core/book/contract-term.ts'
import type { Tier } from '../../core/book/tiers.ts'
import type { AddInput, ContractHead } from '../../core/verbs/contract/add.ts'
import { type ContractInput, type ContractTerms, planContract } from '../../core/verbs/contract/plan.ts'
import { contractsReport } from '../../reports/customers/contracts.ts'
import { contractCodec } from '../../store/codecs/contract.ts'
import { decodeSource } from '../../store/source.ts'
import { readYamlWithCare } from '../../store/yaml/codec.ts'
import { readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'
import {
  argument,
  choiceFlag,
  currencyFlag,
  dayFlag,
  decimalFlag,
  flag,
  flagList,
  flagName,
  type Input,
  requiredArgument,
  switchOn,
} from '../input.ts'
import type { Task, Verb } from '../verb.ts'

const actions = ['list', 'add', 'change', 'end', 'renew'] as const

export const contract: Verb = {
  arguments: ['<action>', '[id]', '[contract]', '[what]'],
  options: [
    '--price <price>',
    '--quantity <number>',
    '--kind <kind>',
    '--included <number>',
    '--tier <text...>',
    '--tiers <mode>',
    '--package <number>',
    '--file <path>',
    '--project <name>',
    '--start <day>',
    '--end <day>',
    '--every <span>',
    '--anchor <day>',
    '--timing <when>',
    '--proration <how>',
    '--renewal <how>',
    '--term <span>',
    '--notice <span>',
    '--trial <span>',
    '--minimum <amount>',
    '--maximum <amount>',
    '--discount <percent>',
    '--index <percent>',
    '--currency <code>',
    '--name <text>',
    '--from <day>',
    '--on <day>',
    '--until <day>',
    '--expiring',
    '--ahead <span>',
  ],
  prepare(input, world): Task {
    const text = requiredArgument(input, 0)
    const action = actions.find((a) => a === text)
    if (action === undefined) throw new UserError([problem('not-one-of', { flag: 'action', text, allowed: actions })])
    if (action === 'list') return list(input)
    const id = needed(input, 1, 'id')
    const file = flag(input, 'file')
    const asked = action === 'add' && file !== undefined ? fromFile(world, input, file) : asInput(action, input)
    return {
      task: 'plan',
      needs: ['customers', 'items'],
      plan: (book, context) => planContract(book, id, asked, context),
    }
  },
}

function list(input: Input): Task {
  const customer = argument(input, 1)
  const ahead = spanOf(input, 'ahead') ?? usualAhead
  const wish = { ...(customer === undefined ? {} : { customer }), expiring: switchOn(input, 'expiring'), ahead }
  return { task: 'report', needs: ['customers'], report: (book, context) => contractsReport(book, wish, context) }
}

/** A whole contract as a YAML file says it, in the form that it has in a customer's file. */
function fromFile(world: World, input: Input, path: string): ContractInput {
  const problems: Problem[] = []
  const source = decodeSource(path, readForeign(world, path).bytes, contractCodec.limit, problems)
  const contract = source === null ? null : readYamlWithCare(contractCodec, source, undefined, problems)
  if (contract === null) throw new UserError(problems)
  const named = argument(input, 2)
  if (named !== undefined && named !== contract.id)
    throw new UserError([problem('id-differs-from-file', { id: contract.id, name: named }, { file: path })])
  return { action: 'addWhole', contract }
}

/** `UP-TO:PRICE`, `UP-TO:PRICE:FEE`; the last one may be `rest:PRICE`. Undefined where none is given. */
function tiersOf(input: Input): readonly Tier[] | undefined {
  const texts = flagList(input, 'tier')
  if (texts.length === 0) return undefined
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

function needed(input: Input, index: number, name: string): string {
  const value = argument(input, index)
  if (value === undefined) throw new UserError([problem('argument-missing', { name })])
  return value
}

function missing(name: string): never {
  throw new UserError([problem('flag-missing', { flag: flagName(name) })])
}

function spanOf(input: Input, name: string): Span | undefined {
  const text = flag(input, name)
  if (text === undefined) return undefined
  const span = parseSpan(text)
  if (span === null) throw new UserError([problem('not-a-span', { flag: flagName(name), text })])
  return span
}

/** The text of a span, known to be one. */
function spanText(input: Input, name: string): string | undefined {
  spanOf(input, name)
  return flag(input, name)
}

function asInput(action: 'add' | 'change' | 'end' | 'renew', input: Input): ContractInput {
  const contract = needed(input, 2, 'contract')
  const price = decimalFlag(input, 'price')
  const quantity = decimalFlag(input, 'quantity')
  const tiers = tiersOf(input)
  const said = {
    ...(price === undefined ? {} : { price }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(tiers === undefined ? {} : { tiers }),
  }
  switch (action) {
    case 'add':
      return { action, contract, ...said, ...added(input) }
    case 'change':
      return changed(input, contract, said)
    case 'end': {
      const line = argument(input, 3)
      return { action, contract, on: dayFlag(input, 'on') ?? missing('on'), ...(line === undefined ? {} : { line }) }
    }
    case 'renew': {
      const until = dayFlag(input, 'until')
      return { action, contract, ...(until === undefined ? {} : { until }) }
    }
  }
}

/** What changes from a day on: a line's price or quantity, or percent off or on all of them. */
function changed(
  input: Input,
  contract: string,
  said: { readonly price?: string; readonly quantity?: string; readonly tiers?: readonly Tier[] },
): ContractInput {
  const discount = decimalFlag(input, 'discount')
  const index = decimalFlag(input, 'index')
  const line = argument(input, 3)
  const from = () => dayFlag(input, 'from') ?? missing('from')
  if (discount !== undefined) {
    const until = dayFlag(input, 'until')
    return { action: 'discount', contract, from: from(), percent: discount, ...(until === undefined ? {} : { until }) }
  }
  if (index !== undefined) {
    const every = spanText(input, 'every')
    return { action: 'index', contract, from: from(), percent: index, ...(every === undefined ? {} : { every }) }
  }
  const fields = termsOf(input)
  if (Object.keys(said).length === 0)
    return Object.keys(fields).length === 0 ? missing('price') : { action: 'set', contract, fields }
  return { action: 'change', contract, from: from(), ...(line === undefined ? {} : { line }), ...said }
}

/** How it is called, renewed and ended: nothing of it moves a charge of the present term, so it needs no day. */
function termsOf(input: Input): ContractTerms {
  const said = {
    name: flag(input, 'name'),
    project: flag(input, 'project'),
    renewal: choiceFlag(input, 'renewal', ['auto', 'manual', 'none']),
    term: spanText(input, 'term'),
    notice: spanText(input, 'notice'),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

function added(input: Input): Omit<AddInput, 'contract' | 'price' | 'quantity' | 'tiers'> {
  const included = decimalFlag(input, 'included')
  const tierMode = choiceFlag(input, 'tiers', ['graduated', 'volume'])
  const size = decimalFlag(input, 'package')
  return {
    item: needed(input, 3, 'item'),
    kind: choiceFlag(input, 'kind', lineKinds) ?? 'recurring',
    start: dayFlag(input, 'start') ?? input.today,
    head: headOf(input),
    ...(included === undefined ? {} : { included }),
    ...(tierMode === undefined ? {} : { tierMode }),
    ...(size === undefined ? {} : { package: size }),
  }
}

/** Only what was said. */
function headOf(input: Input): ContractHead {
  const { name, project, ...renewal } = termsOf(input)
  const said = {
    name,
    currency: currencyFlag(input, 'currency'),
    project,
    end: dayFlag(input, 'end'),
    every: spanText(input, 'every'),
    anchor: dayFlag(input, 'anchor'),
    timing: choiceFlag(input, 'timing', ['advance', 'arrears']),
    proration: choiceFlag(input, 'proration', prorations),
    ...renewal,
    trial: spanText(input, 'trial'),
    discount: decimalFlag(input, 'discount'),
    minimum: decimalFlag(input, 'minimum'),
    maximum: decimalFlag(input, 'maximum'),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
