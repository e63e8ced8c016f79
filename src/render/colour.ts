// The few colours of the terminal, only where one was asked for; whether there is one was decided before.
export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** What begins and what ends it (ECMA-48, Select Graphic Rendition). */
const codes: Readonly<Record<Paint, readonly [begin: number, end: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}

/** Each line by itself, so that a pager may cut anywhere. */
export function paint(text: string, how: Paint | readonly Paint[], on: boolean): string {
  if (!on) return text
  const styles = typeof how === 'string' ? [how] : how
  return text.replace(/[^\n]+/g, (line) => styles.reduce(painted, line))
}

/** What ends within a text ends only there: the style around it begins again. */
function painted(line: string, how: Paint): string {
  const [begin, end] = codes[how].map((code) => `\u001b[${code}m`) as [string, string]
  return begin + line.replaceAll(end, end + begin) + end
}
