// crm contract list|add|change|end|renew: terms that make sales by themselves.
import { problem, UserError } from '../../core/base/problem.ts'
import { lineKinds, parseSpan, prorations, type Span } from '../../core/book/contract.ts'
import type { AddInput, ContractHead } from '../../core/verbs/contract/add.ts'
import { type ContractInput, planContract } from '../../core/verbs/contract/plan.ts'
import { contractsReport } from '../../reports/customers/contracts.ts'
import {
  argument,
  choiceFlag,
  currencyFlag,
  dayFlag,
  decimalFlag,
  flag,
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
  prepare(input): Task {
    const text = requiredArgument(input, 0)
    const action = actions.find((a) => a === text)
    if (action === undefined) throw new UserError([problem('not-one-of', { flag: 'action', text, allowed: actions })])
    if (action === 'list') return list(input)
    const id = needed(input, 1, 'id')
    const asked = asInput(action, input)
    return {
      task: 'plan',
      needs: ['customers', 'items'],
      plan: (book, context) => planContract(book, id, asked, context),
    }
  },
}

function list(input: Input): Task {
  const customer = argument(input, 1)
  const ahead = spanOf(input, 'ahead') ?? { unit: 'days', n: 60 }
  const wish = { ...(customer === undefined ? {} : { customer }), expiring: switchOn(input, 'expiring'), ahead }
  return { task: 'report', needs: ['customers'], report: (book, context) => contractsReport(book, wish, context) }
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
  const said = { ...(price === undefined ? {} : { price }), ...(quantity === undefined ? {} : { quantity }) }
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
function changed(input: Input, contract: string, said: { price?: string; quantity?: string }): ContractInput {
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
  if (said.price === undefined && said.quantity === undefined) return missing('price')
  return { action: 'change', contract, from: from(), ...(line === undefined ? {} : { line }), ...said }
}

function added(input: Input): Omit<AddInput, 'contract' | 'price' | 'quantity'> {
  const included = decimalFlag(input, 'included')
  return {
    item: needed(input, 3, 'item'),
    kind: choiceFlag(input, 'kind', lineKinds) ?? 'recurring',
    start: dayFlag(input, 'start') ?? input.today,
    head: headOf(input),
    ...(included === undefined ? {} : { included }),
  }
}

/** Only what was said. */
function headOf(input: Input): ContractHead {
  const said = {
    name: flag(input, 'name'),
    currency: currencyFlag(input, 'currency'),
    end: dayFlag(input, 'end'),
    every: spanText(input, 'every'),
    anchor: dayFlag(input, 'anchor'),
    timing: choiceFlag(input, 'timing', ['advance', 'arrears']),
    proration: choiceFlag(input, 'proration', prorations),
    renewal: choiceFlag(input, 'renewal', ['auto', 'manual', 'none']),
    term: spanText(input, 'term'),
    notice: spanText(input, 'notice'),
    trial: spanText(input, 'trial'),
    discount: decimalFlag(input, 'discount'),
    minimum: decimalFlag(input, 'minimum'),
    maximum: decimalFlag(input, 'maximum'),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
