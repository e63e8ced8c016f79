// What an edit means, on the bare tree: the measure that the edited text is held against.
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { isTreeMap, type Path, type Tree, treeMap } from './tree.ts'
import { isOutList, isPlain, type Out } from './write.ts'

export type { Path, Tree } from './tree.ts'

/** As the reader takes it: keys without a value are not there. */
export function treeOf(node: unknown): Tree {
  if (isScalar(node)) return String(node.value)
  if (isSeq(node)) return node.items.map((item) => (isNode(item) ? treeOf(item) : ''))
  const map = treeMap()
  if (isMap(node))
    for (const pair of node.items) {
      const { key, value } = pair
      const empty = !isNode(value) || (isScalar(value) && value.type === 'PLAIN' && value.value === '')
      if (isScalar(key) && !empty) map[String(key.value)] = treeOf(value)
    }
  return map
}

/** What a written value reads as. */
export function toTree(value: Out): Tree {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (isPlain(value)) return value.plain
  if (isOutList(value)) return value.map(toTree)
  const map = treeMap()
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) map[key] = toTree(inner)
  return map
}

/** A copy with the value set at the path; undefined removes it, and with it what it leaves empty. */
export function setAt(tree: Tree | undefined, path: Path, value: Tree | undefined): Tree {
  return setOrRemove(tree, path, value) ?? treeMap()
}

function setOrRemove(tree: Tree | undefined, path: Path, value: Tree | undefined): Tree | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(tree) ? [...tree] : []
    const inner = setOrRemove(list[step], rest, value)
    if (inner === undefined) list.splice(step, 1)
    else list[Math.min(step, list.length)] = inner
    return list.length === 0 ? undefined : list
  }
  const map = Object.assign(treeMap(), isTreeMap(tree) ? tree : {})
  const inner = setOrRemove(map[step], rest, value)
  if (inner === undefined) delete map[step]
  else map[step] = inner
  return Object.keys(map).length === 0 ? undefined : map
}

/** The order of keys does not count; empty maps and lists are not there. */
export function equalTrees(a: Tree, b: Tree): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(tree: Tree): unknown {
  if (Array.isArray(tree)) return tree.map(sorted)
  if (!isTreeMap(tree)) return tree
  return Object.entries(tree)
    .filter(([, value]) => typeof value === 'string' || Object.keys(value).length > 0)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, value]) => [key, sorted(value)])
}
