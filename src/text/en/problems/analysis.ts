// Sentences for the problems of the area "analysis".
import type { AnalysisProblems } from '../../../core/base/problems/analysis.ts'
import type { Sentences } from '../../catalogue.ts'

export const analysisProblems: Sentences<AnalysisProblems> = {
  'unknown-fact': ({ fact, like }) => ({
    message: `there is no fact "${fact}"`,
    ...(like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` }),
  }),
}
