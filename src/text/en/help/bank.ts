// Help of the verbs of the group "bank".
import type { VerbHelp } from '../../catalogue.ts'

export const bankHelp = {
  reconcile: {
    summary: 'match bank lines with bills and book what is certain',
    description:
      'Takes in the statements that are given, then looks at every line that is not booked yet, from certain to vague: payments entered by hand, creditor references and document numbers in any text, known payers (account, then name) with the exact amount, the whole balance or one sum of documents. Only what identifies document or payer and amount is booked; a tie never is. The rest is suggested or left, each with why.\nA document number that fits also teaches who the payer is (payers: in the customer file). A second run finds nothing to do.',
    arguments: { file: 'statements to take in first: CSV, CAMT, MT940, OFX' },
    options: {
      account: 'the account of the statements; only its lines',
      strict: 'exit 1 when a line that came in is left',
      explain: 'why that line was matched, suggested or left',
      accept: 'book a suggestion: LINE, LINE=NUMBER,NUMBER, or LINE=CUSTOMER (on account)',
      ignore: 'lines that do not concern customers',
      reason: 'why they are ignored',
      map: 'a mapping file, or the name of a saved one',
      encoding: 'encoding of the statements, like gb18030',
      date: 'how days are written, like d/M/yyyy, where the file does not tell',
      decimal: 'the decimal mark, . or , where the file does not tell',
    },
    examples: [
      ['crm reconcile oct.csv --account icbc', 'takes the statement in and books what is certain'],
      ['crm reconcile camt053.xml --account main', 'the same from a CAMT file'],
      ['crm reconcile --dry-run', 'shows what would be booked and why'],
      ['crm reconcile --explain rtxn17', 'shows what was considered for that line'],
    ],
  },
} satisfies Record<string, VerbHelp>
