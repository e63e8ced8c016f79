// A problem as people read it: place, fault, excerpt with a caret, and what to type.
import type { Problem, ProblemCode } from '../core/base/problem.ts'
import type { Catalogue, Sentence } from '../text/catalogue.ts'
import { paint } from './colour.ts'
import { harmless } from './harmless.ts'
import { displayWidth } from './width.ts'

export interface ProblemStyle {
  readonly catalogue: Catalogue
  readonly colour: boolean
}

/** The sentence for a problem. */
export function sentenceOf<C extends ProblemCode>(found: Problem<C>, catalogue: Catalogue): Sentence {
  const say: (params: Problem<C>['params']) => Sentence = catalogue.problems[found.code]
  return say(found.params)
}

/** `customers/acme.yaml:3:8`; empty when there is no place. */
export function placeOf(found: Problem): string {
  const { file, line, column } = found.where ?? {}
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

const colours = { error: 'red', warning: 'yellow', note: 'cyan' } as const

/**
 * Lines ending in a newline: `error: place: message`, two lines of the file with a caret, `hint: …`.
 * A note without a place is its message alone.
 */
export function renderProblem(found: Problem, style: ProblemStyle): string {
  const { words } = style.catalogue
  const { message, hint } = sentenceOf(found, style.catalogue)
  const place = placeOf(found)
  const label = found.severity === 'note' && place === '' ? '' : `${words[found.severity].toLowerCase()}: `
  const painted = paint(label, ['bold', colours[found.severity]], style.colour)
  const lines = [`${painted}${place === '' ? '' : `${harmless(place)}: `}${harmless(message)}`]
  lines.push(...excerpt(found))
  if (hint !== undefined) lines.push(`${words.hint}: ${harmless(hint)}`)
  return `${lines.join('\n')}\n`
}

/** Longer lines are cut: the excerpt is for orientation. */
const longest = 200

function excerpt(found: Problem): string[] {
  const { line = 1, column, excerpt: texts = [] } = found.where ?? {}
  const gutter = String(line + Math.max(0, texts.length - 1)).length
  const shown = texts.slice(0, 2).map((text, i) => `${String(line + i).padStart(gutter)} | ${clean(text)}`.trimEnd())
  const [first] = texts
  if (first === undefined || column === undefined || column > longest) return shown.map((s) => `  ${s}`)
  const indent = ' '.repeat(displayWidth(clean(first.slice(0, column - 1))))
  return [shown[0] ?? '', `${' '.repeat(gutter)} | ${indent}^`, ...shown.slice(1)].map((s) => `  ${s}`)
}

function clean(text: string): string {
  return harmless(text.slice(0, longest).replaceAll('\t', ' '))
}
