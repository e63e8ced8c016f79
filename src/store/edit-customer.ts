// One field of a customer's file: the line changes, its neighbours do not.

import { once } from '../core/base/once.ts'
import type { FieldValue } from '../core/book/change.ts'
import { contractKeys, contractValue } from './codecs/contract.ts'
import { customerSchema } from './codecs/customer.ts'
import { editYaml, type KeyOrder } from './yaml/edit.ts'
import { type Out, outOf, plain } from './yaml/write.ts'

const keys = once(() => Object.keys(customerSchema().shape))
const contactKeys = ['name', 'title', 'email', 'phone', 'birthday', 'notes']
const payerKeys = ['name', 'account']

/** Fields that hold no text and are written without quotes. */
const plainFields = new Set(['since', 'creditLimit'])

const order: KeyOrder = ([field, , below, , further]) => {
  if (field === undefined) return keys()
  if (field === 'contracts') return contractKeys(below?.toString(), further?.toString())
  return field === 'contacts' ? contactKeys : field === 'payers' ? payerKeys : []
}

/** Undefined or null removes the field. */
export function editCustomer(text: string, path: readonly (string | number)[], value: FieldValue | undefined): string {
  if (path[0] === 'contracts') {
    const key = path.findLast((step) => typeof step === 'string')
    const out = value === undefined ? undefined : contractValue(String(key), value)
    return editYaml(text, { path, value: out }, order)
  }
  const isBare = path.length === 1 && plainFields.has(String(path[0]))
  const out: Out = isBare && typeof value === 'string' ? plain(value) : outOf(value ?? undefined)
  return editYaml(text, { path, value: out }, order)
}
