// A line added to a contract; a contract that is not there yet is begun with it.
import type { Day } from '../../base/day.ts'
import { problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change, FieldValue } from '../../book/change.ts'
import type { Contract, LineKind } from '../../book/contract.ts'
import { type Customer, isCustomerId } from '../../book/customer.ts'
import { findItem, priceOf } from '../../book/price.ts'
import type { Tier } from '../../book/tiers.ts'

/** What the file will say of the contract itself; only for one that begins now. */
export type ContractHead = Partial<
  Pick<
    Contract,
    | 'name'
    | 'currency'
    | 'end'
    | 'every'
    | 'anchor'
    | 'timing'
    | 'proration'
    | 'renewal'
    | 'term'
    | 'notice'
    | 'trial'
    | 'minimum'
    | 'maximum'
    | 'discount'
    | 'project'
  >
>

export interface AddInput {
  readonly contract: string
  readonly item: string
  readonly kind: LineKind
  readonly price?: string
  readonly quantity?: string
  readonly included?: string
  readonly tiers?: readonly Tier[]
  readonly tierMode?: 'graduated' | 'volume'
  readonly package?: string
  /** First day of the contract, or of the line where the contract is there already. */
  readonly start: Day
  readonly head: ContractHead
}

export function addLine(book: Book, customer: Customer, input: AddInput): Result<Change> {
  if (!isCustomerId(input.contract)) return { ok: false, problem: problem('contract-id', { id: input.contract }) }
  const contracts = customer.contracts ?? []
  const at = contracts.findIndex((c) => c.id === input.contract)
  const known = contracts[at]
  const said = Object.keys(input.head)
  if (known !== undefined && said.length > 0) {
    return {
      ok: false,
      problem: problem('contract-exists', {
        contract: known.id,
        customer: customer.id,
        flags: said.map((f) => `--${f}`),
      }),
    }
  }
  const item = findItem(book.items, input.item)
  if (!item.ok && ((input.price === undefined && input.tiers === undefined) || item.problem.code === 'ambiguous-item'))
    return item
  const itemId = item.ok ? item.value.id : input.item
  const currency = known?.currency ?? input.head.currency ?? customer.currency ?? book.settings.currency
  const price =
    input.price ??
    input.tiers?.[0]?.price ??
    (item.ok
      ? priceOf(book.settings, {
          customer,
          item: item.value,
          currency,
          date: input.start,
          quantity: input.quantity ?? '1',
        })
      : null)
  if (price === null) return { ok: false, problem: problem('no-price', { item: itemId, currency }) }
  const id = lineId(itemId)
  if (known?.lines.some((l) => l.id === id) === true) {
    return {
      ok: false,
      problem: problem('contract-line-exists', { contract: known.id, line: id, customer: customer.id }),
    }
  }
  const line = {
    id,
    item: itemId,
    kind: input.kind,
    ...(input.quantity === undefined ? {} : { quantity: input.quantity }),
    ...(input.tiers === undefined ? { price } : { tiers: input.tiers.map((t) => ({ ...t })) }),
    ...(input.tierMode === undefined ? {} : { tierMode: input.tierMode }),
    ...(input.package === undefined ? {} : { package: input.package }),
    ...(input.included === undefined ? {} : { included: input.included }),
    ...(known === undefined || input.start <= known.start ? {} : { from: input.start }),
  }
  const set = (path: readonly (string | number)[], value: FieldValue): Result<Change> => ({
    ok: true,
    value: { change: 'setField', customer: customer.id, path: ['contracts', ...path], value },
  })
  if (known !== undefined) return set([at, 'lines', known.lines.length], line)
  return set([contracts.length], { id: input.contract, start: input.start, ...input.head, lines: [line] })
}

/** A whole contract as a file gives it. */
export function addWhole(customer: Customer, contract: Contract): Result<Change> {
  const contracts = customer.contracts ?? []
  if (contracts.some((c) => c.id === contract.id))
    return {
      ok: false,
      problem: problem('contract-exists', { contract: contract.id, customer: customer.id, flags: ['--file'] }),
    }
  const value = { ...contract, lines: contract.lines.map((line) => ({ ...line })) }
  return {
    ok: true,
    value: { change: 'setField', customer: customer.id, path: ['contracts', contracts.length], value: asField(value) },
  }
}

/** A contract is texts, lists and maps of them. */
function asField(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(asField)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asField(inner)]))
  return String(value)
}

/** Letters and digits of the item's id, as a name that rows can carry. */
function lineId(item: string): string {
  const id = item
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
  return isCustomerId(id) ? id : 'line'
}
