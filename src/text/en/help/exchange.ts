// Help of the verbs of the group "exchange".
import type { VerbHelp } from '../../catalogue.ts'

export const exchangeHelp = {} satisfies Record<string, VerbHelp>
