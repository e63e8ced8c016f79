// The little of XML that statements use: elements, attributes, text. Declarations of types and entities are refused, depth and size are
// bounded, and elements that come in great numbers are handed over one by one, so that a file of any length takes little memory.
import { withoutHidden } from '../../core/base/hidden.ts'
import { lineCounter } from './lines.ts'

export interface Element {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Its own text, trimmed unless it says `xml:space="preserve"`. */
  readonly text: string
}

/** Why a text is not read, and the line it was noticed on, from 1. */
export interface XmlFault {
  readonly fault: 'cut' | 'malformed' | 'declaration' | 'entity' | 'too-deep' | 'too-large'
  readonly line: number
}

export interface Apart {
  /** Elements of this name are not kept but given to `take`, whole, with the one they stand in and the line they begin on. */
  readonly name: string
  take(element: Element, within: Element, line: number): void
}

interface Open extends Element {
  children: Element[]
  text: string
  readonly at: number
  /** Elements that were held when it began. */
  readonly held: number
}

const deepest = 64
/** Elements held at a time: a report without its entries has a few hundred, an entry seldom more. */
const largest = 1_000_000
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const noAttributes: ReadonlyMap<string, string> = new Map()
/** What every element without children has; never written to. */
const noChildren: Element[] = []

/** The root element. */
export function parseXml(text: string, apart?: Apart): Element | XmlFault {
  const root: Open = { name: '', attributes: noAttributes, children: noChildren, text: '', at: 0, held: 0 }
  const stack: Open[] = [root]
  const lines = lineCounter(text)
  const names = tagReader()
  const fault = (why: XmlFault['fault'], at: number): XmlFault => ({ fault: why, line: lines(at) })
  let held = 0
  let at = 0
  const close = (element: Open, within: Open) => {
    if (!keepsSpace(element)) element.text = element.text.trimEnd()
    if (apart !== undefined && element.name === apart.name) {
      apart.take(element, within, lines(element.at))
      held = element.held
    } else if (within.children === noChildren) within.children = [element]
    else within.children.push(element)
  }
  while (at < text.length) {
    const top = stack.at(-1) ?? root
    const lt = text.indexOf('<', at)
    const end = lt < 0 ? text.length : lt
    if (end > at) {
      const said = decode(text.slice(at, end))
      if (said === null) return fault('entity', at)
      top.text = top.text === '' && !keepsSpace(top) ? said.trimStart() : top.text + said
    }
    if (lt < 0) break
    const next = text.charAt(lt + 1)
    if (next === '!' || next === '?') {
      const special = specialAt(text, lt)
      if (typeof special === 'string') return fault(special, lt)
      top.text += special.text
      at = special.end
      continue
    }
    const gt = endOfTag(text, lt)
    if (gt < 0) return fault('cut', lt)
    at = gt + 1
    if (next === '/') {
      const within = stack[stack.length - 2]
      if (within === undefined || top.name !== names(text.slice(lt + 2, gt))?.name) return fault('malformed', lt)
      stack.pop()
      close(top, within)
      continue
    }
    const isEmpty = text.charAt(gt - 1) === '/'
    const tag = names(text.slice(lt + 1, isEmpty ? gt - 1 : gt))
    if (tag === null) return fault('malformed', lt)
    const { name, attributes } = tag
    const element: Open = { name, attributes, children: noChildren, text: '', at: lt, held }
    if (++held > largest) return fault('too-large', lt)
    if (stack.length > deepest) return fault('too-deep', lt)
    if (isEmpty) close(element, top)
    else stack.push(element)
  }
  if (stack.length > 1) return fault('cut', text.length)
  const [only] = root.children
  return only !== undefined && root.children.length === 1 && root.text.trim() === '' ? only : fault('malformed', 0)
}

function keepsSpace(element: Element): boolean {
  return element.attributes.size > 0 && element.attributes.get('space') === 'preserve'
}

export function isXmlFault(parsed: Element | XmlFault): parsed is XmlFault {
  return 'fault' in parsed
}

/** A comment, an instruction, a section of plain text; whatever else begins with `<!` declares types or entities. */
function specialAt(text: string, at: number): { readonly text: string; readonly end: number } | 'cut' | 'declaration' {
  const [opening, closing] = text.startsWith('<!--', at)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : text.startsWith('<?', at)
        ? ['<?', '?>']
        : ['', '']
  if (opening === '') return 'declaration'
  const end = text.indexOf(closing, at + opening.length)
  if (end < 0) return 'cut'
  return { text: opening === '<![CDATA[' ? text.slice(at + opening.length, end) : '', end: end + closing.length }
}

/** The `>` that ends the tag at `at`; one within quotes does not. */
function endOfTag(text: string, at: number): number {
  let quote = 0
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 0x3e) return i
    else if (c === 0x22 || c === 0x27) quote = c
  }
  return -1
}

type Tag = Pick<Element, 'name' | 'attributes'>

/** Tags of a statement repeat, so what each comes to is remembered. */
function tagReader(): (inside: string) => Tag | null {
  const known = new Map<string, Tag | null>()
  return (inside) => {
    const found = known.get(inside)
    if (found !== undefined) return found
    const tag = tagOf(inside.trimEnd())
    if (known.size < 10_000) known.set(inside, tag)
    return tag
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function tagOf(inside: string): Tag | null {
  const found = /^([^\s<>/!?="']+)(?:\s([\s\S]*))?$/.exec(inside)
  if (found === null) return null
  const attributes = found[2] === undefined ? '' : found[2].trim()
  return { name: localName(found[1] ?? ''), attributes: attributes === '' ? noAttributes : attributesOf(attributes) }
}

/** In one pass: a pattern that begins anew at every character needs the square of a long tag. What has no value is passed over. */
function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    const name = text.slice(at, equals).trimEnd().split(/\s/).at(-1) ?? ''
    let open = equals + 1
    while (/\s/.test(text.charAt(open))) open++
    const quote = text.charAt(open)
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1
    if (close < 0) at = equals + 1
    else {
      if (name !== '') found.set(localName(name), decode(text.slice(open + 1, close)) ?? '')
      at = close + 1
    }
  }
  return found
}

/** Null for an entity that only a type declaration could define. */
function decode(text: string): string | null {
  if (!text.includes('&')) return text
  let isKnown = true
  const decoded = text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (_, entity: string) => {
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    if (entity.startsWith('#')) return code > 0 && code <= 0x10ffff ? withoutHidden(String.fromCodePoint(code)) : ''
    const known = entities[entity]
    if (known === undefined) isKnown = false
    return known ?? ''
  })
  return isKnown ? decoded : null
}

/** The elements at the end of a path of names, in document order. */
export function all(element: Element | undefined, ...path: readonly string[]): readonly Element[] {
  const found: Element[] = []
  if (element !== undefined) gather(element, path, 0, found)
  return found
}

function gather(element: Element, path: readonly string[], at: number, found: Element[]): void {
  if (at === path.length) found.push(element)
  else for (const child of element.children) if (child.name === path[at]) gather(child, path, at + 1, found)
}

/** The text of the first element there that has any. */
export function textOf(element: Element | undefined, ...path: readonly string[]): string {
  return element === undefined ? '' : textAt(element, path, 0)
}

function textAt(element: Element, path: readonly string[], at: number): string {
  if (at === path.length) return element.text
  for (const child of element.children) {
    if (child.name !== path[at]) continue
    const text = textAt(child, path, at + 1)
    if (text !== '') return text
  }
  return ''
}
