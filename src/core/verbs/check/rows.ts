// Check `rows`: every row acts upon something that is there, of its own customer and currency, and nothing is reversed twice.
import type { Check } from './check.ts'

export const rows: Check = { name: 'rows', check: ({ ledger }) => ledger.trace.problems }
