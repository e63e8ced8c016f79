// What `--dry-run` shows of files: a unified diff, as git would show it after the fact.
import { createTwoFilesPatch } from 'diff'
import type { Catalogue } from '../text/catalogue.ts'
import { paint } from './colour.ts'
import { harmless } from './harmless.ts'

export interface FileChange {
  readonly path: string
  /** SHA-256 of the bytes before; null for a new file. */
  readonly before: string | null
  readonly beforeBytes: Uint8Array | null
  readonly after: Uint8Array | null
}

export function diffText(changes: readonly FileChange[], catalogue: Catalogue, colour: boolean): string {
  if (changes.length === 0) return ''
  const decoder = new TextDecoder()
  const text = (bytes: Uint8Array | null) => (bytes === null ? '' : decoder.decode(bytes))
  const patches = changes.map((c) => {
    const from = c.beforeBytes === null ? '/dev/null' : `a/${c.path}`
    const to = c.after === null ? '/dev/null' : `b/${c.path}`
    const patch = createTwoFilesPatch(from, to, text(c.beforeBytes), text(c.after), undefined, undefined, {
      context: 1,
    })
    return patch
      .split('\n')
      .filter((l) => !l.startsWith('====='))
      .map((l) => l.split('\t').map(harmless).join('\t'))
      .map((l) => (l.startsWith('+') ? paint(l, 'green', colour) : l.startsWith('-') ? paint(l, 'red', colour) : l))
      .join('\n')
  })
  return `\n${catalogue.frame.plannedFiles}:\n${patches.join('')}`
}
