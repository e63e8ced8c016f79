// How money that names no document is set against what is open; said in `crm.yaml` for the book and in a customer's file for one.
import type { Customer } from './customer.ts'
import type { Settings } from './settings.ts'

/**
 * `exact-then-oldest`: the one document of exactly that amount, else the oldest due first as far as the choice is certain ·
 * `explicit`: nothing by itself; it stays on account until a person, or the payment, names the document
 */
export const allocationPolicies = ['exact-then-oldest', 'explicit'] as const
export type AllocationPolicy = (typeof allocationPolicies)[number]

/** The customer's own, else the book's. */
export function policyOf(settings: Pick<Settings, 'allocation'>, customer: Customer | undefined): AllocationPolicy {
  return customer?.allocation ?? settings.allocation
}
