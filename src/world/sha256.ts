// The one checksum of the program.
import * as crypto from 'node:crypto'

/** SHA-256 as lower-case hexadecimal; of a text as UTF-8. */
export function sha256(bytes: Uint8Array | string): string {
  // In one call where Node has it (20.12): a book may have a hundred thousand small files, a statement as many lines.
  return typeof crypto.hash === 'function'
    ? crypto.hash('sha256', bytes)
    : crypto.createHash('sha256').update(bytes).digest('hex')
}
