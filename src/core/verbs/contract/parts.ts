// What every change of a contract is made of.
import { compareText } from '../../base/order.ts'
import type { Problem } from '../../base/problem.ts'
import type { Change } from '../../book/change.ts'
import type { Contract } from '../../book/contract.ts'
import type { Customer } from '../../book/customer.ts'
import type { Plan } from '../../book/plan.ts'

export function planned(changes: readonly Change[], problems: readonly Problem[]): Plan {
  return { changes, problems, output: { tables: [] } }
}

/** A contract and its place in the customer's file. */
export interface Place {
  readonly contract: Contract
  readonly at: number
}

export function set(
  customer: Customer,
  path: readonly (string | number)[],
  value: Extract<Change, { change: 'setField' }>['value'],
): Change {
  return { change: 'setField', customer: customer.id, path: ['contracts', ...path], value }
}

/** Whether two of them say the same, in whatever order. */
export function sameText(a: object, b: object): boolean {
  return JSON.stringify(inKeys(a)) === JSON.stringify(inKeys(b))
}

function inKeys(of: object): readonly (readonly [string, unknown])[] {
  return Object.entries(of).sort(([a], [b]) => compareText(a, b))
}
