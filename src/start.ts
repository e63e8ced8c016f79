// The entry of the bundle: the command line meets the real machine.
import { main } from './main.ts'
import { realWorld } from './world/real.ts'

export { pageOfAll } from './help.ts'

/** The exit code of one command line. Both this file and the bundle made of it lie one folder below the package. */
export function start(argv: readonly string[]): Promise<number> {
  const thread = process.env.CRM_BUILD === undefined ? null : `${import.meta.dirname}/thread.cjs`
  return main(argv, realWorld(`${import.meta.dirname}/..`, thread))
}
