// Several values by one key, for hundreds of thousands of keys of which most have one value: a hash table in a few flat arrays.
// The built-in Map with a list for each key takes several times as long to fill, and as much memory.

export interface ManyMap<V> {
  add(key: string, value: V): void
  /** In the order in which they were added; empty for a key that is not there. */
  get(key: string): readonly V[]
  has(key: string): boolean
}

const nothing: readonly never[] = []
const none = -1

/** `expected`: about how many entries there will be; more may come. */
export function manyMap<V>(expected = 0): ManyMap<V> {
  const keys: string[] = []
  const values: V[] = []
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, expected)))
  let hashes = new Int32Array(size)
  // Of each entry, the one before it in the same slot.
  let before = new Int32Array(size)
  let slots = new Int32Array(2 * size).fill(none)
  const grow = () => {
    const known = hashes
    hashes = new Int32Array(known.length * 2)
    hashes.set(known)
    before = new Int32Array(hashes.length)
    slots = new Int32Array(hashes.length * 2).fill(none)
    for (let i = 0; i < known.length; i++) link(i, known[i] ?? 0)
  }
  const link = (entry: number, hash: number) => {
    const slot = hash & (slots.length - 1)
    before[entry] = slots[slot] ?? none
    slots[slot] = entry
  }
  return {
    add(key, value) {
      const entry = keys.length
      if (entry === hashes.length) grow()
      const hash = hashOf(key)
      hashes[entry] = hash
      link(entry, hash)
      keys.push(key)
      values.push(value)
    },
    get(key) {
      const hash = hashOf(key)
      let found: V[] | undefined
      for (let i = slots[hash & (slots.length - 1)] ?? none; i !== none; i = before[i] ?? none) {
        const value = values[i]
        if (hashes[i] !== hash || keys[i] !== key || value === undefined) continue
        if (found === undefined) found = [value]
        else found.push(value)
      }
      return found === undefined ? nothing : found.length === 1 ? found : found.reverse()
    },
    has(key) {
      const hash = hashOf(key)
      for (let i = slots[hash & (slots.length - 1)] ?? none; i !== none; i = before[i] ?? none)
        if (hashes[i] === hash && keys[i] === key) return true
      return false
    },
  }
}

/** FNV-1a over the code units, mixed once more because the low bits choose the slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
