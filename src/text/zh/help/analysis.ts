// Help of the verbs of the group "analysis", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { analysisHelp as english } from '../../en/help/analysis.ts'

export const analysisHelp: SameHelp<typeof english> = {}
