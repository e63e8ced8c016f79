// Who owes us, and the people there.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { AllocationPolicy } from './allocation.ts'
import type { BillingRule } from './bill-day.ts'
import type { PriceEntry } from './catalog.ts'
import type { Contract } from './contract.ts'

/** The file's name without `.yaml`: `^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$` and no reserved Windows name. */
export type CustomerId = string

export type Language = 'en' | 'zh'
export const customerKinds = ['company', 'person'] as const
export type CustomerKind = (typeof customerKinds)[number]

export interface Contact {
  readonly name: string
  readonly title?: string
  readonly email?: string
  readonly phone?: string
  readonly birthday?: string
  readonly notes?: string
}

/** How a payer shows up on bank lines; learnt from confirmed matches or written by hand. */
export interface Payer {
  readonly name?: string
  readonly account?: string
}

export interface Customer {
  readonly id: CustomerId
  readonly name: string
  readonly kind: CustomerKind
  /** Other names: the English name of a Chinese firm, a trade name, a former name. */
  readonly aliases: readonly string[]
  readonly taxId?: string
  readonly industry?: string
  /** ISO 3166-2 or whatever the book uses, as `CN-31`. */
  readonly region?: string
  readonly size?: string
  /** Staff id of the account owner. */
  readonly owner?: string
  readonly stage?: string
  readonly since?: Day
  readonly email?: string
  readonly phone?: string
  readonly address?: string
  readonly language?: Language
  readonly tags: readonly string[]
  readonly needs?: string
  readonly contacts: readonly Contact[]
  /** Currency of bills; the book's currency unless said. */
  readonly currency?: Currency
  readonly terms?: string
  readonly billing?: BillingRule
  /** A branch of ours, by its name under `numbering: branches:`; his documents have its numbers. */
  readonly branch?: string
  /** Name of a tax rate in `crm.yaml`, where the customer differs from the item (exports, exempt bodies). */
  readonly tax?: string
  /** How his money is set against his documents; the book's way unless said. */
  readonly allocation?: AllocationPolicy
  /** In the customer's currency, or the book's. */
  readonly creditLimit?: Minor
  readonly payers: readonly Payer[]
  readonly contracts?: readonly Contract[]
  /** Agreed prices, which go before the catalogue's. */
  readonly prices?: readonly (PriceEntry & { readonly item: string })[]
  readonly notes?: string
  /** This customer was merged into that one; old rows keep this id. */
  readonly mergedInto?: CustomerId
  readonly custom: Readonly<Record<string, unknown>>
}

const idForm = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/** Safe as a file name on every system. */
export function isCustomerId(text: string): boolean {
  return idForm.test(text) && !reserved.test(text)
}
