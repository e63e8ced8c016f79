// What `--dry-run` shows of files: a unified diff, as git would show it after the fact.
import { createTwoFilesPatch } from 'diff'
import type { Catalogue } from '../text/catalogue.ts'
import { paint } from './colour.ts'

export interface FileChange {
  readonly path: string
  readonly beforeText: string | null
  readonly afterText: string | null
}

export function diffText(changes: readonly FileChange[], catalogue: Catalogue, colour: boolean): string {
  if (changes.length === 0) return ''
  const patches = changes.map((c) => {
    const from = c.beforeText === null ? '/dev/null' : `a/${c.path}`
    const to = c.afterText === null ? '/dev/null' : `b/${c.path}`
    const patch = createTwoFilesPatch(from, to, c.beforeText ?? '', c.afterText ?? '', undefined, undefined, {
      context: 1,
    })
    return patch
      .split('\n')
      .filter((l) => !l.startsWith('====='))
      .map((l) => (l.startsWith('+') ? paint(l, 'green', colour) : l.startsWith('-') ? paint(l, 'red', colour) : l))
      .join('\n')
  })
  return `\n${catalogue.frame.plannedFiles}:\n${patches.join('')}`
}
