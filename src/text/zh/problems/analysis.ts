// Sentences for the problems of the area "analysis".
import type { AnalysisProblems } from '../../../core/base/problems/analysis.ts'
import type { Sentences } from '../../catalogue.ts'

export const analysisProblems: Sentences<AnalysisProblems> = {
  'unknown-fact': ({ fact, like }) => ({
    message: `没有指标“${fact}”`,
    ...(like.length === 0 ? {} : { hint: `您是不是要 ${like.join('、')}？` }),
  }),
}
