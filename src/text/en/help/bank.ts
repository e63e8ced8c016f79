// Help of the verbs of the group "bank".
import type { VerbHelp } from '../../catalogue.ts'

export const bankHelp = {} satisfies Record<string, VerbHelp>
