// A zip archive of texts, the same bytes for the same texts: no clock goes into it.
import { zipSync } from 'fflate'

/** Names with forward slashes, as they shall stand in the archive. */
export function zipArchive(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  const bytes = files.map(({ name, text }) => [name, new TextEncoder().encode(text)] as const)
  // The earliest day that a zip archive can say, in the local time that the format wants.
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1), level: 6 })
}
