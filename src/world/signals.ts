// SIGINT, SIGTERM and SIGHUP: before a command writes they cancel it, afterwards they wait for its end.

let held = false

/** Exit code 130: cancelled, nothing written. While a commit runs nothing else does, so no signal falls into one. */
export function obeySignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!held) process.exit(130)
    })
  }
}

export function holdSignals(): void {
  held = true
}
