// The words of the area "analysis" as people read them.
import type { analysisWords } from '../../../core/base/words/analysis.ts'

export const analysis: Readonly<Record<(typeof analysisWords)[number], string>> = {}
