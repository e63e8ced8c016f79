// A list whose items are made when they are asked for: most commands look at a few of a hundred thousand customers.

/** An array for whoever reads it; each item is made once. */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  const made: T[] = []
  made.length = length
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' ? Number(key) : Number.NaN
    return Number.isInteger(index) && index >= 0 && index < length ? index : -1
  }
  return new Proxy(made, {
    // The methods of arrays pass over what is not there.
    has: (target, key) => indexOf(key) >= 0 || Reflect.has(target, key),
    get(target, key) {
      const index = indexOf(key)
      if (index < 0) return Reflect.get(target, key)
      if (!Object.hasOwn(target, index)) target[index] = make(index)
      return target[index]
    },
  })
}
