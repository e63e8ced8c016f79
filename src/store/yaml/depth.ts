// How deep a YAML file may nest; looked at before parsing, because the library needs seconds for what nobody means.

import { mostBrackets } from '../../core/book/file-limits.ts'

export const maxDepth = mostBrackets

const newline = 0x0a
const deepIndent = ' '.repeat(4 * maxDepth)

/**
 * The offset at which brackets, dashes or indentation go beyond any honest file; null where they do not. Quotes and
 * comments are not minded: forty brackets left open in one line, or two hundred in a file, are no prose either.
 */
export function tooDeep(text: string): number | null {
  let open = 0
  let openInLine = 0
  let dashes = 0
  let lead = true
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === newline) {
      openInLine = 0
      dashes = 0
      lead = true
      if (text.charCodeAt(i + 1) === 0x20 && text.startsWith(deepIndent, i + 1)) return i + 1
    } else if (c === 0x5b || c === 0x7b) {
      open++
      openInLine++
      if (openInLine > maxDepth || open > 5 * maxDepth) return i
    } else if (c === 0x5d || c === 0x7d) {
      if (open > 0) open--
      openInLine--
    } else if (lead && (c === 0x2d || c === 0x3f)) {
      if (++dashes > maxDepth) return i
    } else if (c !== 0x20) lead = false
  }
  return null
}
