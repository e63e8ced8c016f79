// Sentences for the problems of the area "service".
import type { ServiceProblems } from '../../../core/base/problems/service.ts'
import type { Sentences } from '../../catalogue.ts'

export const serviceProblems: Sentences<ServiceProblems> = {
  'unknown-activity-kind': ({ kind, like }) => ({
    message: `“${kind}”不是往来类型`,
    ...(like.length === 0 ? {} : { hint: `您是不是要 ${like.join('、')}？` }),
  }),
}
