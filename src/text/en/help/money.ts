// Help of the verbs of the group "money".
import type { VerbHelp } from '../../catalogue.ts'

export const moneyHelp = {} satisfies Record<string, VerbHelp>
