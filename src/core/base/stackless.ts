// Errors without stacks, for libraries that make one for every fault of a file.

/** A broken file may have a fault at every character or row, and the stack of each costs more than all else. */
export function withoutStacks<T>(work: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = before
  }
}
