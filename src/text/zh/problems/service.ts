// Sentences for the problems of the area "service".
import type { ServiceProblems } from '../../../core/base/problems/service.ts'
import type { Sentences } from '../../catalogue.ts'

export const serviceProblems: Sentences<ServiceProblems> = {
  'unknown-activity-kind': ({ kind, like }) => ({
    message: `“${kind}”不是往来类型`,
    ...(like.length === 0 ? {} : { hint: `您是不是要 ${like.join('、')}？` }),
  }),
  'unknown-case': ({ id, like }) => ({
    message: `该客户没有工单 ${id}`,
    hint: like.length === 0 ? '该客户没有未结工单' : `未结工单：${like.join('、')}`,
  }),
  'case-missing': ({ kind }) => ({ message: `${kind} 记录必须属于某个工单`, hint: '请用 --case 编号 指明' }),
  'case-closed': ({ id, day }) => ({
    message: `工单 ${id} 已于 ${day} 结束`,
    hint: '重新打开：crm log 客户 reopen --case 编号',
  }),
  'not-minutes': ({ text }) => ({ message: `--minutes “${text}” 不是整数`, hint: '请写成 45 这样' }),
  'not-a-scale': ({ text }) => ({
    message: `--scale “${text}” 不是评分范围`,
    hint: '请写成 5（1 至 5 分）或 0-10 这样',
  }),
  'not-a-time': ({ text }) => ({ message: `--time “${text}” 不是时刻`, hint: '请写成 09:30 这样' }),
  'rating-outside': ({ text, scale }) => ({
    message: `--rating “${text}” 不在评分范围 ${scale} 之内`,
    hint: '可用 --scale 另定范围，如 0-10',
  }),
  'activity-logged': ({ id, customer }) => ({ message: `已为 ${customer} 登记：${id}` }),
  'case-opened': ({ id }) => ({
    message: `工单 ${id} 已立`,
    hint: `跟进请加 --case ${id}；办结：crm log 客户 resolve --case ${id}`,
  }),
}
