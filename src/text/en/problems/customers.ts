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
  'customer-added': ({ id }) => ({ message: `customer ${id} added` }),
  'fields-changed': ({ id, count }) => ({
    message: count === 0 ? `${id} says so already` : `${id}: ${count} ${count === 1 ? 'field' : 'fields'} changed`,
  }),
  'empty-name': () => ({ message: 'a customer needs a name' }),
  'bad-customer-id': ({ id }) => ({
    message: `"${id}" cannot be an id`,
    hint: 'use a to z, 0 to 9 and hyphens inside, at most 64 characters, like yunfan',
  }),
  'id-is-fixed': ({ id }) => ({
    message: `the id ${id} cannot be changed: rows and bills name it`,
    hint: 'add a customer with the other id: crm add NAME --id ID',
  }),
  'bad-email': ({ text }) => ({ message: `"${text}" is not an e-mail address` }),
  'unknown-staff': ({ name, like }) => ({
    message: `staff.yaml has nobody called "${name}"`,
    hint: like.length === 0 ? 'add the person to staff.yaml' : `did you mean ${like.join(', ')}?`,
  }),
  'same-name': ({ name, ids }) => ({
    message: `"${name}" is also the name of ${ids.join(', ')}`,
    hint: 'if it is the same customer, go on with the file there was and delete the new one',
  }),
  'nothing-to-edit': ({ id }) => ({
    message: 'there is no terminal for an editor here',
    hint: `name the fields: crm edit ${id} phone=…`,
  }),
}
