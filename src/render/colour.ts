// The few colours of the terminal, only where one was asked for: whether there is one was decided before, so chalk does not ask again.
import { Chalk } from 'chalk'

const chalk = new Chalk({ level: 1 })

export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Each line by itself, so that a pager may cut anywhere. */
export function paint(text: string, how: Paint | readonly Paint[], on: boolean): string {
  if (!on) return text
  const styles = typeof how === 'string' ? [how] : how
  return text.replace(/[^\n]+/g, (line) => styles.reduce((painted, style) => chalk[style](painted), line))
}
