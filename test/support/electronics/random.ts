// Numbers that look random and are the same on every machine: the example book must come out byte for byte.

export interface Random {
  /** From `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  chance(share: number): boolean
}

/** mulberry32 by Tommy Ettinger, public domain: 32 bits of state, enough for a sample. */
export function seeded(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { int, pick: (from) => from[int(0, from.length - 1)] ?? from[0], chance: (share) => next() < share }
}
