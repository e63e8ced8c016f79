// crm help [VERB | errors [CODE]]: the pages of verbs and of problems.

import { likely } from '../../core/base/likely.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import type { Output } from '../../core/book/paper.ts'
import { problemShapes } from '../../text/shapes.ts'
import { argument, type Input } from '../input.ts'
import type { ShowTask, Verb } from '../verb.ts'

export const help: Verb = {
  arguments: ['[verb]', '[code]'],
  options: [],
  async prepare(input) {
    const name = argument(input, 0)
    if (name === undefined) return page(await input.help.all())
    if (name === 'errors') return errors(input, argument(input, 1))
    if (input.help.verbs.includes(name)) return page(await input.help.verb(name))
    throw new UserError([problem('unknown-verb', { name, like: likely(name, [...input.help.verbs, 'errors']) })])
  },
}

function page(text: string): ShowTask {
  return { task: 'show', output: { tables: [], papers: [{ paper: 'file', name: 'help', text }] } }
}

/** All codes with their messages, or one; the places of names and numbers are shown as ‹name›. */
function errors(input: Input, code: string | undefined): ShowTask {
  const shapes = problemShapes(input.catalogue)
  if (code !== undefined && !shapes.some((s) => s.code === code)) {
    const like = likely(
      code,
      shapes.map((s) => s.code),
    )
    throw new UserError([problem('unknown-code', { name: code, like })])
  }
  const rows = shapes
    .filter((s) => code === undefined || s.code === code)
    .map(({ code: id, message, hint }) => ({ code: id, message, hint }))
  const output: Output = {
    tables: [
      {
        name: 'problems',
        columns: [
          { key: 'code', type: 'id' },
          { key: 'message', type: 'text' },
          { key: 'hint', type: 'text' },
        ],
        rows,
      },
    ],
  }

  return { task: 'show', output }
}
