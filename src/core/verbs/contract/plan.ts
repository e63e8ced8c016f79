// Contracts as people begin, change, end and renew them: each is a change of a few lines in the customer's file.
import type { Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { compareText } from '../../base/order.ts'
import { note, problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Contract, PriceStep } from '../../book/contract.ts'
import { afterSpan, termEnd } from '../../book/contract-term.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { type AddInput, addLines, addWhole, asField } from './add.ts'
import { changeAll, endDiscounts } from './change-all.ts'
import { type Place, planned, sameText, set } from './parts.ts'

export type ContractInput =
  | ({ readonly action: 'add' } & AddInput)
  | { readonly action: 'addWhole'; readonly contract: Contract }
  | {
      readonly action: 'change'
      readonly contract: string
      /** The only line unless said. */
      readonly line?: string
      readonly from: Day
      readonly step: Omit<PriceStep, 'from'>
    }
  | {
      readonly action: 'bounds'
      readonly contract: string
      readonly from: Day
      readonly minimum?: string
      readonly maximum?: string
    }
  /** What moves no charge of the present term: how the contract is called, renewed and ended. */
  | { readonly action: 'set'; readonly contract: string; readonly fields: ContractTerms }
  /** Percent off, or on, every line of the contract from a day. */
  | {
      readonly action: 'discount'
      readonly contract: string
      readonly from: Day
      readonly percent: string
      readonly until?: Day
    }
  | {
      readonly action: 'index'
      readonly contract: string
      readonly from: Day
      readonly percent: string
      readonly every?: string
      readonly until?: Day
    }
  /** `line` ends one line only. `on` is the last day. */
  | { readonly action: 'end'; readonly contract: string; readonly line?: string; readonly on: Day }
  | { readonly action: 'renew'; readonly contract: string; readonly until?: Day }

export type ContractTerms = Partial<Pick<Contract, 'name' | 'project' | 'renewal' | 'term' | 'notice'>>

export function planContract(book: Book, name: string, input: ContractInput, context: Context): Plan {
  const customer = findCustomer(book.customers, name, context.romanise)
  if (!customer.ok) return planned([], [customer.problem])
  if (input.action === 'add') {
    const added = addLines(book, customer.value, input)
    const said = note('contract-line-added', {
      contract: input.contract,
      items: input.lines.map((l) => l.item),
      customer: customer.value.id,
    })
    return added.ok ? planned([added.value], [said]) : planned([], [added.problem])
  }
  if (input.action === 'addWhole') {
    const { id, lines } = input.contract
    const added = addWhole(customer.value, input.contract)
    const params = { contract: id, items: lines.map((l) => l.item), customer: customer.value.id }
    return added.ok ? planned([added.value], [note('contract-line-added', params)]) : planned([], [added.problem])
  }
  const found = findContract(customer.value, input.contract)
  if (!found.ok) return planned([], [found.problem])
  switch (input.action) {
    case 'change':
      return changeLine(customer.value, found.value, input)
    case 'set':
      return setTerms(customer.value, found.value, input.fields)
    case 'discount':
      return exact(input.percent).isZero()
        ? endDiscounts(customer.value, found.value, input)
        : changeAll(customer.value, found.value, input)
    case 'index':
    case 'bounds':
      return changeAll(customer.value, found.value, input)
    case 'end':
      return end(customer.value, found.value, input)
    case 'renew':
      return renew(customer.value, found.value, input.until, context.today)
  }
}

function findContract(customer: Customer, id: string): Result<Place> {
  const contracts = customer.contracts ?? []
  const at = contracts.findIndex((c) => c.id === id)
  const contract = contracts[at]
  if (contract !== undefined) return { ok: true, value: { contract, at } }
  return {
    ok: false,
    problem: problem('unknown-contract', { customer: customer.id, contract: id, known: contracts.map((c) => c.id) }),
  }
}

function unknownLine(contract: Contract, line: string): Plan {
  return planned(
    [],
    [problem('unknown-contract-line', { contract: contract.id, line, known: contract.lines.map((l) => l.id) })],
  )
}

/** A step from a day on. */
function changeLine(
  customer: Customer,
  { contract, at }: Place,
  input: Extract<ContractInput, { action: 'change' }>,
): Plan {
  const n =
    contract.lines.length === 1 && input.line === undefined ? 0 : contract.lines.findIndex((l) => l.id === input.line)
  const line = contract.lines[n]
  if (line === undefined)
    return input.line === undefined
      ? planned([], [problem('argument-missing', { name: 'line' })])
      : unknownLine(contract, input.line)
  const { from, step: wanted } = input
  const { tiers, tierMode, included, package: size } = wanted
  const keys = Object.keys({ tiers, tierMode, included, package: size }).filter((k) => Object.hasOwn(wanted, k))
  const about = { contract: contract.id, line: line.id }
  if (line.kind !== 'usage' && keys.length > 0)
    return planned([], [problem('tiers-of-usage', { ...about, kind: line.kind, keys })])
  if (line.kind === 'usage' && wanted.quantity !== undefined)
    return planned([], [problem('usage-without-quantity', about)])
  if (tiers !== undefined && wanted.price !== undefined) return planned([], [problem('price-or-tiers', about)])
  if (line.kind === 'once') return planned([], [problem('once-has-no-steps', { ...about, customer: customer.id })])
  const steps = line.steps ?? []
  const next = merged(steps, { from, ...wanted })
  if (next === null) return planned([], [note('contract-unchanged', { contract: contract.id })])
  return planned(
    [set(customer, [at, 'lines', n, 'steps'], asField(next))],
    [note('contract-changed', { contract: contract.id, line: line.id, from })],
  )
}

/** In order of day; what was said of the same day stays but for what is said anew. Null where nothing changes. */
function merged(steps: readonly PriceStep[], step: PriceStep): readonly PriceStep[] | null {
  const known = steps.find((s) => s.from === step.from)
  const { price, tiers, ...rest } = known ?? { from: step.from }
  const priced = step.price !== undefined || step.tiers !== undefined
  // A price replaces tiers, and tiers a price.
  const kept = priced
    ? rest
    : { ...rest, ...(price === undefined ? {} : { price }), ...(tiers === undefined ? {} : { tiers }) }
  const next = { ...kept, ...step }
  if (known !== undefined && sameText(known, next)) return null
  return [...steps.filter((s) => s.from !== step.from), next].sort((a, b) => compareText(a.from, b.from))
}

function setTerms(customer: Customer, { contract, at }: Place, fields: ContractTerms): Plan {
  const known = new Map<string, unknown>(Object.entries(contract))
  const changed = Object.entries(fields).filter(([key, value]) => known.get(key) !== value)
  return changed.length === 0
    ? planned([], [note('contract-unchanged', { contract: contract.id })])
    : planned(
        changed.map(([key, value]) => set(customer, [at, key], value)),
        [note('contract-terms-set', { contract: contract.id, fields: changed.map(([key]) => key) })],
      )
}

function end(customer: Customer, { contract, at }: Place, input: Extract<ContractInput, { action: 'end' }>): Plan {
  const said = note('contract-ended', { contract: contract.id, on: input.on })
  if (input.line !== undefined) {
    const n = contract.lines.findIndex((l) => l.id === input.line)
    if (n < 0) return unknownLine(contract, input.line)
    if (contract.lines[n]?.until === input.on)
      return planned([], [note('contract-unchanged', { contract: contract.id })])
    return planned([set(customer, [at, 'lines', n, 'until'], input.on)], [said])
  }
  if (input.on < contract.start)
    return planned(
      [],
      [problem('contract-ends-before-start', { contract: contract.id, start: contract.start, on: input.on })],
    )
  const isOpen = contract.renewal === 'auto' || contract.renewal === 'manual'
  if (contract.end === input.on && !isOpen) return planned([], [note('contract-unchanged', { contract: contract.id })])
  return planned(
    [set(customer, [at, 'end'], input.on), ...(isOpen ? [set(customer, [at, 'renewal'], 'none')] : [])],
    [said],
  )
}

/** The end moves to the day given, or by a term from the end of the present one. */
function renew(customer: Customer, { contract, at }: Place, until: Day | undefined, today: Day): Plan {
  const present = termEnd(contract, today)
  const next = until ?? (present === null ? null : afterSpan(present, contract.term))
  if (next === null) return planned([], [problem('contract-without-term', { contract: contract.id })])
  if (contract.end !== undefined && next <= contract.end)
    return planned([], [problem('contract-renewal-earlier', { contract: contract.id, end: contract.end, until: next })])
  return planned([set(customer, [at, 'end'], next)], [note('contract-renewed', { contract: contract.id, until: next })])
}
