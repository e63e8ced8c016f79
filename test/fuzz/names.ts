// The names of all targets, for the runner.
import { targets } from './targets.ts'

export const names: readonly string[] = targets.map((t) => t.name)
