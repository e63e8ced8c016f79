// The message of every problem code with ‹name› where a value will stand: the index of `crm help errors`.
import type { Catalogue, Sentence } from './catalogue.ts'

export interface Shape {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** In order of code. Sentences are called with placeholders instead of values, so that no list of parameters is kept twice. */
export function problemShapes(catalogue: Catalogue): readonly Shape[] {
  return Object.entries(catalogue.problems)
    .map(([code, sentence]) => {
      const { message, hint = '' } = withPlaceholders(sentence)
      return { code, message, hint }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function withPlaceholders(sentence: (params: never) => Sentence): Sentence {
  return sentence(placeholders as never)
}

/** Answers any parameter's name with ‹name›, which also passes for a number in a text, for a list of one, and for a group of values. */
const placeholders: Readonly<Record<string, unknown>> = new Proxy({}, { get: (_, name) => placeholder(String(name)) })

function placeholder(name: string): unknown {
  const shown = `‹${name}›`
  const list: unknown[] = []
  const stand = new Proxy(list, {
    get(target, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'valueOf') return () => shown
      if (key in target) return Reflect.get(target, key)
      const method: unknown = Reflect.get(String.prototype, key)
      if (typeof method === 'function') return method.bind(shown)
      return typeof key === 'symbol' ? undefined : placeholder(key)
    },
  })
  list.push(stand)
  return stand
}
