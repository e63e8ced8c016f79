// How far a long commit is, on one line of a terminal that is gone afterwards.
import type { Frame } from './options.ts'
import type { Progress } from './store/commit.ts'
import type { FrameText } from './text/catalogue.ts'
import type { Terminal } from './world/world.ts'

/** Fewer files are written before anybody wonders. */
const least = 200
/** Files between two words of it. */
const step = 100

export interface Telling {
  readonly progress: Progress
  /** Takes the line away. */
  readonly done: () => void
}

/** Says nothing to a pipe, to cron, or to who wants quiet. */
export function tellProgress(terminal: Terminal, frame: Frame, words: FrameText): Telling {
  let said = false
  return {
    progress(done, total) {
      if (!terminal.interactive || frame.flags.quiet || total < least || done % step !== 0) return
      terminal.say(`\r\u001b[K${words.writing(done, total)}`)
      said = true
    },
    done() {
      if (said) terminal.say('\r\u001b[K')
    },
  }
}
