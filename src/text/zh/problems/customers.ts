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
  'customer-added': ({ id }) => ({ message: `已新增客户 ${id}` }),
  'fields-changed': ({ id, count }) => ({ message: count === 0 ? `${id} 已是如此` : `${id}：变更 ${count} 项` }),
  'empty-name': () => ({ message: '客户必须有名称' }),
  'bad-customer-id': ({ id }) => ({
    message: `“${id}”不能作编号`,
    hint: '请用 a 到 z、0 到 9，中间可有连字符，最多 64 个字符，如 yunfan',
  }),
  'id-is-fixed': ({ id }) => ({
    message: `编号 ${id} 不能更改：流水和账单都引用它`,
    hint: '需要其他编号请另建客户：crm add 名称 --id 编号',
  }),
  'bad-email': ({ text }) => ({ message: `“${text}”不是电子邮件地址` }),
  'unknown-staff': ({ name, like }) => ({
    message: `staff.yaml 中没有“${name}”`,
    hint: like.length === 0 ? '请先加入 staff.yaml' : `您是不是要 ${like.join('、')}？`,
  }),
  'same-name': ({ name, ids }) => ({
    message: `${ids.join('、')} 也叫“${name}”`,
    hint: '如系同一客户，请沿用原有档案并删去新档案',
  }),
  'nothing-to-edit': ({ id }) => ({ message: '此处没有可用编辑器的终端', hint: `请写明字段：crm edit ${id} phone=…` }),
}
