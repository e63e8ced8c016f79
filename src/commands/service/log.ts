// crm log CUSTOMER KIND [SUBJECT]: one row of contact; every column of the activity file is a flag.
import { type ActivityKind, activityKinds } from '../../core/book/activity.ts'
import { type LogField, logFields, planLog } from '../../core/verbs/log/plan.ts'
import { catalogueOf } from '../../text/load.ts'
import { argument, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const log: Verb = {
  arguments: ['<customer>', '<kind>', '[subject]'],
  options: ['--date <day>', ...logFields.map((f) => `--${f} <${placeholder(f)}>`)],
  async prepare(input) {
    const values = logFields.flatMap((f): (readonly [LogField, string])[] => {
      const value = flag(input, f) ?? (f === 'subject' ? argument(input, 2) : undefined)
      return value === undefined ? [] : [[f, oneLine(value)]]
    })
    const wish = {
      customer: requiredArgument(input, 0),
      kind: requiredArgument(input, 1),
      date: dayFlag(input, 'date') ?? input.today,
      fields: Object.fromEntries(values),
      kindNames: await kindNames(),
    }
    return {
      task: 'plan',
      needs: ['customers', 'staff', 'journal', 'activity'],
      plan: (book, context) => planLog(book, wish, context),
    }
  },
}

function placeholder(field: (typeof logFields)[number]): string {
  if (field === 'due') return 'day'
  if (field === 'rating' || field === 'minutes') return 'number'
  return field === 'currency' ? 'code' : field
}

/** A row of a file is one line. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** The kinds as each language names them, in lower case. */
async function kindNames(): Promise<ReadonlyMap<string, ActivityKind>> {
  const names = new Map<string, ActivityKind>()
  for (const language of ['en', 'zh'] as const) {
    const { words } = await catalogueOf(language)
    for (const kind of activityKinds) names.set(words[kind].toLowerCase(), kind)
  }
  return names
}
