// A scalar in place of another keeps its quotes.
import type { Scalar } from 'yaml'
import { doubleQuoted, isPlain, type Out, writeScalar } from './write.ts'

/** Null when the new value cannot stand where the old one stood: it is no scalar, or one of them has several lines. */
export function writeLike(old: Scalar, value: Out): string | null {
  if (old.type === 'BLOCK_LITERAL' || old.type === 'BLOCK_FOLDED') return null
  if (isPlain(value)) return old.type === 'QUOTE_DOUBLE' ? `"${value.plain}"` : value.plain
  if (typeof value !== 'string' || value.includes('\n')) return null
  if (old.type === 'QUOTE_SINGLE' && !/[\x00-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/.test(value))
    return `'${value.replaceAll("'", "''")}'`
  return old.type === 'QUOTE_DOUBLE' ? doubleQuoted(value) : writeScalar(value)
}
