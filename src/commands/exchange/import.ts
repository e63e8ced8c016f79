// crm import FILE --as KIND: rows of a foreign table into the book.
import { note } from '../../core/base/problem.ts'
import { importKinds } from '../../core/book/mapping.ts'
import { planImport, rejectText } from '../../core/verbs/import/plan.ts'
import { readForeign } from '../../world/foreign.ts'
import { choiceFlag, flag, missingFlag, requiredArgument, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'
import { mappingWish, opener } from './foreign.ts'

export const importVerb: Verb = {
  arguments: ['<file>'],
  options: [
    '--as <kind>',
    '--map <file>',
    '--account <name>',
    '--create-customers',
    '--reject-file <file>',
    '--encoding <name>',
  ],
  prepare(input, world) {
    const as = choiceFlag(input, 'as', importKinds) ?? missingFlag('as')
    const file = readForeign(world, requiredArgument(input, 0))
    const map = flag(input, 'map')
    const rejectFile = flag(input, 'rejectFile')
    const wish = {
      as,
      open: opener(as, file, flag(input, 'encoding')),
      map: map === undefined ? null : mappingWish(world, map),
      createCustomers: switchOn(input, 'createCustomers'),
      account: flag(input, 'account'),
    }
    return {
      task: 'plan',
      needs: ['customers', 'journal', 'rates', 'bank', 'mappings'],
      plan(book, context) {
        const { rejected, sheet, ...plan } = planImport(book, wish, context)
        if (rejectFile === undefined || sheet === null || rejected.length === 0) return plan
        const kept = note('rejects-kept', { file: rejectFile, count: rejected.length })
        const files = [{ path: rejectFile, text: rejectText(sheet, rejected) }]
        return { ...plan, files, problems: input.global.dryRun ? plan.problems : [...plan.problems, kept] }
      },
    }
  },
}
