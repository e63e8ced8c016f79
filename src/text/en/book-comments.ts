// The comments of a new book in English.
import type { BookComments } from '../book-comments.ts'

export const bookComments: BookComments = {
  settings: 'The settings of this book. Change what you like; crm check says whether it is understood.',
  book: 'The version of the format; crm writes it.',
  company: 'We, as we stand on bills. Optional: taxId, address, email, phone, bank.',
  currency: 'The currency of the book (ISO 4217). Customers may be billed in others.',
  tax: 'mode: do prices stand without (net) or with (gross) tax? rates: percent by name.\ndefault: the rate of items and customers that name none.',
  rounding: 'rounding: tax once per rate of a bill (group), or on every line (line).',
  numbering: 'Numbers without gaps: {yyyy} the year of the bill, {nnnn} the count within it.',
  terms: 'When bills are due, unless the customer has terms of his own.',
  tiers: 'tiers: by the sales of the last twelve months, highest first.',
  abc: 'abc: A and B end where customers, by sales, make up these shares of all sales.',
  rfm: 'rfmBins: how many scores recency, frequency and amount have.',
  effort:
    'dimensions: classes of your own by conditions on facts, the first that holds; the best class first.\neffort weighs what is left of the margin after the time spent on a customer.',
  actions: 'actions: what is done for the customers of a class; crm classify proposes it with every move.',
  hourlyCost: 'What an hour spent on customers costs; staff.yaml may say it for each person.',
  chase: 'Reminders: each step may be taken so many days after the due day.',
  every: 'every: days between two reminders to one customer. minimum: who owes less is left alone.',
  visits: 'Who is visited how often, by grade.',
  aging: 'Upper ends of the aging columns, in days overdue.',
  more:
    'What else can be said here, as it would stand: what sell and bill do beyond a credit limit (warn, refuse, off); how money that names no\n' +
    'document is set against what is open (exact-then-oldest, explicit); when and on how many bills; percent off by condition; what a payment may\n' +
    'be short by, and tax that payers keep back; the accounts whose statements are read.',
  catalog: 'Products and services by id, for example:',
  staff: 'The people of the firm by id, for example:',
  attributes: 'Rows are only ever added, one a line, so a merge keeps those of both sides.',
  ignored: 'Locks, caches and what is being written.',
  actionTexts: {
    benefitsA: 'a named contact, early notice of new goods, returns without questions',
    benefitsB: 'offers that fit what was bought before',
    benefitsC: 'standard service',
    chaseA: 'call the named contact before writing',
    chaseB: 'write first, call before the second reminder',
    chaseC: 'by the ladder alone',
    visitsRaise: 'a visit or call within two weeks: why has he not ordered?',
    visitsReduce: 'answer when asked, by email',
    visitsLetGo: 'no visits; the price list once a year',
  },
}
