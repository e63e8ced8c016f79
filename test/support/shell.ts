// Splits a command line of a golden case as a shell would: blanks, single and double quotes, no expansion.

export function words(line: string): string[] {
  const found: string[] = []
  let current: string | null = null
  let quote = ''
  for (const c of line) {
    if (quote !== '') {
      if (c === quote) quote = ''
      else current = (current ?? '') + c
    } else if (c === '"' || c === "'") {
      quote = c
      current ??= ''
    } else if (c === ' ') {
      if (current !== null) found.push(current)
      current = null
    } else current = (current ?? '') + c
  }
  if (quote !== '') throw new Error(`unclosed quote: ${line}`)
  if (current !== null) found.push(current)
  return found
}
