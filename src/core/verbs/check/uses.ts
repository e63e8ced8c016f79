// Check `uses`: no document is settled beyond its amount, and no payment, credit, opening or move is used beyond what it holds.
import { findViolations } from '../../ledger/violations.ts'
import type { Check } from './check.ts'

/** As of the last row: two branches that both used one payment are mended by a later row, and then all is well again. */
export const uses: Check = {
  name: 'uses',
  check: ({ ledger }) => findViolations(ledger.trace, ledger.totals, ledger.asOf),
}
