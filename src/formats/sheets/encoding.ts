// Bytes of a foreign file to text. The encoding is told by a byte order mark or by the user, never guessed.
import { withoutHidden } from '../../core/base/hidden.ts'
import { fail, ok, type Result } from '../../core/base/problem.ts'
import { isCompound, isZip } from './magic.ts'

/** `encoding` as the user or a mapping says it; UTF-8, or UTF-16 by its byte order mark or its zero bytes, without the mark. */
export function decodeText(bytes: Uint8Array, name: string, encoding?: string): Result<string> {
  const where = { file: name }
  const cut = fail('import-cut', {}, where)
  if (encoding !== undefined) {
    const decoder = decoderFor(encoding)
    if (decoder === null) return fail('unknown-encoding', { encoding }, where)
    const text = attempt(decoder, bytes)
    if (text !== null) return ok(text)
    return beforeCut(bytes, encoding) === null ? fail('not-in-encoding', { encoding }, where) : cut
  }
  const text = attempt(new TextDecoder(byMark(bytes), { fatal: true }), bytes)
  if (text !== null) return ok(text)
  if (isText(beforeCut(bytes, 'utf-8'))) return cut
  if (isCompound(bytes)) return fail('legacy-workbook', {}, where)
  return isZip(bytes)
    ? fail('import-spreadsheet', {}, where)
    : fail('import-not-utf8', { looksLike: likeliestEncoding(bytes) }, where)
}

/** The text of a file that ends in the middle of a character, up to there; null of any other. */
export function beforeCut(bytes: Uint8Array, encoding: string): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = decoder.decode(bytes, { stream: true })
    return isWhole(decoder) ? null : text
  } catch {
    return null
  }
}

function isWhole(decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** That it is in that encoding is seen by a character that is more than a letter. */
function isText(text: string | null): boolean {
  return text !== null && /[^\u0000-\u007f]/.test(text)
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    return null
  }
}

/** Null where the bytes are not of that encoding. The mark itself is never part of the text, nor are hidden characters. */
function attempt(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  const quick = decoder.encoding === 'utf-8' ? textOfUtf8(bytes) : null
  if (quick !== null) return withoutHidden(quick)
  try {
    return withoutHidden(decoder.decode(bytes))
  } catch {
    return null
  }
}

/**
 * In a third of the time of a decoder that looks for faults. Null where there may be one: what is no UTF-8 becomes a character that
 * says so, and that few texts have.
 */
function textOfUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string | null {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  return text.includes('\ufffd') ? null : text.replace(/^\ufeff/, '')
}

function byMark(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Text has no zero bytes; in UTF-16 every second one of plain letters is.
  const isZero = (places: readonly number[]) => places.every((i) => bytes[i] === 0)
  if (isZero([1, 3, 5, 7]) && bytes[0] !== 0) return 'utf-16le'
  if (isZero([0, 2, 4, 6]) && bytes[1] !== 0) return 'utf-16be'
  return 'utf-8'
}

/**
 * What to propose, not what to read: Chinese characters of GB18030 are pairs of bytes, so runs of high bytes have even
 * length; in western encodings most accented letters stand alone.
 */
export function likeliestEncoding(bytes: Uint8Array): 'gb18030' | 'windows-1252' {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; ) {
    let end = i
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end++
    if (end > i) {
      if ((end - i) % 2 === 0) even++
      else odd++
    }
    i = end + 1
  }
  const decodes = attempt(new TextDecoder('gb18030', { fatal: true }), bytes) !== null
  return decodes && even >= odd ? 'gb18030' : 'windows-1252'
}
