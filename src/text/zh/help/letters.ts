// Help of the verbs of the group "letters", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { lettersHelp as english } from '../../en/help/letters.ts'

export const lettersHelp: SameHelp<typeof english> = {}
