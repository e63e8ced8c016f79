// Help of the verbs of the group "service", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { serviceHelp as english } from '../../en/help/service.ts'

export const serviceHelp: SameHelp<typeof english> = {}
