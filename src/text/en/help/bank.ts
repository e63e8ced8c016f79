// Help of the verbs of the group "bank".
import type { VerbHelp } from '../../catalogue.ts'

export const bankHelp = {
  reconcile: {
    summary: 'match bank lines with bills and book what is certain',
    description:
      'Takes in the statements that are given, then looks at every line that is not booked yet, from certain to vague: payments entered by hand, creditor references and document numbers in any text, known payers (account, then name) with the exact amount, the whole balance or one sum of documents. Only what identifies document or payer and amount is booked; a tie never is. The rest is suggested or left, each with why.\nA payment that is short and says why (quantity, quality, price, promotion, tax, freight, or only that it is contested) opens a dispute over the rest in the same commit; with reconcile: disputes: suggest in crm.yaml it is only suggested. crm report disputes lists them.\nA document number that fits also teaches who the payer is (payers: in the customer file). A second run finds nothing to do.\nOn a terminal the lines are gone through one by one: a key accepts, picks another choice, splits, takes a new customer, ignores with a reason, skips or goes back; what was decided is booked when one leaves, the rest waits. After Ctrl-C, a lost connection or a no at the end the decisions are kept, and the next review goes on with them. --plan writes the same as a file to review, --apply carries it out; it is refused where the book has changed since.\nLines that come again and again and concern no customer (fees, salaries, transfers) are left out by rules in bank-rules.csv; a line with so much as a suggestion never is.',
    arguments: { file: 'statements to take in first: CSV, CAMT, MT940, OFX' },
    options: {
      account: 'the account of the statements; only its lines',
      strict: 'exit 1 when a line that came in is left',
      explain: 'why that line was matched, suggested or left',
      accept: 'book a suggestion: LINE, LINE=NUMBER,NUMBER, LINE=CUSTOMER (on account); or all: sure, suggested',
      ignore: 'lines that do not concern customers',
      reason: 'why they are ignored',
      plan: 'write what was found and can be decided to that file; book nothing',
      apply: 'carry out the decisions of an edited plan, all or none',
      rule: 'from now on ignore lines like this one: NAME=LINE',
      map: 'a mapping file, or the name of a saved one',
      encoding: 'encoding of the statements, like gb18030',
      date: 'how days are written, like d/M/yyyy, where the file does not tell',
      decimal: 'the decimal mark, . or , where the file does not tell',
    },
    examples: [
      ['crm reconcile oct.csv --account icbc', 'takes the statement in and books what is certain'],
      ['crm reconcile camt053.xml --account main', 'the same from a CAMT file'],
      ['crm reconcile --dry-run', 'shows what would be booked and why'],
      ['crm reconcile --plan plan.yaml', 'writes a plan to review and edit'],
      ['crm reconcile --apply plan.yaml', 'carries the edited plan out'],
      ['crm reconcile --accept suggested', 'also books suggestions without a runner-up'],
      ['crm reconcile --explain rtxn17', 'shows what was considered for that line'],
    ],
  },
} satisfies Record<string, VerbHelp>
