// Characters that no text of a book is given: they command a terminal, or show letters in another order than they stand.

/** C0 controls but tab and line breaks, DEL, C1; and the bidi embeddings, overrides and isolates. Marks (U+200E, U+200F) are let through. */
const hidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

/** The same but NUL, which tells text that is none. */
const meaningless = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g

/** The code point, as U+202E, of the first one in a text; null where there is none. */
export function hiddenIn(text: string): string | null {
  const at = text.search(hidden)
  if (at < 0) return null
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A text from elsewhere without them: nobody who sends a statement can be asked to type it again. */
export function withoutHidden(text: string): string {
  return text.replace(meaningless, '')
}
