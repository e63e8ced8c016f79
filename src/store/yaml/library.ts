// The careful reader of YAML: the `yaml` library under failsafe rules, with every finding at its line and column.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
} from 'yaml'
import { type Problem, problem } from '../../core/base/problem.ts'
import type { YamlFeature } from '../../core/base/problems/store.ts'
import { withoutStacks } from '../../core/base/stackless.ts'
import { placeOf, type Source } from '../source.ts'
import { maxDepth, tooDeep } from './depth.ts'
import { isForbiddenKey, type Path, type Tree, treeMap } from './tree.ts'

export interface ParsedYaml {
  readonly tree: Tree
  readonly document: Document<ParsedNode>
  /** Offset of the value at the path (or of its key), or of the nearest thing above it that is there. */
  locate(path: Path, what: 'value' | 'key'): number
}

/** Null when the text is no YAML that a book may hold; problems say all that is wrong with it. */
export function parseYaml(source: Source, problems: Problem[]): ParsedYaml | null {
  const before = problems.length
  const refuse = (offset: number, feature: YamlFeature) =>
    problems.push(problem('yaml-feature', { feature }, placeOf(source, offset)))
  const deep = tooDeep(source.text)
  if (deep !== null) {
    refuse(deep, 'depth')
    return null
  }
  const document = parsed(source, problems)
  if (document === null) return null
  if (/^%/m.test(source.text) && source.text.search(/^%/m) < (document.contents?.range[0] ?? 0))
    refuse(source.text.search(/^%/m), 'directive')
  const tree = document.contents === null ? treeMap() : plain(document.contents, { source, problems, refuse })
  if (problems.length > before || tree === undefined) return problems.length > before ? null : emptyYaml(document)
  return { tree, document, locate: (path, what) => offsetOf(document, path, what) }
}

function emptyYaml(document: Document<ParsedNode>): ParsedYaml {
  return { tree: treeMap(), document, locate: () => 0 }
}

/** Of one file; whoever has mended so many finds the others. */
const mostErrors = 20

/** The library's own errors carry content of the file; only their codes and places go on. It may also throw on hostile input. */
function parsed(source: Source, problems: Problem[]): Document<ParsedNode> | null {
  try {
    const document = withoutStacks(() =>
      parseDocument(source.text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
        strict: true,
      }),
    )
    for (const { code, pos } of document.errors.slice(0, mostErrors))
      problems.push(problem('yaml-broken', { reason: code }, placeOf(source, pos[0])))
    return document.errors.length > 0 ? null : document
  } catch {
    problems.push(problem('yaml-broken', { reason: 'IMPOSSIBLE' }, { file: source.file }))
    return null
  }
}

interface Walk {
  readonly source: Source
  readonly problems: Problem[]
  readonly refuse: (offset: number, feature: YamlFeature) => void
}

/** Undefined for nothing at all. */
function plain(node: Node, walk: Walk, depth = 0): Tree | undefined {
  const start = node.range?.[0] ?? 0
  if (depth > maxDepth) {
    walk.refuse(start, 'depth')
    return undefined
  }
  if (isAlias(node)) {
    walk.refuse(start, 'alias')
    return undefined
  }
  if ('anchor' in node && node.anchor !== undefined) walk.refuse(start, 'anchor')
  if (node.tag !== undefined) walk.refuse(start, 'tag')
  if (isScalar(node)) return isEmpty(node) ? undefined : String(node.value)
  if (isSeq(node)) return node.items.map((item) => (isNode(item) ? (plain(item, walk, depth + 1) ?? '') : ''))
  return isMap(node) ? plainMap(node.items, walk, depth) : undefined
}

/** A value that is not there: `key:` and nothing after it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === ''
}

function plainMap(pairs: readonly Pair[], walk: Walk, depth: number): Tree {
  const map = treeMap()
  const seen = new Map<string, number>()
  for (const pair of pairs) {
    const key = keyOf(pair, walk)
    if (key === null) continue
    const first = seen.get(key.text)
    const where = () => placeOf(walk.source, key.offset)
    if (first !== undefined) {
      const line = placeOf(walk.source, first).line ?? 1
      walk.problems.push(problem('duplicate-key', { key: key.text, line }, where()))
      continue
    }
    seen.set(key.text, key.offset)
    if (key.text === '<<') walk.refuse(key.offset, 'merge')
    else if (isForbiddenKey(key.text)) walk.problems.push(problem('forbidden-key', { key: key.text }, where()))
    else {
      const value = isNode(pair.value) ? plain(pair.value, walk, depth + 1) : undefined
      if (value !== undefined) map[key.text] = value
    }
  }
  return map
}

function keyOf(pair: Pair, walk: Walk): { text: string; offset: number } | null {
  const { key } = pair
  const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
  if (isScalar(key) && key.anchor === undefined && key.tag === undefined) return { text: String(key.value), offset }
  walk.refuse(offset, isAlias(key) ? 'alias' : 'complex-key')
  return null
}

function offsetOf(document: Document, path: Path, what: 'value' | 'key'): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === step)
      if (!isPair(pair)) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      if (what === 'key' && i === path.length - 1) return offset
      node = pair.value
    } else if (isSeq(node)) node = node.items[Number(step)]
    else return offset
    if (isNode(node) && !isEmpty(node)) offset = node.range?.[0] ?? offset
  }
  return offset
}
