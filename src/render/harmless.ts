// Text from a book made safe to show: what could command a terminal, hide or reorder text is written out visibly.

/**
 * Controls (C0, DEL, C1), all format characters (bidi controls, zero widths, byte order mark, tags), separators U+2028 and U+2029,
 * lone surrogates, and letters without ink. U+200D is let through only between two emoji.
 */
const harmful =
  /((?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic}))|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]/gu

/** Printable ASCII, Latin letters, Chinese characters and punctuation: nothing harmful is among these, and few texts hold anything else. */
const plain = /^[\x20-\x7e\u00c0-\u017f\u2013\u2014\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/

/** Replaces every harmful code point; the rest of the text stays as it is. */
export function replaceHarmful(text: string, by: (c: string) => string): string {
  if (plain.test(text)) return text
  return text.replace(harmful, (c, joiner: string | undefined) => joiner ?? by(c))
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A visible name for a code point: `\n`, `\x1b`, `\u202e`, `\u{e0041}`. */
function visible(c: string): string {
  const code = c.codePointAt(0) ?? 0
  const known = short[c]
  if (known !== undefined) return known
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}

/** One line of harmless text. */
export function harmless(text: string): string {
  return replaceHarmful(text, visible)
}

/** The same, but line breaks stay; a tab becomes a space. */
export function harmlessLines(text: string): string {
  if (plain.test(text)) return text
  return text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').split('\n').map(harmless).join('\n')
}
