// Help of the verbs of the group "letters".
import type { VerbHelp } from '../../catalogue.ts'

export const lettersHelp = {} satisfies Record<string, VerbHelp>
