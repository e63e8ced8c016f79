// Help of the verbs of the group "service".
import type { VerbHelp } from '../../catalogue.ts'

export const serviceHelp = {} satisfies Record<string, VerbHelp>
