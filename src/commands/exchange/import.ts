// crm import FILE --as KIND: rows of a foreign table into the book.
import { note, problem, UserError } from '../../core/base/problem.ts'
import { importKinds } from '../../core/book/mapping.ts'
import { planImports, rejectText } from '../../core/verbs/import/plan.ts'
import { argumentList, choiceFlag, flag, flagList, type Input, missingFlag, switchOn } from '../input.ts'
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
    '--force <line...>',
    ...describeOptions,
  ],
  async prepare(input, world) {
    if (switchOn(input, 'describe')) return describeTask(input, world)
    refuseLayoutFlags(input)
    const as = choiceFlag(input, 'as', importKinds) ?? missingFlag('as')
    const { files, problems } = await readInputs(world, argumentList(input, 0))
    if (as !== 'bank' && files.length > 1) throw new UserError([problem('files-many', { as })])
    const forced = forcedLines(input)
    if (forced.length > 0 && (as !== 'bank' || files.length > 1)) throw new UserError([problem('force-one', {})])
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
      forced,
      explain: input.global.explain,
    }
    return {
      task: 'plan',
      needs: ['customers', 'journal', 'rates', 'bank', 'mappings'],
      plan(book, context) {
        const { rejected, sheet, taken: _taken, rejectedIn = [], ...found } = planImports(book, wish, context)
        const plan = { ...found, problems: [...problems, ...found.problems] }
        const mine = sheet === null || rejected.length === 0 ? rejectedIn : [{ name: '', sheet, rejected }]
        if (rejectFile === undefined || mine.length === 0) return plan
        const paths = new Set<string>()
        const kept = mine.map((r) => ({ path: rejectPath(rejectFile, r.name, paths), ...r }))
        const said = kept.map((k) => note('rejects-kept', { file: k.path, count: k.rejected.length }))
        const texts = kept.map((k) => ({ path: k.path, text: rejectText(k.sheet, k.rejected) }))
        return { ...plan, files: texts, problems: input.global.dryRun ? plan.problems : [...plan.problems, ...said] }
      },
    }
  },
}

/** Rejected rows of one of several files: `rejects.csv` and `oct.csv` make `rejects-oct.csv`. */
function rejectPath(path: string, name: string, taken: Set<string>): string {
  if (name === '') return path
  const ending = /\.[^./\\]*$/.exec(path)?.[0] ?? ''
  const own = name.replace(/\.[^./]*$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-')
  const stem = `${path.slice(0, path.length - ending.length)}-${own}`
  let found = `${stem}${ending}`
  for (let n = 2; taken.has(found); n++) found = `${stem}-${n}${ending}`
  taken.add(found)
  return found
}

function forcedLines(input: Input): readonly number[] {
  return flagList(input, 'force').map((text) => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
    throw new UserError([problem('not-a-number', { flag: '--force', text })])
  })
}
