// Brings the table of verbs, the flags and the catalogue together for help pages.
import type { HelpPages } from './commands/input.ts'
import type { Verb } from './commands/verb.ts'
import type { Language } from './core/book/customer.ts'
import { globalOptions, longName } from './line.ts'
import { helpPage, verbPage } from './render/help.ts'
import { catalogueOf, helpOf } from './text/load.ts'
import { findVerb, type VerbEntry, verbs } from './verbs.ts'

/** `crm --help`. */
export async function pageOfAll(language: Language): Promise<string> {
  return helpPage((await catalogueOf(language)).frame, verbs, await helpOf(language))
}

/** `crm help VERB`. */
export async function pageOfVerb(entry: VerbEntry, verb: Verb, language: Language): Promise<string> {
  const help = (await helpOf(language))[entry.name] ?? {
    summary: '',
    description: '',
    arguments: {},
    options: {},
    examples: [],
  }
  const own = new Set(verb.options.map(longName))
  const shape = { name: entry.name, arguments: verb.arguments, options: verb.options }
  return verbPage(
    (await catalogueOf(language)).frame,
    shape,
    help,
    globalOptions.filter((o) => !own.has(longName(o))),
  )
}

/** The pages as the verb `help` asks for them. */
export function helpPages(language: Language): HelpPages {
  return {
    verbs: verbs.map((v) => v.name),
    all: () => pageOfAll(language),
    verb: async (name) => {
      const entry = findVerb(name)
      return entry === undefined ? '' : pageOfVerb(entry, await entry.load(), language)
    },
  }
}
