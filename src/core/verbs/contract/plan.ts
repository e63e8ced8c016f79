// Contracts as people begin, change, end and renew them: each is a change of a few lines in the customer's file.
import type { Day } from '../../base/day.ts'
import { compareText } from '../../base/order.ts'
import { note, type Problem, problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Contract, ContractDiscount, Indexation, PriceStep } from '../../book/contract.ts'
import { afterSpan, termEnd } from '../../book/contract-term.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import type { Tier } from '../../book/tiers.ts'
import { type AddInput, addLine, addWhole } from './add.ts'

export type ContractInput =
  | ({ readonly action: 'add' } & AddInput)
  | { readonly action: 'addWhole'; readonly contract: Contract }
  | {
      readonly action: 'change'
      readonly contract: string
      /** The only line unless said. */
      readonly line?: string
      readonly from: Day
      readonly price?: string
      readonly quantity?: string
      readonly tiers?: readonly Tier[]
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
    }
  /** `line` ends one line only. `on` is the last day. */
  | { readonly action: 'end'; readonly contract: string; readonly line?: string; readonly on: Day }
  | { readonly action: 'renew'; readonly contract: string; readonly until?: Day }

export type ContractTerms = Partial<Pick<Contract, 'name' | 'project' | 'renewal' | 'term' | 'notice'>>

export function planContract(book: Book, name: string, input: ContractInput, context: Context): Plan {
  const customer = findCustomer(book.customers, name, context.romanise)
  if (!customer.ok) return planned([], [customer.problem])
  if (input.action === 'add') {
    const added = addLine(book, customer.value, input)
    const said = note('contract-line-added', {
      contract: input.contract,
      item: input.item,
      customer: customer.value.id,
    })
    return added.ok ? planned([added.value], [said]) : planned([], [added.problem])
  }
  if (input.action === 'addWhole') {
    const { id, lines } = input.contract
    const added = addWhole(customer.value, input.contract)
    const params = { contract: id, item: lines.map((l) => l.item).join(', '), customer: customer.value.id }
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
    case 'index':
      return changeAll(customer.value, found.value, input)
    case 'end':
      return end(customer.value, found.value, input)
    case 'renew':
      return renew(customer.value, found.value, input.until, context.today)
  }
}

function planned(changes: readonly Change[], problems: readonly Problem[]): Plan {
  return { changes, problems, output: { tables: [] } }
}

interface Place {
  readonly contract: Contract
  readonly at: number
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

function set(
  customer: Customer,
  path: readonly (string | number)[],
  value: Extract<Change, { change: 'setField' }>['value'],
): Change {
  return { change: 'setField', customer: customer.id, path: ['contracts', ...path], value }
}

function unknownLine(contract: Contract, line: string): Plan {
  return planned(
    [],
    [problem('unknown-contract-line', { contract: contract.id, line, known: contract.lines.map((l) => l.id) })],
  )
}

/** A step from a day on; a step of that day is replaced, and one that changes nothing is none. */
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
  const { from, price, quantity, tiers } = input
  const step: PriceStep = {
    from,
    ...(price === undefined ? {} : { price }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(tiers === undefined ? {} : { tiers }),
  }
  const steps = line.steps ?? []
  if (line.kind !== 'usage' && tiers !== undefined)
    return planned([], [problem('tiers-of-usage', { contract: contract.id, line: line.id, kind: line.kind })])
  if (steps.some((s) => JSON.stringify(inKeys(s)) === JSON.stringify(inKeys(step))))
    return planned([], [note('contract-unchanged', { contract: contract.id })])
  const next = [...steps.filter((s) => s.from !== from), step].sort((a, b) => (a.from < b.from ? -1 : 1))
  return planned(
    [
      set(
        customer,
        [at, 'lines', n, 'steps'],
        next.map(({ tiers: t, ...s }) => (t === undefined ? s : { ...s, tiers: t.map((tier) => ({ ...tier })) })),
      ),
    ],
    [note('contract-changed', { contract: contract.id, line: line.id, from })],
  )
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

/** A discount or a rise of all lines that begins on a day; one of that day is replaced. */
function changeAll(
  customer: Customer,
  { contract, at }: Place,
  input: Extract<ContractInput, { action: 'discount' | 'index' }>,
): Plan {
  const { action, contract: _, ...entry } = input
  const field = action === 'discount' ? 'discounts' : 'indexation'
  const known: readonly (ContractDiscount | Indexation)[] = contract[field] ?? []
  if (known.some((d) => JSON.stringify(inKeys(d)) === JSON.stringify(inKeys(entry))))
    return planned([], [note('contract-unchanged', { contract: contract.id })])
  const next = [...known.filter((d) => d.from !== entry.from), entry].sort((a, b) =>
    compareText(a.from ?? '', b.from ?? ''),
  )
  return planned(
    [
      set(
        customer,
        [at, field],
        next.map((d) => ({ ...d })),
      ),
    ],
    [note('contract-changed-all', { contract: contract.id, what: action, percent: entry.percent, from: entry.from })],
  )
}

function inKeys(of: object): readonly (readonly [string, unknown])[] {
  return Object.entries(of).sort(([a], [b]) => compareText(a, b))
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
