// The little of XML that statements use: elements, attributes, text. Declarations of types and entities are refused, depth is bounded.

export interface Element {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Its own text, trimmed. */
  readonly text: string
  /** Line of the file on which it begins, from 1. */
  readonly line: number
}

interface Open extends Element {
  readonly attributes: Map<string, string>
  readonly children: Element[]
  text: string
}

const deepest = 64
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?]+)([^<>]*?)(\/?)>|([^<]+)|(<)/g

/** The root element, or null where the text is no well-formed XML of that kind. */
export function parseXml(text: string): Element | null {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '', line: 1 }
  const stack: Open[] = [root]
  let line = 1
  for (const found of text.matchAll(token)) {
    const [all, cdata, closing, name, attributes, empty, plain, stray] = found
    const top = stack.at(-1)
    if (stray !== undefined || top === undefined) return null
    if (cdata !== undefined) top.text += cdata
    else if (plain !== undefined) {
      const decoded = decode(plain)
      if (decoded === null) return null
      top.text += decoded
    } else if (name !== undefined && closing === '/') {
      if (stack.length < 2 || top.name !== localName(name)) return null
      stack.pop()
      top.text = top.text.trim()
    } else if (name !== undefined) {
      const element: Open = {
        name: localName(name),
        attributes: attributesOf(attributes ?? ''),
        children: [],
        text: '',
        line,
      }
      top.children.push(element)
      if (empty !== '/') stack.push(element)
      if (stack.length > deepest) return null
    }
    for (let at = all.indexOf('\n'); at >= 0; at = all.indexOf('\n', at + 1)) line++
  }
  const [only] = root.children
  return stack.length === 1 && only !== undefined && root.children.length === 1 ? only : null
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(localName(name), decode(double ?? single ?? '') ?? '')
  }
  return found
}

/** Null for an entity that only a type declaration could define. */
function decode(text: string): string | null {
  let isKnown = true
  const decoded = text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (_, entity: string) => {
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    if (entity.startsWith('#')) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    const known = entities[entity]
    if (known === undefined) isKnown = false
    return known ?? ''
  })
  return isKnown ? decoded : null
}

/** The elements at the end of a path of names, in document order. */
export function all(element: Element | undefined, ...path: readonly string[]): readonly Element[] {
  let found: readonly Element[] = element === undefined ? [] : [element]
  for (const name of path) found = found.flatMap((e) => e.children.filter((c) => c.name === name))
  return found
}

/** The text of the first element there that has any. */
export function textOf(element: Element | undefined, ...path: readonly string[]): string {
  return all(element, ...path).find((e) => e.text !== '')?.text ?? ''
}
