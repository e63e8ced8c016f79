// crm import FILE --as KIND: rows of a foreign table into the book.
import { note, problem, UserError } from '../../core/base/problem.ts'
import { importKinds } from '../../core/book/mapping.ts'
import { planImports, rejectText } from '../../core/verbs/import/plan.ts'
import { argumentList, choiceFlag, flag, missingFlag, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'
import { describeOptions, describeTask, refuseLayoutFlags } from './describe.ts'
import { mappingWish, opener, writtenAs } from './foreign.ts'
import { readInputs } from './inputs.ts'

export const importVerb: Verb = {
  arguments: ['<file...>'],
  options: [
    '--as <kind>',
    '--map <file>',
    '--account <name>',
    '--create-customers',
    '--reject-file <file>',
    '--encoding <name>',
    '--date <pattern>',
    '--decimal <mark>',
    ...describeOptions,
  ],
  async prepare(input, world) {
    if (switchOn(input, 'describe')) return describeTask(input, world)
    refuseLayoutFlags(input)
    const as = choiceFlag(input, 'as', importKinds) ?? missingFlag('as')
    const { files, problems } = await readInputs(world, argumentList(input, 0))
    if (as !== 'bank' && files.length > 1) throw new UserError([problem('files-many', { as })])
    const encoding = flag(input, 'encoding')
    const map = flag(input, 'map')
    const rejectFile = flag(input, 'rejectFile')
    const wish = {
      as,
      files: files.map((f) => ({ name: f.name, open: opener(as, f, encoding === undefined ? {} : { encoding }) })),
      map: map === undefined ? null : mappingWish(world, map),
      ...writtenAs(input),
      createCustomers: switchOn(input, 'createCustomers'),
      account: flag(input, 'account'),
    }
    return {
      task: 'plan',
      needs: ['customers', 'journal', 'rates', 'bank', 'mappings'],
      plan(book, context) {
        const { rejected, sheet, taken: _taken, ...found } = planImports(book, wish, context)
        const plan = { ...found, problems: [...problems, ...found.problems] }
        if (rejectFile === undefined || sheet === null || rejected.length === 0) return plan
        const kept = note('rejects-kept', { file: rejectFile, count: rejected.length })
        const files = [{ path: rejectFile, text: rejectText(sheet, rejected) }]
        return { ...plan, files, problems: input.global.dryRun ? plan.problems : [...plan.problems, kept] }
      },
    }
  },
}
