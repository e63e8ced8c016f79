// crm show ID|NUMBER: a customer or a document on a page.
import { aboutShown, showReport } from '../../reports/customers/show.ts'
import { dayFlag, requiredArgument, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

export const show: Verb = {
  arguments: ['<name>'],
  options: ['--as-of <day>', '--paper'],
  prepare(input) {
    const wish = {
      name: requiredArgument(input, 0),
      asOf: dayFlag(input, 'asOf') ?? input.today,
      paper: switchOn(input, 'paper'),
    }
    return {
      task: 'report',
      needs: ['customers', 'items', 'staff', 'rates', 'journal', 'activity', 'classes', 'bills', 'quotes'],
      about: (customers, context) => aboutShown(customers, wish.name, context),
      looksAround: true,
      report: (book, context) => showReport(book, wish, context),
    }
  },
}
