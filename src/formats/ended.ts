// Whether a foreign file goes on to its end, by what its format puts there: half an amount reads like a whole one.
import { type Problem, warning } from '../core/base/problem.ts'

const lineEnd = /[\r\n]\0?$/

/** Of a file's last bytes, each as one character. */
const ends: Readonly<Record<string, RegExp>> = {
  ofx: /<\/OFX>[\s\0]*$/i,
  qif: /\^[\s\0]*$/,
  csv: lineEnd,
  alipay: lineEnd,
  wechat: lineEnd,
}

/** A warning for a file that breaks off, or may: banks leave out the last line break too. */
export function endProblems(bytes: Uint8Array, format: string, file: string): readonly Problem[] {
  const isWhole = format === 'mt940' ? isClosed(bytes) : ends[format]?.test(latin(bytes.subarray(-100))) !== false
  return isWhole ? [] : [warning('import-unended', {}, { file })]
}

/** A statement of MT940 that has an opening balance has a closing one; those without either end in a line break. */
function isClosed(bytes: Uint8Array): boolean {
  // Most end soon after their closing balance, and need not be looked at whole.
  const tail = balances(bytes.subarray(-65_536))
  if (tail.closed > tail.opened) return true
  const { opened, closed } = balances(bytes)
  return opened < 0 ? lineEnd.test(latin(bytes.subarray(-2))) : closed > opened
}

/** Where the last of each begins; -1 for none. */
function balances(bytes: Uint8Array): { readonly opened: number; readonly closed: number } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    opened: Math.max(all.lastIndexOf('\n:60F:'), all.lastIndexOf('\n:60M:')),
    closed: Math.max(all.lastIndexOf('\n:62F:'), all.lastIndexOf('\n:62M:')),
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
