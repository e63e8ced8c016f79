// The canonical writer of CSV: one row, one line; quotes only where a comma or a quote makes them needed.

/** Line breaks and other controls become a space, so that a row stays a line. */
export function writeCell(text: string): string {
  const flat = /[\x00-\x1f\x7f]/.test(text) ? text.replace(/\s*[\x00-\x1f\x7f]+\s*/g, ' ') : text
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat
}

function isUnusual(text: string): boolean {
  return /[\x00-\x1f\x7f",]/.test(text)
}

/** A row without its line end. */
export function writeRow(cells: readonly string[]): string {
  return (cells.some(isUnusual) ? cells.map(writeCell) : cells).join(',')
}
