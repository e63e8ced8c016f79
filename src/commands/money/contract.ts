// crm contract list|add|change|end|renew: terms that make sales by themselves.
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import { lineKinds, parseSpan, prorations, type Span } from '../../core/book/contract.ts'
import { usualAhead } from '../../core/book/contract-term.ts'
import { tierModes } from '../../core/book/tiers.ts'
import type { AddInput, ContractHead, LineInput } from '../../core/verbs/contract/add.ts'
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
  flagName,
  type Input,
  requiredArgument,
  switchOn,
} from '../input.ts'
import type { Task, Verb } from '../verb.ts'
import { actions, kindsOf, refuseOthers } from './contract-flags.ts'
import { linesOf, onlySaid, tiersOf } from './contract-line.ts'

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
    '--line <text...>',
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
    refuseOthers(action, input)
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
  switch (action) {
    case 'add':
      return { action, contract, ...added(input) }
    case 'change':
      return changed(input, contract)
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

/** What changes from a day on: a line, or percent off or on all of them, or what a cycle costs at least and at most. */
function changed(input: Input, contract: string): ContractInput {
  const kinds = kindsOf(input, contract)
  const line = argument(input, 3)
  const dayGiven = dayFlag(input, 'from')
  const from = () => dayGiven ?? missing('from')
  const until = dayFlag(input, 'until')
  const [kind] = kinds
  if (kind === undefined) throw new UserError([problem('contract-change-missing', {})])
  if (kind !== 'step' && line !== undefined) throw new UserError([problem('too-many-arguments', { allowed: 3 })])
  switch (kind) {
    case 'step':
      return {
        action: 'change',
        contract,
        from: from(),
        ...(line === undefined ? {} : { line }),
        step: stepOf(input),
      }
    case 'discount': {
      const percent = decimalFlag(input, 'discount') ?? missing('discount')
      return { action: 'discount', contract, from: from(), percent, ...(until === undefined ? {} : { until }) }
    }
    case 'index': {
      const percent = decimalFlag(input, 'index') ?? missing('index')
      const every = spanText(input, 'every')
      return {
        action: 'index',
        contract,
        from: from(),
        percent,
        ...(every === undefined ? {} : { every }),
        ...(until === undefined ? {} : { until }),
      }
    }
    case 'bounds':
      return { action: 'bounds', contract, from: from(), ...boundsOf(input) }
    case 'set':
      return { action: 'set', contract, fields: termsOf(input) }
  }
}

function stepOf(input: Input): Pick<LineInput, 'price' | 'quantity' | 'tiers' | 'tierMode' | 'included' | 'package'> {
  return onlySaid<unknown>({
    price: decimalFlag(input, 'price'),
    quantity: decimalFlag(input, 'quantity'),
    tiers: tiersOf(input),
    tierMode: choiceFlag(input, 'tiers', tierModes),
    included: decimalFlag(input, 'included'),
    package: decimalFlag(input, 'package'),
  })
}

function boundsOf(input: Input): Pick<ContractHead, 'minimum' | 'maximum'> {
  return onlySaid({ minimum: decimalFlag(input, 'minimum'), maximum: decimalFlag(input, 'maximum') })
}

/** How it is called, renewed and ended: nothing of it moves a charge of the present term, so it needs no day. */
function termsOf(input: Input): ContractTerms {
  return onlySaid<unknown>({
    name: flag(input, 'name'),
    project: flag(input, 'project'),
    renewal: choiceFlag(input, 'renewal', ['auto', 'manual', 'none']),
    term: spanText(input, 'term'),
    notice: spanText(input, 'notice'),
  })
}

/** The line of the arguments and flags, if there is one, and those of `--line`. */
function added(input: Input): Omit<AddInput, 'contract'> {
  const lines = linesOf(input)
  const kind = choiceFlag(input, 'kind', lineKinds)
  const own = { ...stepOf(input), ...(kind === undefined ? {} : { kind }) }
  const item = argument(input, 3) ?? (lines.length === 0 || Object.keys(own).length > 0 ? missingItem() : undefined)
  return {
    lines: [...(item === undefined ? [] : [{ item, ...own }]), ...lines],
    start: dayFlag(input, 'start') ?? input.today,
    head: headOf(input),
  }
}

function missingItem(): never {
  throw new UserError([problem('argument-missing', { name: 'item' })])
}

/** Only what was said. */
function headOf(input: Input): ContractHead {
  const { name, project, ...renewal } = termsOf(input)
  return onlySaid<unknown>({
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
    ...boundsOf(input),
  })
}
