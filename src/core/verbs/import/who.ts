// The customer a foreign row speaks of: by id, alias or name, or a new one where the user wants that.
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { customerBytes, mostBrackets } from '../../book/file-limits.ts'
import { nameKey } from '../../book/name-key.ts'
import type { Context } from '../../book/plan.ts'
import { newCustomerId } from '../../book/slug.ts'
import type { Cells } from './reader.ts'

export interface People {
  find(text: string): Customer | 'unknownCustomer' | 'ambiguousCustomer'
  /** Takes an id that nobody has; names and aliases of the new customer are found from now on. */
  add(customer: Customer): void
  newId(wish: string, kind: Customer['kind']): string
  readonly added: readonly Customer[]
  has(id: string): boolean
}

export function people(book: Book, context: Context): People {
  const byId = new Map(book.customers)
  const byName = new Map<string, Set<string>>()
  const added: Customer[] = []
  const survivor = (id: string): Customer | undefined => {
    let current = byId.get(id)
    for (let hops = 0; current?.mergedInto !== undefined && hops < 100; hops++)
      current = byId.get(current.mergedInto) ?? current
    return current
  }
  const learn = (c: Customer) => {
    for (const name of [c.name, ...c.aliases]) {
      const key = nameKey(name)
      const ids = byName.get(key)
      if (ids === undefined) byName.set(key, new Set([c.id]))
      else ids.add(c.id)
    }
  }
  for (const c of book.customers.values()) learn(c)
  return {
    added,
    has: (id) => byId.has(id),
    find(text) {
      const key = nameKey(text)
      const exact = survivor(text) ?? survivor(key)
      if (exact !== undefined) return exact
      const found = new Map([...(byName.get(key) ?? [])].map((id) => [survivor(id)?.id, survivor(id)]))
      if (found.size > 1) return 'ambiguousCustomer'
      const [only] = found.values()
      return only ?? 'unknownCustomer'
    },
    newId: (wish, kind) => newCustomerId(wish, kind, byId, context.romanise),
    add(customer) {
      byId.set(customer.id, customer)
      learn(customer)
      added.push(customer)
    },
  }
}

/** A customer of whom only a name or a number is known; the number stays as an alias where it is neither id nor name. */
export function bareCustomer(id: string, code: string, name: string): Customer {
  const called = name === '' ? code : name
  const aliases = code === '' || code === id || code === called ? [] : [code]
  return { id, name: called, kind: 'company', aliases, tags: [], contacts: [], payers: [], custom: {} }
}

/** Rejects a row whose customer no file could hold. */
export function rejectUnfit(customer: Customer, cells: Cells, field: string): void {
  const said = JSON.stringify(customer)
  // Of three bytes each, and a little for how they are written.
  if (said.length > customerBytes / 4 || (said.match(/[[{]/g)?.length ?? 0) > mostBrackets)
    cells.reject('unfitText', field, cells.text(field).slice(0, 40))
}
