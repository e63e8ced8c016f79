// The parts of a book that are YAML: one file each, or one file for all.
import type { Bill } from '../core/book/bill.ts'
import type { Item, StaffMember } from '../core/book/catalog.ts'
import { isCustomerId } from '../core/book/customer.ts'
import type { ImportMapping } from '../core/book/mapping.ts'
import { billCodec } from './codecs/bill.ts'
import { catalogCodec } from './codecs/catalog.ts'
import { mappingCodec } from './codecs/mapping.ts'
import { staffCodec } from './codecs/staff.ts'
import { namedFiles, namedFolders, type Reading, readSource } from './disk.ts'
import { isDocumentNumber } from './fields.ts'
import { readYaml, type YamlCodec } from './yaml/codec.ts'

function readOne<S, V, C>(reading: Reading, path: string, codec: YamlCodec<S, V, C>, context: C): V | null {
  const source = readSource(reading, path, codec.limit)
  return source === null ? null : readYaml(codec, source, context, reading.problems)
}

export function readItems(reading: Reading): Map<string, Item> {
  const items = readOne(reading, 'catalog.yaml', catalogCodec, undefined) ?? []
  return new Map(items.map((item) => [item.id, item]))
}

export function readStaff(reading: Reading): readonly StaffMember[] {
  return readOne(reading, 'staff.yaml', staffCodec, undefined) ?? []
}

/** Issued documents, or quotes. */
export function readBills(reading: Reading, folder: 'bills' | 'quotes'): Map<string, Bill> {
  const bills = new Map<string, Bill>()
  for (const year of namedFolders(reading, folder, (name) => /^\d{4}$/.test(name)))
    for (const { stem, path } of namedFiles(reading, `${folder}/${year}`, '.yaml', isDocumentNumber)) {
      const bill = readOne(reading, path, billCodec, { number: stem, folder })
      if (bill !== null) bills.set(stem, bill)
    }
  return inOrder(bills)
}

/** Those of some numbers, in whatever year they stand; the others are not looked at. */
export function readBillsNamed(
  reading: Reading,
  folder: 'bills' | 'quotes',
  numbers: Iterable<string>,
): Map<string, Bill> {
  const bills = new Map<string, Bill>()
  const years = namedFolders(reading, folder, (name) => /^\d{4}$/.test(name))
  for (const number of new Set(numbers))
    for (const year of isDocumentNumber(number) ? years : []) {
      const path = `${folder}/${year}/${number}.yaml`
      const bill = readOne(reading, path, billCodec, { number, folder })
      if (bill !== null) bills.set(number, bill)
    }
  return inOrder(bills)
}

export function readMappings(reading: Reading): Map<string, ImportMapping> {
  const mappings = new Map<string, ImportMapping>()
  for (const { stem, path } of namedFiles(reading, 'imports', '.yaml', isCustomerId)) {
    const mapping = readOne(reading, path, mappingCodec, undefined)
    if (mapping !== null) mappings.set(stem, mapping)
  }
  return inOrder(mappings)
}

function inOrder<V>(map: Map<string, V>): Map<string, V> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
