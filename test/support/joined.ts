// Bytes that may come in pieces, in one.
import type { Bytes } from '../../src/world/world.ts'

export function joined(bytes: Bytes): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes)
}
