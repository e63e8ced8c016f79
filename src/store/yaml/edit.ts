// Edits YAML in place: what did not change keeps its bytes, comments, order and quotes. Every edit is read back before it counts.
import { isMap, isNode, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'
import { type Block, contentEnd, keyOffset, lineEnd, lineStart, parseForEdit, type Splice } from './block.ts'
import { equalTrees, type Path, setAt, type Tree, toTree, treeOf } from './tree-edit.ts'
import { isPlain, type Out, type OutMap, writeFlow, writeItem, writeMap, writePair, writeValue } from './write.ts'
import { writeLike } from './write-like.ts'

/** The canonical order of the keys of the map at a path; keys that it does not name go to the end. */
export type KeyOrder = (path: Path) => readonly string[]

export interface YamlEdit {
  readonly path: Path
  /** Undefined removes what is there. */
  readonly value: Out
}

/** A text that the reader accepts, with one thing changed; throws when the path leads through a scalar or beyond a list's end. */
export function editYaml(text: string, edit: YamlEdit, order: KeyOrder): string {
  const block = parseForEdit(text)
  const expected = setAt(treeOf(block.root), edit.path, edit.value === undefined ? undefined : toTree(edit.value))
  if (equalTrees(expected, treeOf(block.root))) return text
  const attempts: (() => string)[] = [
    () => apply(block, changeIn(block, edit, order)),
    () => rewriteTop(block, edit, expected, order),
  ]
  for (const attempt of attempts) {
    const edited = attempt()
    if (says(edited, expected)) return edited
  }
  throw new Error(`an edit of ${edit.path.join('.')} would not have said what it should`)
}

/** Adds keys to the map at a path, all at its end; makes the map when it is not there. */
export function addKeys(text: string, path: Path, entries: OutMap, order: KeyOrder): string {
  const block = parseForEdit(text)
  const map = nodeAt(block, path)
  if (!isMap(map) || map.flow === true || map.items.length === 0) return editYaml(text, { path, value: entries }, order)
  const at = afterPair(block, map.items[map.items.length - 1])
  return apply(block, [{ from: at, to: at, text: writeMap(entries, columnOf(block, map)) }])
}

function says(text: string, expected: Tree): boolean {
  try {
    return equalTrees(treeOf(parseForEdit(text).root), expected)
  } catch {
    return false
  }
}

/** Splices must not overlap; given in any order. */
function apply(block: Block, splices: readonly Splice[]): string {
  let text = block.text
  for (const { from, to, text: inserted } of [...splices].sort((a, b) => b.from - a.from)) {
    const missing = from === block.text.length && from > 0 && !block.text.endsWith('\n') && from === to ? '\n' : ''
    text = text.slice(0, from) + (missing + inserted).replaceAll('\n', block.eol) + text.slice(to)
  }
  return text
}

/** The last resort: the whole top-level key written anew. Its comments go; the rest of the file stays. */
function rewriteTop(block: Block, { path }: YamlEdit, expected: Tree, order: KeyOrder): string {
  const key = path[0] ?? ''
  const value = typeof expected === 'object' && !Array.isArray(expected) ? expected[key] : undefined
  const without = apply(block, changeIn(block, { path: [key], value: undefined }, order))
  return value === undefined
    ? without
    : apply(parseForEdit(without), changeIn(parseForEdit(without), { path: [key], value }, order))
}

function nodeAt(block: Block, path: Path): unknown {
  let node: unknown = block.root
  for (const step of path) {
    if (isMap(node)) node = pairOf(node, String(step))?.value
    else if (isSeq(node)) node = node.items[Number(step)]
    else return undefined
  }
  return node
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((p) => isScalar(p.key) && String(p.key.value) === key)
}

function changeIn(block: Block, { path, value }: YamlEdit, order: KeyOrder): Splice[] {
  let node: ParsedNode | null = block.root
  if (node === null) return value === undefined ? [] : [append(block, nested(path, value))]
  for (let i = 0; ; i++) {
    const step = path[i] ?? ''
    const rest = path.slice(i + 1)
    const last = rest.length === 0
    if (isMap(node)) {
      const pair = pairOf(node, String(step))
      if (pair === undefined)
        return value === undefined
          ? []
          : addPair(block, { map: node, key: String(step), value: nested(rest, value), order: order(path.slice(0, i)) })
      const below: unknown = pair.value
      if (!last && canEnter(below)) node = below
      else if (!last && isNode(below) && (isMap(below) || isSeq(below)))
        return setPair(block, node, pair, outOfTree(setAt(treeOf(below), rest, value && toTree(value))))
      else if (value === undefined) return removePair(block, path.slice(0, i), node, pair)
      else return setPair(block, node, pair, nested(rest, value))
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (item === undefined) return value === undefined ? [] : [addItem(block, node, nested(rest, value))]
      if (!last && canEnter(item)) node = item
      else if (value === undefined && last) return removeItem(block, path.slice(0, i), node, Number(step))
      else return [replaceItem(block, item, nested(rest, value))]
    } else throw new RangeError(`nothing lies below ${path.slice(0, i).join('.')}`)
  }
}

/** A collection in block form with something in it; flow collections are written anew as a whole. */
function canEnter(node: unknown): node is ParsedNode & (YAMLMap | YAMLSeq) {
  return (isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0
}

function nested(path: Path, value: Out): Out {
  return path.reduceRight<Out>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

function append(block: Block, value: Out): Splice {
  const at = block.text.length
  return { from: at, to: at, text: isOutMap(value) ? writeMap(value) : '' }
}

function isOutMap(value: Out): value is OutMap {
  return typeof value === 'object' && !Array.isArray(value) && !isPlain(value)
}

/** Scalars in trees are texts. */
function outOfTree(tree: Tree): Out {
  return tree
}

function columnOf(block: Block, map: YAMLMap): number {
  const first = map.items[0]
  const start = first === undefined ? 0 : keyOffset(first)
  return start - lineStart(block, start)
}

/** Where a new line after a pair begins. */
function afterPair(block: Block, pair: Pair | undefined): number {
  return pair === undefined ? block.text.length : lineEnd(block, contentEnd(block, pair))
}

interface NewPair {
  readonly map: YAMLMap
  readonly key: string
  readonly value: Out
  readonly order: readonly string[]
}

/** After the nearest key that canonically comes before it; at the end where the order does not name it. */
function addPair(block: Block, { map, key, value, order }: NewPair): Splice[] {
  const place = order.indexOf(key)
  const rank = (pair: Pair) => (isScalar(pair.key) ? order.indexOf(String(pair.key.value)) : -1)
  const before = map.items.filter((p) => place < 0 || (rank(p) >= 0 && rank(p) < place))
  const previous =
    place < 0
      ? before[before.length - 1]
      : before.reduce<Pair | undefined>((best, p) => (best === undefined || rank(p) > rank(best) ? p : best), undefined)
  const first = map.items[0]
  const text = writePair(key, value, columnOf(block, map))
  if (previous === undefined && first !== undefined) {
    const start = keyOffset(first)
    const line = lineStart(block, start)
    if (block.text.slice(line, start).trim() === '') return [{ from: line, to: line, text }]
  }
  const at = afterPair(block, previous ?? first)
  return [{ from: at, to: at, text }]
}

/** The value after a key, in the style it has where it stays a scalar. */
function setPair(block: Block, map: YAMLMap, pair: Pair, value: Out): Splice[] {
  const old: unknown = pair.value
  const colon = block.text.indexOf(':', isNode(pair.key) ? (pair.key.range?.[1] ?? 0) : 0) + 1
  const indent = columnOf(block, map)
  if (isSeq(old) && canEnter(old) && Array.isArray(value) && value.length > 0) {
    const splices = changeList(block, old, value)
    if (splices !== null) return splices
  }
  if (isNode(old) && (isMap(old) || isSeq(old)) && old.flow === true && old.items.length > 0 && old.range)
    return [{ from: old.range[0], to: old.range[1], text: writeFlow(value) }]
  const like = isScalar(old) ? writeLike(old, value) : null
  if (like !== null && isScalar(old) && old.range) {
    if (old.range[1] === old.range[0]) return [{ from: colon, to: colon, text: ` ${like}` }]
    return [{ from: old.range[0], to: old.range[1], text: like }]
  }
  return [{ from: colon, to: Math.max(colon, contentEnd(block, pair)), text: writeValue(value, indent).slice(0, -1) }]
}

/** Keeps the items that stay in their order, removes the others, adds the new ones at the end; null when nothing would stay. */
function changeList(block: Block, seq: YAMLSeq, values: readonly Out[]): Splice[] | null {
  const splices: Splice[] = []
  let kept = 0
  for (const [i, item] of seq.items.entries()) {
    const next = values[kept]
    if (isNode(item) && next !== undefined && equalTrees(treeOf(item), toTree(next))) kept++
    else splices.push(itemLines(block, seq, i))
  }
  if (kept === 0) return null
  const at = lineEnd(block, contentEnd(block, seq.items[seq.items.length - 1]))
  const column = dashColumn(block, seq)
  const added = values.slice(kept).map((value) => writeItem(value, column))
  return added.length === 0 ? splices : [...splices, { from: at, to: at, text: added.join('') }]
}

function dashColumn(block: Block, seq: YAMLSeq): number {
  const first = seq.items[0]
  const start = isNode(first) ? (first.range?.[0] ?? 0) : 0
  return block.text.lastIndexOf('-', start - 1) - lineStart(block, start)
}

function itemLines(block: Block, seq: YAMLSeq, index: number): Splice {
  const item = seq.items[index]
  const from = lineStart(block, isNode(item) ? (item.range?.[0] ?? 0) : 0)
  return { from, to: lineEnd(block, contentEnd(block, item)), text: '' }
}

function addItem(block: Block, seq: YAMLSeq, value: Out): Splice {
  const at = lineEnd(block, contentEnd(block, seq.items[seq.items.length - 1]))
  return { from: at, to: at, text: writeItem(value, dashColumn(block, seq)) }
}

function replaceItem(block: Block, item: unknown, value: Out): Splice {
  const from = isNode(item) ? (item.range?.[0] ?? 0) : 0
  const like = isScalar(item) ? writeLike(item, value) : null
  const column = from - lineStart(block, from)
  const text = like ?? writeItem(value, column - 2).slice(column, -1)
  return { from, to: contentEnd(block, item), text }
}

function removeItem(block: Block, path: Path, seq: YAMLSeq, index: number): Splice[] {
  return seq.items.length > 1 ? [itemLines(block, seq, index)] : removeAt(block, path)
}

/** Removes the key or item that holds what became empty. */
function removeAt(block: Block, path: Path): Splice[] {
  const step = path[path.length - 1]
  const holder = nodeAt(block, path.slice(0, -1))
  const above = path.slice(0, -1)
  if (isSeq(holder)) return removeItem(block, above, holder, Number(step))
  const pair = isMap(holder) ? pairOf(holder, String(step)) : undefined
  return isMap(holder) && pair !== undefined ? removePair(block, above, holder, pair) : []
}

function removePair(block: Block, path: Path, map: YAMLMap, pair: Pair): Splice[] {
  if (map.items.length === 1 && path.length > 0) return removeAt(block, path)
  const start = keyOffset(pair)
  const line = lineStart(block, start)
  if (block.text.slice(line, start).trim() === '')
    return [{ from: line, to: lineEnd(block, contentEnd(block, pair)), text: '' }]
  const next = map.items[map.items.indexOf(pair) + 1]
  return next === undefined ? [] : [{ from: start, to: keyOffset(next), text: '' }]
}
