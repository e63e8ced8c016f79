// Sentences for the problems of the area "customers".
import type { CustomersProblems } from '../../../core/base/problems/customers.ts'
import type { Sentences } from '../../catalogue.ts'

export const customersProblems: Sentences<CustomersProblems> = {
  'unknown-customer': ({ name, like }) => ({
    message: `no customer is called "${name}"`,
    hint: like.length === 0 ? 'crm list shows all customers' : `did you mean ${like.join(', ')}?`,
  }),
  'ambiguous-customer': ({ name, candidates }) => ({
    message: `"${name}" may be ${candidates.join(' or ')}`,
    hint: 'give the id',
  }),
  'customer-exists': ({ id }) => ({
    message: `there is a customer ${id} already`,
    hint: 'choose another with --id, or change that one with crm edit',
  }),
}
