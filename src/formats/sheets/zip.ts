// Zip archives: statements that were packed together, and the parts of a workbook. What a small file could blow up to is bounded.
import { unzipSync } from 'fflate'
import { fail, ok, type Result } from '../../core/base/problem.ts'

export interface ZipEntry {
  /** Its path in the archive. */
  readonly path: string
  readonly bytes: Uint8Array
}

const mebi = 1024 * 1024
/** Of all entries together, unpacked. */
export const zipLimit = 512 * mebi
const most = 10_000
/** Deflate makes at most so many bytes of one (zlib, technical details); a size beyond that is damage. */
const deflateMost = 1032
const mostSeen = 2 * most

/** A workbook of Excel, a document of another office program, or an archive of files. */
export function archiveKind(bytes: Uint8Array, file: string): Result<'workbook' | 'document' | 'archive'> {
  let kind: 'workbook' | 'document' | 'archive' = 'archive'
  const entries = zipEntries(bytes, file, (path) => {
    if (/^\/?xl\/workbook\.xml$/i.test(path)) kind = 'workbook'
    else if (kind === 'archive' && /^(?:mimetype|\[Content_Types\]\.xml)$/.test(path)) kind = 'document'
    return false
  })
  return entries.ok ? ok(kind) : entries
}

/** The entries that `wanted` takes, in order of path. Nothing is unpacked before it is known that all is within the bounds. */
export function zipEntries(
  bytes: Uint8Array,
  file: string,
  wanted: (path: string) => boolean,
): Result<readonly ZipEntry[]> {
  let size = 0
  let count = 0
  let seen = 0
  let impossible = false
  const weigh = (path: string, packed: number, original: number) => {
    // A damaged directory may claim four thousand million entries, each of which would be looked at.
    if (++seen > mostSeen) throw new RangeError('more entries than an archive has')
    if (path.endsWith('/') || !wanted(path)) return
    if (original > deflateMost * Math.min(packed, bytes.length)) impossible = true
    size += original
    count++
  }
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        weigh(entry.name, entry.size, entry.originalSize)
        return false
      },
    })
    if (size > zipLimit || count > most)
      return fail('zip-too-large', { megabytes: Math.ceil(size / mebi), limit: zipLimit / mebi, count }, { file })
    if (impossible) return fail('bad-zip', {}, { file })
    const found = unzipSync(bytes, { filter: (entry) => !entry.name.endsWith('/') && wanted(entry.name) })
    const paths = Object.keys(found).sort()
    return ok(paths.map((path) => ({ path, bytes: found[path] ?? new Uint8Array() })))
  } catch {
    return fail('bad-zip', {}, { file })
  }
}
