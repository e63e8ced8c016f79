// The fast reader of smaller tables: canonical text into cells, each row judged by its codec's own quick look; accepts or declines.
import type { CsvCodec, PlacedRow } from './codec.ts'

const newline = 0x0a
const comma = 0x2c
const quote = 0x22

/** Every row of a canonical file, or null: then the careful reader must say what the file is. */
export function readCsvFast<S, R, C>(codec: CsvCodec<S, R, C>, text: string, context: C): PlacedRow<R>[] | null {
  const { quick } = codec
  const before = codec.columns.slice(0, codec.columns.length - (codec.later ?? 0))
  const known = [codec.columns, before].find((columns) => text.startsWith(`${columns.join(',')}\n`))
  if (quick === undefined || known === undefined || text.charCodeAt(text.length - 1) !== newline) return null
  // A control could be a carriage return, or hide one; the careful reader decides.
  if (/[\x00-\x09\x0b-\x1f\x7f]/.test(text)) return null
  const rows: PlacedRow<R>[] = []
  const width = known.length
  const absent = Array<string>(codec.columns.length - width).fill('')
  let at = known.join(',').length + 1
  for (let line = 2; at < text.length; line++) {
    const cells: string[] = []
    const end = splitRow(text, at, cells)
    const isWhole = end >= 0 && cells.length === width
    if (isWhole && absent.length > 0) cells.push(...absent)
    const row = isWhole ? quick(cells, context) : null
    if (row === null) return null
    rows.push({ row, line })
    at = end + 1
  }
  return rows
}

/** Fills in the cells of the row that begins at `start`; the offset of its newline, or −1 for quotes that are not as crm writes them. */
function splitRow(text: string, start: number, cells: string[]): number {
  let at = start
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const close = closingQuote(text, at + 1)
      if (close < 0) return -1
      const inside = text.slice(at + 1, close)
      cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
      at = close + 1
    } else {
      const begin = at
      let c = text.charCodeAt(at)
      while (c !== comma && c !== newline) {
        if (c === quote) return -1
        c = text.charCodeAt(++at)
      }
      cells.push(text.slice(begin, at))
    }
    const c = text.charCodeAt(at)
    if (c === newline) return at
    if (c !== comma) return -1
    at++
  }
}

/** −1 when the row ends inside the quotes. */
function closingQuote(text: string, from: number): number {
  for (let at = from; ; at++) {
    const c = text.charCodeAt(at)
    if (c === newline || Number.isNaN(c)) return -1
    if (c !== quote) continue
    if (text.charCodeAt(at + 1) !== quote) return at
    at++
  }
}
