// Other programs. Node's own module for them is loaded when one is started: that takes as long as all the work of a small command.
import { createRequire } from 'node:module'

export function childProcess(): typeof import('node:child_process') {
  // For what comes with Node any place will do.
  return createRequire(process.execPath)('node:child_process')
}
