// Archives that say something about themselves which cannot be.
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipEntries } from '../../src/formats/sheets/zip.ts'

const archive = zipSync({ 'a.csv': new TextEncoder().encode('date,amount\n'.repeat(100)) })

/** The archive with another number in its directory; offsets as in APPNOTE.TXT 4.3.12. */
function saying(offset: number, value: number): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  const at = bytes.findIndex((_, i) => i < bytes.length - 4 && view.getUint32(i, true) === 0x02014b50)
  view.setUint32(at + offset, value, true)
  return bytes
}

test('an entry is unpacked as it went in', () => {
  const read = zipEntries(archive, 'a.zip', () => true)
  expect(read.ok && read.value.map(({ path, bytes }) => [path, bytes.length])).toEqual([['a.csv', 1200]])
})

test('a size that packing cannot hide is damage, not 208 MiB of nothing', () => {
  const read = zipEntries(saying(24, 0x0d000000), 'a.zip', () => true)
  expect(read.ok ? null : read.problem.code).toBe('bad-zip')
})
