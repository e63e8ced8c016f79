// Zip archives that crm writes: what goes in comes out, and nothing but the texts decides the bytes.
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipArchive } from '../../src/formats/archive.ts'

const files = [
  { name: 'index.html', text: '<!doctype html>\n' },
  { name: '01-账单.csv', text: '单据,金额\nINV-1,10.00\n' },
]

test('every text comes out as it went in, under its name', () => {
  const found = unzipSync(zipArchive(files))
  expect(Object.entries(found).map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }))).toEqual(files)
})

test('the same texts make the same bytes', () => {
  expect(zipArchive(files)).toEqual(zipArchive(files))
})
