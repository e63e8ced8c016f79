// The parts a plain-text page is made of: two sides, paragraphs, a grid of columns. A page is 78 columns wide.
import { harmlessLines } from './harmless.ts'
import { displayWidth, padEnd, padStart, wrap } from './width.ts'

export const pageWidth = 78

export interface GridColumn {
  readonly heading: string
  /** Numbers stand right and are never broken; texts are wrapped. */
  readonly right: boolean
  readonly cells: readonly string[]
}

export const rule = '─'.repeat(pageWidth)

const gap = '  '
const narrowest = 12

/** The first column takes the room that the others leave. */
export function grid(columns: readonly GridColumn[]): string[] {
  const safe = columns.map((c) => ({ ...c, cells: [c.heading, ...c.cells].map(harmlessLines) }))
  const widths = safe.map((c) => Math.min(c.right ? pageWidth : narrowest, Math.max(...c.cells.map(displayWidth))))
  const others = widths.slice(1).reduce((sum, w) => sum + w + gap.length, 0)
  widths[0] = Math.max(narrowest, pageWidth - others)
  const height = safe[0]?.cells.length ?? 0
  const lines: string[] = []
  for (let i = 0; i < height; i++) {
    const cells = safe.map((c, n) => wrap(c.cells[i] ?? '', c.right ? Number.MAX_SAFE_INTEGER : (widths[n] ?? 0)))
    const tall = Math.max(...cells.map((c) => c.length))
    for (let line = 0; line < tall; line++)
      lines.push(
        safe
          .map((c, n) => (c.right ? padStart : padEnd)(cells[n]?.[line] ?? '', widths[n] ?? 0))
          .join(gap)
          .trimEnd(),
      )
    if (i === 0) lines.push(rule)
  }
  return lines
}

/** A label and an amount at the right edge, the amounts of successive lines under each other. */
export function sums(lines: readonly (readonly [label: string, amount: string])[]): string[] {
  const width = Math.max(0, ...lines.map(([, amount]) => displayWidth(amount)))
  return lines.flatMap(([label, amount]) => {
    const room = Math.max(narrowest, pageWidth - width - gap.length)
    const labels = wrap(harmlessLines(label), room).map((text) => padStart(text, room))
    return labels
      .map((text, i) => text + gap + (i === labels.length - 1 ? padStart(amount, width) : ''))
      .map((l) => l.trimEnd())
  })
}

/** Two blocks side by side, the right one at the right edge of the page as far as it fits. */
export function sides(left: readonly string[], right: readonly string[]): string[] {
  const rightWidth = Math.min(pageWidth / 2, Math.max(0, ...right.map((r) => displayWidth(harmlessLines(r)))))
  const leftWidth = pageWidth - rightWidth - gap.length
  const a = left.flatMap((text) => wrap(harmlessLines(text), leftWidth))
  const b = right.flatMap((text) => wrap(harmlessLines(text), rightWidth))
  const lines: string[] = []
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    lines.push((padEnd(a[i] ?? '', leftWidth) + gap + (b[i] ?? '')).trimEnd())
  return lines
}

/** Wrapped text; the first line indented by `indent` columns (Chinese letters: two characters). */
export function paragraph(text: string, indent = 0): string[] {
  return wrap(' '.repeat(indent) + harmlessLines(text), pageWidth)
}

export function centred(text: string): string[] {
  return paragraph(text).map((line) => ' '.repeat(Math.floor((pageWidth - displayWidth(line)) / 2)) + line)
}

export function atRight(text: string): string[] {
  return paragraph(text).map((line) => padStart(line, pageWidth))
}
