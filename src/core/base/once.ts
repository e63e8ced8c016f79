// Computing on the first question and remembering the answer.

export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

/** The same for each index from 0. The value must not be undefined. */
export function oncePerIndex<T extends NonNullable<unknown> | null>(
  compute: (index: number) => T,
): (index: number) => T {
  const known: T[] = []
  return (index) => {
    const value = known[index]
    if (value !== undefined) return value
    const computed = compute(index)
    known[index] = computed
    return computed
  }
}
