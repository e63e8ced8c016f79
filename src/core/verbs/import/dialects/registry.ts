// The dialects that crm knows by itself. `crm import --map NAME` takes one by name; a file with its very heading line needs no name.
import type { ImportMapping } from '../../../book/mapping.ts'
import { headingKey } from '../headings.ts'
import { china } from './cn.ts'
import { germany } from './de.ts'
import type { Dialect } from './dialect.ts'
import { france } from './fr.ts'
import { unitedKingdom } from './gb.ts'
import { unitedStates } from './us.ts'
import { worldwide } from './wide.ts'

export const dialects: readonly Dialect[] = [
  ...germany,
  ...unitedKingdom,
  ...france,
  ...unitedStates,
  ...china,
  ...worldwide,
]

const byHeadings = new Map(dialects.flatMap((d) => d.headings.map((h) => [headingKey(h), d] as const)))

/** By the heading line of a file, whatever separates its columns. */
export function dialectOfHeadings(line: string): Dialect | undefined {
  return byHeadings.get(headingKey(line))
}

export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find((d) => d.name === name)
}

/** Without days and decimal mark, which the cells of the file decide before the dialect does. */
export function mappingOf({ rules }: Dialect): ImportMapping {
  return { as: 'bank', columns: {}, constants: {}, ...rules }
}
