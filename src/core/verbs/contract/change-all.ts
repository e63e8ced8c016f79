// Changes of all lines of a contract from a day on: discounts, rises, and what a cycle costs at least and at most.
import { addDays, type Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { compareText } from '../../base/order.ts'
import { note, type Problem, problem } from '../../base/problem.ts'
import type { BoundStep, Contract, ContractDiscount, Indexation } from '../../book/contract.ts'
import { boundsOn } from '../../book/contract-price.ts'
import type { Customer } from '../../book/customer.ts'
import type { Plan } from '../../book/plan.ts'
import { asField } from './add.ts'
import { type Place, planned, sameText, set } from './parts.ts'
import type { ContractInput } from './plan.ts'

/** A discount, a rise, or bounds of all lines that begin on a day; what was said of that day is replaced. */
export function changeAll(
  customer: Customer,
  { contract, at }: Place,
  input: Extract<ContractInput, { action: 'discount' | 'index' | 'bounds' }>,
): Plan {
  const { action, contract: _, ...entry } = input
  const field = ({ discount: 'discounts', index: 'indexation', bounds: 'bounds' } as const)[action]
  const known: readonly (ContractDiscount | Indexation | BoundStep)[] = contract[field] ?? []
  const before = action === 'bounds' ? known.find((d) => d.from === entry.from) : undefined
  const wanted = { ...before, ...entry }
  if (known.some((d) => sameText(d, wanted)))
    return planned([], [note('contract-unchanged', { contract: contract.id })])
  const next = [...known.filter((d) => d.from !== entry.from), wanted].sort((a, b) =>
    compareText(a.from ?? '', b.from ?? ''),
  )
  if (input.action === 'bounds') {
    const crossed = boundsCrossed({ ...contract, bounds: next.flatMap((b) => ('percent' in b ? [] : [b])) }, input.from)
    if (crossed !== null) return planned([], [crossed])
  }
  const said =
    input.action === 'bounds'
      ? note('contract-bounds-changed', { contract: contract.id, from: input.from })
      : note('contract-changed-all', {
          contract: contract.id,
          what: input.action,
          percent: input.percent,
          from: input.from,
        })
  return planned([set(customer, [at, field], asField(next))], [said])
}

/** A minimum above the maximum would leave no amount that fits. */
function boundsCrossed(contract: Contract, on: Day): Problem | null {
  const { minimum, maximum } = boundsOn(contract, on)
  if (minimum === undefined || maximum === undefined || exact(minimum).lte(maximum)) return null
  return problem('contract-bounds-crossed', { minimum, maximum })
}

/** No percent off from a day on: what holds on it ends the day before, what begins later never begins. */
export function endDiscounts(
  customer: Customer,
  { contract, at }: Place,
  input: Extract<ContractInput, { action: 'discount' }>,
): Plan {
  const last = addDays(input.from, -1)
  const always = contract.discount === undefined ? [] : [{ percent: contract.discount }]
  const known: readonly ContractDiscount[] = [...always, ...(contract.discounts ?? [])]
  const next = known
    .filter((d) => d.from === undefined || d.from <= last)
    .map((d) => (d.until !== undefined && d.until <= last ? d : { ...d, until: last }))
  if (known.length === next.length && known.every((d, i) => sameText(d, next[i] ?? {})))
    return planned([], [note('contract-unchanged', { contract: contract.id })])
  return planned(
    [
      ...(always.length === 0 ? [] : [set(customer, [at, 'discount'], null)]),
      set(customer, [at, 'discounts'], next.length === 0 ? null : asField(next)),
    ],
    [note('contract-discounts-end', { contract: contract.id, last })],
  )
}
