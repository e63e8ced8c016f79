// New items at the end of the catalogue.
import type { Item } from '../core/book/catalog.ts'
import { itemTree, writeCatalog } from './codecs/catalog.ts'
import { addKeys } from './yaml/edit.ts'

/** The ids must be new. */
export function addItems(text: string | null, items: readonly Item[]): string {
  if (text === null) return writeCatalog(items)
  return addKeys(text, ['items'], Object.fromEntries(items.map((item) => [item.id, itemTree(item)])), () => [
    'items',
    'custom',
  ])
}
