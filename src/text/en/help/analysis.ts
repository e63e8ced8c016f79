// Help of the verbs of the group "analysis".
import type { VerbHelp } from '../../catalogue.ts'

export const analysisHelp = {} satisfies Record<string, VerbHelp>
