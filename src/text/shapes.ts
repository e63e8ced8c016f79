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

/** Answers any parameter's name with ‹name›, which also passes for a list of one and for a number in a text. */
const placeholders: Readonly<Record<string, unknown>> = new Proxy({}, { get: (_, name) => placeholder(String(name)) })

function placeholder(name: string): unknown {
  const shown = `‹${name}›`
  return Object.assign([shown], {
    toString: () => shown,
    [Symbol.toPrimitive]: () => shown,
    replaceAll: () => shown,
    toFixed: () => shown,
  })
}
