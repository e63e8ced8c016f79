// Help of the verbs of the group "money", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { moneyHelp as english } from '../../en/help/money.ts'

export const moneyHelp: SameHelp<typeof english> = {}
