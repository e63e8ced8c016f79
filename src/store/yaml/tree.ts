// YAML as the book uses it: maps, lists and texts. What a text means is decided by the schema, never by how it looks.

/** Every scalar is the text that was written; a key without a value is left out. Maps have no prototype. */
export type Tree = string | Tree[] | TreeMap
export type TreeMap = { [key: string]: Tree }

export type Path = readonly (string | number)[]

export function treeMap(): TreeMap {
  return Object.create(null)
}

export function isTreeMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === 'object' && !Array.isArray(tree)
}

export function treeAt(tree: Tree | undefined, path: Path): Tree | undefined {
  let at = tree
  for (const step of path) {
    if (Array.isArray(at) && typeof step === 'number') at = at[step]
    else if (isTreeMap(at) && typeof step === 'string') at = at[step]
    else return undefined
  }
  return at
}

/** Key order counts: two files that say the same in another order are not the same. */
export function sameTree(a: Tree | undefined, b: Tree | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Keys that could reach the prototype of an object somewhere downstream. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}
