// Sentences for the problems of the area "accounts".
import type { AccountsProblems } from '../../../core/base/problems/accounts.ts'
import type { Sentences } from '../../catalogue.ts'

export const accountsProblems: Sentences<AccountsProblems> = {
  'rate-needed': ({ from, to, day }) => ({
    message: `there is no rate from ${from} to ${to} on or before ${day}`,
    hint: `add a line to rates.csv: ${day},${from},${to},RATE; or bring in a table of rates with crm import FILE --as rates`,
  }),
  'payment-exchanged': ({ given, arrived }) => ({ message: `${given} of it is exchanged for ${arrived}` }),
  'receives-own-currency': ({ currency }) => ({
    message: `--receives says what the money comes to in another currency, but the money and the documents are in ${currency}`,
    hint: 'name documents in another currency with --settles, or leave --receives away',
  }),
  'open-in-other-currency': ({ customer, currency, documents, number }) => ({
    message: `${customer} has nothing open in ${currency}, but ${documents.join(', ')}`,
    hint: `money in ${currency} pays for it with --settles ${number}, exchanged at the rate of the day or for --receives AMOUNT`,
  }),
  'rates-without-base': ({ headings }) => ({
    message: `the columns ${headings.join(', ')} are rates against a currency that the file does not name`,
    hint: 'say it in a mapping file given with --map: "constants: { from: EUR }" where one EUR costs so many of each, "constants: { to: CNY }" where each costs so many CNY',
  }),
  'confirmed-later': ({ day, answered }) => ({
    message: `the balance of ${day} cannot have been confirmed on ${answered}`,
    hint: 'the day of the balance comes first; --date is the day of the answer',
  }),
  confirmed: ({ customer, day }) => ({ message: `recorded what ${customer} confirmed of ${day}` }),
  'confirmed-already': ({ customer, day, answered }) => ({
    message: `${customer} confirmed the same of ${day} on ${answered}; nothing is added`,
  }),
  'flag-not-of-report': ({ flag, report }) => ({
    message: `the report ${report} has no ${flag}`,
    hint: 'leave it out; crm report --help says what belongs to which',
  }),
  'report-not-compared': ({ report }) => ({
    message: `the report ${report} does not compare two states of the book`,
    hint: 'crm report aging --as-of DAY --known-at DAY --compare does',
  }),
}
