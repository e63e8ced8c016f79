// Help of all verbs, by name.

import type { VerbHelp } from '../../catalogue.ts'
import { analysisHelp } from './analysis.ts'
import { bankHelp } from './bank.ts'
import { bookHelp } from './book.ts'
import { customersHelp } from './customers.ts'
import { exchangeHelp } from './exchange.ts'
import { lettersHelp } from './letters.ts'
import { moneyHelp } from './money.ts'
import { serviceHelp } from './service.ts'

export const englishHelp: Readonly<Record<string, VerbHelp>> = {
  ...customersHelp,
  ...moneyHelp,
  ...bankHelp,
  ...lettersHelp,
  ...serviceHelp,
  ...analysisHelp,
  ...exchangeHelp,
  ...bookHelp,
}
