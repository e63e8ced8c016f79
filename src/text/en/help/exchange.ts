// Help of the verbs of the group "exchange".
import type { VerbHelp } from '../../catalogue.ts'

export const exchangeHelp = {
  export: {
    summary: 'write the books for hledger, ledger or beancount',
    description:
      'Writes every movement of receivables as a double entry: bills against sales and tax, payments against the bank, late fees, deductions by reason, write-offs, openings and moves on accounts of their own. The balance of every customer in every currency is the one that crm report balance shows, at every day. Accounts and commodities are declared: hledger check --strict, ledger --strict and bean-check have nothing to say.',
    arguments: { format: 'hledger, ledger or beancount' },
    options: {
      'as-of': 'leave out what is dated later; today unless said',
      chart: 'names of accounts: en (usual), cas (企业会计准则) or small (小企业会计准则)',
    },
    examples: [
      ['crm export hledger -o book.journal', 'then: hledger -f book.journal check --strict'],
      ['crm export beancount --chart cas -o book.beancount', 'with Chinese accounts'],
    ],
  },
  import: {
    summary: 'bring customers, sales, bills, payments, bank lines, rates in',
    description:
      'Reads a CSV or workbook (.xlsx); bank lines also as CAMT, MT940, OFX, QIF, or the files of Alipay and WeChat Pay, told by the content; plans what is new in it, what is known already, and what is rejected and why; rejected rows never stop the others. Columns are recognised by their headings in English and Chinese. Payments that name no document are set against what is open by the allocation of crm.yaml. Rates come as date, from, to, rate, or as central banks publish them, a column a currency; a table in euros gives rates to that of the book. For anything else write a mapping file: columns (field: heading), constants (field: value), date (like M/d/yyyy), decimal ("." or ","). It is kept in imports/ and found again by the headings of the next such file.\nImporting again, or a file that overlaps, changes nothing; two equal rows stay two. A file whose days may be read two ways is refused until the mapping says which.',
    arguments: { file: 'a file, folder or zip archive; several for bank lines; - reads standard input' },
    options: {
      as: 'customers, sales, payments, bills, bank, rates or remittance (advice)',
      map: 'a mapping file, or the name of a saved one',
      account:
        'bank lines: the account, a folder under bank/; else known by the iban or number that crm.yaml lists under accounts',
      'create-customers': 'make a customer of each that is not in the book',
      'reject-file': 'keep the rejected lines as they were; of several files each in one of its own, FILE-NAME',
      encoding: 'encoding where it is not UTF-8, like gb18030',
      date: 'how days are written, like d/M/yyyy, where the file does not tell',
      decimal: 'the decimal mark, . or , where the file does not tell',
      force: 'bank lines: take the rows on these lines of the file although the book seems to have them',
      describe: 'only look: how the file is laid out, and by what evidence; asks what it does not tell',
      save: 'with --describe: keep the layout as imports/NAME.yaml',
      column: 'with --describe: what a column is, like amount=Combien, or date=1 where there are no headings',
      delimiter: 'with --describe: what separates the columns',
      skip: 'with --describe: so many lines to read over at the beginning',
      bare: 'with --describe: the file has no headings; columns are called 1, 2, 3',
      sign: 'with --describe: plain (money out is negative), reversed (positive), ignored (columns in and out have any sign)',
    },
    examples: [
      ['crm import customers.csv --as customers', 'adds who is not there yet'],
      ['crm import till.csv --as sales --map till.yaml --dry-run', 'shows what would be taken and what not'],
      ['crm import eurofxref-hist.csv --as rates', 'exchange rates of a central bank'],
      ['crm import oct.csv --as bank --account icbc --encoding gb18030', 'adds the new lines of a statement'],
      ['crm import --describe oct.csv --save my-bank', 'looks at the CSV of an unknown bank and keeps how to read it'],
      ['crm import downloads --as bank', 'every statement in a folder, each to its account'],
    ],
  },
} satisfies Record<string, VerbHelp>
