// Help pages, at most 80 columns, made from the table of verbs and the catalogue.
import { type Group, groups } from '../core/base/groups.ts'
import type { FrameText, VerbHelp } from '../text/catalogue.ts'
import { displayWidth, padEnd, wrap } from './width.ts'

const pageWidth = 80

export interface HelpVerb {
  readonly name: string
  readonly group: Group
  readonly daily: boolean
}

/** Two columns; texts wrap within the page, hanging under their own column. */
function definitions(pairs: readonly (readonly [string, string])[]): string {
  const left = Math.min(30, Math.max(0, ...pairs.map(([term]) => displayWidth(term)))) + 4
  return pairs
    .map(([term, text]) => {
      const lines = wrap(text, pageWidth - left)
      const first = displayWidth(term) + 4 > left ? `  ${term}\n${' '.repeat(left)}` : padEnd(`  ${term}`, left)
      return first + lines.join(`\n${' '.repeat(left)}`)
    })
    .join('\n')
}

function paragraphs(text: string, indent: number): string {
  const pad = ' '.repeat(indent)
  return text
    .split('\n')
    .flatMap((paragraph) => (paragraph === '' ? [''] : wrap(paragraph, pageWidth - indent).map((l) => pad + l)))
    .join('\n')
}

/** `crm --help`. */
export function helpPage(
  frame: FrameText,
  verbs: readonly HelpVerb[],
  help: Readonly<Record<string, VerbHelp>>,
): string {
  const line = (v: HelpVerb): readonly [string, string] => [v.name, help[v.name]?.summary ?? '']
  const section = (title: string, list: readonly HelpVerb[]) =>
    list.length === 0 ? [] : [`${title}:\n${definitions(list.map(line))}`]
  const daily = section(
    frame.daily,
    verbs.filter((v) => v.daily),
  )
  const others = groups.flatMap((g) =>
    section(
      frame.groups[g],
      verbs.filter((v) => v.group === g && !v.daily),
    ),
  )
  return `${[`crm — ${frame.tagline}`, `${frame.usage}: crm [flags] <verb> [arguments]`, ...daily, ...others, frame.moreHelp].join('\n\n')}\n`
}

export interface VerbShape {
  readonly name: string
  readonly arguments: readonly string[]
  readonly options: readonly string[]
}

/** `crm help VERB`: `global` are the flags that every verb takes. */
export function verbPage(frame: FrameText, verb: VerbShape, help: VerbHelp, global: readonly string[]): string {
  const bare = (a: string) => a.replace(/[<>[\].]/g, '')
  const long = (o: string) => /--([a-z0-9-]+)/.exec(o)?.[1] ?? ''
  const own = verb.options.map((o): readonly [string, string] => [o, help.options[long(o)] ?? ''])
  const shared = global.map((o): readonly [string, string] => [o, frame.globalOptions[long(o)] ?? ''])
  const args = verb.arguments.map((a): readonly [string, string] => [bare(a), help.arguments[bare(a)] ?? ''])
  const examples = help.examples.map(([command, what]) => `${paragraphs(command, 2)}\n${paragraphs(what, 6)}`)
  const parts = [
    `crm ${verb.name} — ${help.summary}`,
    paragraphs(`${frame.usage}: crm ${[verb.name, ...verb.arguments].join(' ')} [flags]`, 0),
    paragraphs(help.description, 0),
    ...(args.length === 0 ? [] : [`${frame.argumentsTitle}:\n${definitions(args)}`]),
    ...(own.length === 0 ? [] : [`${frame.optionsTitle}:\n${definitions(own)}`]),
    `${frame.globalTitle}:\n${definitions(shared)}`,
    ...(examples.length === 0 ? [] : [`${frame.examplesTitle}:\n${examples.join('\n')}`]),
  ]
  return `${parts.join('\n\n')}\n`
}
