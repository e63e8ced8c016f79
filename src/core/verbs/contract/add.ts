// Lines added to a contract; a contract that is not there yet is begun with them.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { fail, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change, FieldValue } from '../../book/change.ts'
import { type Contract, type ContractLine, isBound, type LineKind } from '../../book/contract.ts'
import { type Customer, isCustomerId } from '../../book/customer.ts'
import { findItem, priceOf } from '../../book/price.ts'
import type { Tier, TierMode } from '../../book/tiers.ts'

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

export interface LineInput {
  readonly item: string
  /** Made of the item's id unless said. */
  readonly id?: string
  /** Usage where something is said that only usage has; otherwise recurring. */
  readonly kind?: LineKind
  readonly price?: string
  readonly quantity?: string
  readonly included?: string
  readonly tiers?: readonly Tier[]
  readonly tierMode?: TierMode
  readonly package?: string
  /** First and last day charged; the days of the contract unless said. */
  readonly from?: Day
  readonly until?: Day
}

export interface AddInput {
  readonly contract: string
  readonly lines: readonly LineInput[]
  /** First day of the contract, or of the lines where the contract is there already. */
  readonly start: Day
  readonly head: ContractHead
}

/** The lines join the contract, or begin it where it is not there yet. */
export function addLines(book: Book, customer: Customer, input: AddInput): Result<Change> {
  if (!isCustomerId(input.contract)) return fail('contract-id', { id: input.contract })
  const contracts = customer.contracts ?? []
  const at = contracts.findIndex((c) => c.id === input.contract)
  const known = contracts[at]
  const said = Object.keys(input.head)
  if (known !== undefined && said.length > 0) {
    const flags = said.map((f) => `--${f}`)
    return fail('contract-exists', { contract: known.id, customer: customer.id, flags })
  }
  const { minimum, maximum } = input.head
  if (minimum !== undefined && maximum !== undefined && exact(minimum).gt(maximum))
    return fail('contract-bounds-crossed', { minimum, maximum })
  const currency = known?.currency ?? input.head.currency ?? customer.currency ?? book.settings.currency
  const lines: ContractLine[] = []
  for (const wanted of input.lines) {
    const from = wanted.from ?? (known === undefined || input.start <= known.start ? undefined : input.start)
    const line = lineOf(book, customer, from === undefined ? wanted : { ...wanted, from }, {
      currency,
      on: from ?? known?.start ?? input.start,
      contract: input.contract,
    })
    if (!line.ok) return line
    const { id } = line.value
    if (isBound(id)) return fail('contract-line-reserved', { line: id })
    if ([...(known?.lines ?? []), ...lines].some((l) => l.id === id))
      return fail('contract-line-exists', { contract: input.contract, line: id, customer: customer.id })
    lines.push(line.value)
  }
  const fields = lines.map((line) => asField(line))
  const set = (path: readonly (string | number)[], value: FieldValue): Result<Change> => ({
    ok: true,
    value: { change: 'setField', customer: customer.id, path: ['contracts', ...path], value },
  })
  // One line that joins others stands below them; several are written as the list that they then are.
  if (known === undefined)
    return set([contracts.length], { id: input.contract, start: input.start, ...input.head, lines: fields })
  const [only, ...more] = fields
  if (only !== undefined && more.length === 0) return set([at, 'lines', known.lines.length], only)
  return set([at, 'lines'], [...known.lines.map((line) => asField(line)), ...fields])
}

/** A line as the file will say it: with its item's id and its price. */
function lineOf(
  book: Book,
  customer: Customer,
  wanted: LineInput,
  at: { readonly currency: Currency; readonly on: Day; readonly contract: string },
): Result<ContractLine> {
  const { currency, on } = at
  const item = findItem(book.items, wanted.item)
  const hasPrice = wanted.price !== undefined || wanted.tiers !== undefined
  if (!item.ok && (!hasPrice || item.problem.code === 'ambiguous-item')) return item
  const itemId = item.ok ? item.value.id : wanted.item
  const id = wanted.id ?? lineId(itemId)
  if (!isCustomerId(id)) return fail('contract-line-id', { id })
  const ofUsage = usageOnly.filter((key) => wanted[key] !== undefined)
  const kind = wanted.kind ?? (ofUsage.length > 0 ? 'usage' : 'recurring')
  if (kind !== 'usage' && ofUsage.length > 0)
    return fail('tiers-of-usage', { contract: at.contract, line: id, kind, keys: ofUsage })
  if (kind === 'usage' && wanted.quantity !== undefined)
    return fail('usage-without-quantity', { contract: at.contract, line: id })
  if (wanted.tiers !== undefined && wanted.price !== undefined)
    return fail('price-or-tiers', { contract: at.contract, line: id })
  const listed = (quantity: string) =>
    item.ok ? priceOf(book.settings, { customer, item: item.value, currency, date: on, quantity }) : null
  const price = wanted.price ?? (wanted.tiers === undefined ? listed(wanted.quantity ?? '1') : undefined)
  if (price === null) return fail('no-price', { item: itemId, currency })
  const { from, until, quantity, tiers, tierMode, included, package: size } = wanted
  const said = { id, item: itemId, kind, quantity, price, from, until, tiers, tierMode, included, package: size }
  const line: Partial<ContractLine> = Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined))
  return { ok: true, value: { ...line, id, item: itemId, kind } }
}

const usageOnly = ['tiers', 'tierMode', 'included', 'package'] as const

/** A whole contract as a file gives it. */
export function addWhole(customer: Customer, contract: Contract): Result<Change> {
  const contracts = customer.contracts ?? []
  if (contracts.some((c) => c.id === contract.id))
    return fail('contract-exists', { contract: contract.id, customer: customer.id, flags: ['--file'] })
  const path = ['contracts', contracts.length]
  return { ok: true, value: { change: 'setField', customer: customer.id, path, value: asField(contract) } }
}

/** What contracts are made of: texts, lists and maps of them. */
export function asField(value: unknown): FieldValue {
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
