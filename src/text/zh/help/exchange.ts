// Help of the verbs of the group "exchange", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { exchangeHelp as english } from '../../en/help/exchange.ts'

export const exchangeHelp: SameHelp<typeof english> = {}
