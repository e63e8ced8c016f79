// Sentences for the problems of the area "service".
import type { ServiceProblems } from '../../../core/base/problems/service.ts'
import type { Sentences } from '../../catalogue.ts'

export const serviceProblems: Sentences<ServiceProblems> = {
  'unknown-activity-kind': ({ kind, like }) => ({
    message: `"${kind}" is not a kind of activity`,
    ...(like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` }),
  }),
}
