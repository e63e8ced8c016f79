// crm edit ID [FIELD=VALUE…]: single fields from the command line, or the whole file in the user's editor.
import { hiddenIn } from '../../core/base/hidden.ts'
import { orThrow, problem, UserError } from '../../core/base/problem.ts'
import { findCustomer } from '../../core/book/find.ts'
import { planEdit, planRewrite } from '../../core/verbs/edit/plan.ts'
import { readBook } from '../../store/read.ts'
import { romanise } from '../../world/pinyin.ts'
import { argumentList, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const edit: Verb = {
  arguments: ['<id>', '[field=value...]'],
  options: [],
  async prepare(input, world) {
    const who = requiredArgument(input, 0)
    const fields = argumentList(input, 1)
    if (fields.length > 0) {
      return {
        task: 'plan',
        needs: ['customers', 'staff'],
        plan: (book, context) => planEdit(book, who, fields, context),
      }
    }
    if (input.global.noInput || !world.terminal.interactive)
      throw new UserError([problem('nothing-to-edit', { id: who })])
    if (input.folder === null) throw new UserError([problem('no-book', { path: world.folder })])
    const { book } = readBook(world.files, input.folder, ['customers'])
    const { id } = orThrow(findCustomer(book.customers, who, romanise))
    const text = new TextDecoder().decode(world.files.read(`${input.folder}/customers/${id}.yaml`))
    const edited = await world.terminal.edit(text, '.yaml')
    const character = hiddenIn(edited)
    if (character !== null && hiddenIn(text) === null)
      throw new UserError([problem('hidden-character', { text: `${id}.yaml`, character })])
    return { task: 'plan', needs: ['customers', 'staff'], plan: () => planRewrite(id, text, edited) }
  },
}
