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

export function manyMap<V>(): ManyMap<V> {
  const keys: string[] = []
  const values: V[] = []
  // Of each entry, the one before it in the same slot.
  let before = new Int32Array(1024)
  let slots = new Int32Array(2048).fill(none)
  const grow = () => {
    const longer = new Int32Array(before.length * 2)
    slots = new Int32Array(longer.length * 2).fill(none)
    keys.forEach((key, i) => {
      const slot = hashOf(key) & (slots.length - 1)
      longer[i] = slots[slot] ?? none
      slots[slot] = i
    })
    before = longer
  }
  const last = (key: string) => slots[hashOf(key) & (slots.length - 1)] ?? none
  return {
    add(key, value) {
      if (keys.length === before.length) grow()
      const slot = hashOf(key) & (slots.length - 1)
      before[keys.length] = slots[slot] ?? none
      slots[slot] = keys.length
      keys.push(key)
      values.push(value)
    },
    get(key) {
      let found: V[] | undefined
      for (let i = last(key); i !== none; i = before[i] ?? none) {
        const value = values[i]
        if (keys[i] !== key || value === undefined) continue
        if (found === undefined) found = [value]
        else found.push(value)
      }
      return found === undefined ? nothing : found.length === 1 ? found : found.reverse()
    },
    has(key) {
      for (let i = last(key); i !== none; i = before[i] ?? none) if (keys[i] === key) return true
      return false
    },
  }
}

/** FNV-1a over the code units, mixed once more because the low bits choose the slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
