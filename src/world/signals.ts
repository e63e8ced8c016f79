// SIGINT, SIGTERM and SIGHUP for commands that write: before they do, a signal cancels; afterwards it waits for the end.

let held = false

/**
 * Exit code 130: cancelled, nothing written. Heard only when the program waits for something, so never inside a commit;
 * that is why commands that only read keep the system's way, which ends them at once.
 */
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
