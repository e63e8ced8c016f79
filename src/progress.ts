// How far a long command is, on one line of a terminal that is gone afterwards.
import type { Frame } from './options.ts'
import type { Progress } from './store/commit.ts'
import type { FrameText } from './text/catalogue.ts'
import type { Terminal } from './world/world.ts'

/** Fewer files are written before anybody wonders. */
const least = 200
/** Files between two words of it. */
const step = 100

/** Rows and customers of a book that takes a moment to go through. */
const leastRows = 5000

export type Work = 'reading' | 'planning' | 'preparing'

export interface Telling {
  readonly progress: Progress
  /** What is being done now, with so many rows or files; nothing is said of few. */
  readonly work: (what: Work, count: number) => void
  /** Takes the line away. */
  readonly done: () => void
}

/** Says nothing to a pipe, to cron, or to who wants quiet. */
export function tellProgress(terminal: Terminal, frame: Frame, words: FrameText): Telling {
  let said = false
  const say = (text: string) => {
    if (!terminal.interactive || frame.flags.quiet) return
    terminal.say(`\r\u001b[K${text}`)
    said = true
  }
  return {
    progress(done, total) {
      if (total >= least && done % step === 0) say(words.writing(done, total))
    },
    work(what, count) {
      if (count >= (what === 'preparing' ? least : leastRows)) say(words.working(what, count))
    },
    done() {
      if (said) terminal.say('\r\u001b[K')
      said = false
    },
  }
}
