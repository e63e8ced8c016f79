// Digits within text.

/** The ASCII digits that a text ends with; a pattern would cost the square of a long run of them within it. */
export function endDigits(text: string): string {
  let start = text.length
  while (start > 0 && text.charCodeAt(start - 1) >= 0x30 && text.charCodeAt(start - 1) <= 0x39) start--
  return text.slice(start)
}
