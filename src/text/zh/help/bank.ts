// Help of the verbs of the group "bank", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { bankHelp as english } from '../../en/help/bank.ts'

export const bankHelp: SameHelp<typeof english> = {}
