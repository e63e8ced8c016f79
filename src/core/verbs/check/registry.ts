// Every check, in the order in which they run: what others rest on first.
import { aging } from './aging.ts'
import { balances } from './balances.ts'
import { bank } from './bank.ts'
import type { Check } from './check.ts'
import { closes } from './closes.ts'
import { customers } from './customers.ts'
import { documents } from './documents.ts'
import { files } from './files.ts'
import { moves } from './moves.ts'
import { numbers } from './numbers.ts'
import { periods } from './periods.ts'
import { rows } from './rows.ts'
import { sales } from './sales.ts'
import { uses } from './uses.ts'

export const checks: readonly Check[] = [
  files,
  rows,
  customers,
  uses,
  balances,
  periods,
  aging,
  documents,
  numbers,
  sales,
  moves,
  bank,
  closes,
]
