// crm export FORMAT: the receivables as a file for another program.
import { likely } from '../../core/base/likely.ts'
import { compareText } from '../../core/base/order.ts'
import { problem, UserError, warning } from '../../core/base/problem.ts'
import { chartNames } from '../../core/book/general-ledger.ts'
import { chartOf } from '../../formats/ledgers/charts.ts'
import { entriesOf } from '../../formats/ledgers/entries.ts'
import { exchangeEntries } from '../../formats/ledgers/exchange.ts'
import { ledgerFormats } from '../../formats/ledgers/registry.ts'
import { choiceFlag, dayFlag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const exportBook: Verb = {
  arguments: ['<format>'],
  options: ['--as-of <day>', '--chart <chart>'],
  prepare(input) {
    const name = requiredArgument(input, 0)
    const known = ledgerFormats.map((f) => f.name)
    const format = ledgerFormats.find((f) => f.name === name)
    if (format === undefined)
      throw new UserError([problem('unknown-format', { name, like: likely(name, known), known })])
    const asked = choiceFlag(input, 'chart', chartNames)
    const asOf = dayFlag(input, 'asOf') ?? input.today
    return {
      task: 'report',
      needs: ['customers', 'journal', 'rates', 'closes', 'bills'],
      report: (book) => {
        const exchange = exchangeEntries(book, asOf)
        const entries = [...entriesOf(book, asOf), ...exchange.entries].sort((a, b) => compareText(a.date, b.date))
        const text = format.render(entries, chartOf(book.settings.ledger, asked))
        return {
          output: { tables: [], papers: [{ paper: 'file', name: `book.${format.ending}`, text }] },
          problems: exchange.missing.map((m) => warning('rate-needed', m)),
        }
      },
    }
  },
}
