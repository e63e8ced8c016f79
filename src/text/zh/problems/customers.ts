// Sentences for the problems of the area "customers".
import type { CustomersProblems } from '../../../core/base/problems/customers.ts'
import type { Sentences } from '../../catalogue.ts'

export const customersProblems: Sentences<CustomersProblems> = {
  'unknown-customer': ({ name, like }) => ({
    message: `没有名为“${name}”的客户`,
    hint: like.length === 0 ? 'crm list 列出全部客户' : `您是不是要 ${like.join('、')}？`,
  }),
  'ambiguous-customer': ({ name, candidates }) => ({
    message: `“${name}”可能是 ${candidates.join(' 或 ')}`,
    hint: '请给出编号',
  }),
  'customer-exists': ({ id }) => ({ message: `客户 ${id} 已经存在`, hint: '请用 --id 另选编号，或用 crm edit 修改' }),
}
