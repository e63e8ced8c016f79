// Help of the verbs about customers.
import type { VerbHelp } from '../../catalogue.ts'

export const customersHelp = {
  add: {
    summary: 'add a customer',
    description:
      'Writes customers/<id>.yaml. The id is made from the name (Chinese through pinyin) unless you give one; private persons get a neutral one like p-0042. A customer of the same name is pointed out, not refused.',
    arguments: { name: 'the name as it stands on bills' },
    options: {
      id: 'the file name and the word to type later',
      kind: 'company (usual) or person',
      industry: 'industry, in your own words or codes',
      region: 'region, like CN-31 or DE-HH',
      size: 'size, like small or 50-100',
      owner: 'the account owner: an id of staff.yaml',
      email: 'where bills and letters go',
      phone: 'telephone number',
      address: 'postal address, as on an envelope',
      contact: 'name of the person there',
      alias: 'other names, as they appear on bank statements',
      language: 'language of bills and letters: en or zh',
      terms: 'payment terms, like "net 30" or "eom+15"',
      currency: 'currency of bills, like USD',
      'tax-id': 'tax identification number',
      'credit-limit': 'most that may be owed, like 50000.00',
      stage: 'stage, in your own words: lead, active …',
      since: 'customer since that day',
      tag: 'tags, as many as you like',
      notes: 'a free note',
    },
    examples: [
      ['crm add "Blue Pier Imports" --currency USD --terms "net 30"', 'writes customers/blue-pier-imports.yaml'],
      ['crm add "远山电子有限公司" --region CN-31 --tag vip', 'writes customers/yuanshandianzi.yaml'],
    ],
  },
  edit: {
    summary: 'change fields of a customer',
    description:
      'Changes single fields, or opens the whole file in your editor (VISUAL, EDITOR) when none is named; what you save is checked and shown before it is written. Comments, order and everything else stay as they are, so git diff shows just the change.\nfield= removes a field. Lists: tags+=vip adds, tags-=vip takes away. Inside lists and maps: contacts.0.email=…, custom.color=….',
    arguments: { id: 'id, name or unique beginning of one', 'field=value': 'what to change' },
    options: {},
    examples: [
      ['crm edit yuanshan phone=+86-21-5550-0100 terms="net 45"', 'changes two lines'],
      ['crm edit yuanshan tags+=vip', 'adds a tag'],
    ],
  },
  list: {
    summary: 'list customers who meet conditions',
    description:
      'A condition is a fact, a comparison and a value: grade=A, sales12m>=100000, overdueDays>30, tag:vip, name~harbour, "region in CN-31,CN-33", since=2025, overdue=1000..5000, owner=none. All must hold; "not" turns one round. Put conditions with < or > in quotes. crm facts lists the facts; class.NAME is the accepted class in a dimension that crm.yaml declares.\nAmounts are in the currency of the book; the accepted classes count.',
    arguments: { condition: 'what the customers have in common, or @view; everybody if there is none' },
    options: {
      view: 'a view of crm.yaml: condition, columns and order with a name; @name says the same',
      columns: 'facts to show, like name,grade,sales12m,class.market',
      sort: 'a fact: numbers from high to low, words from A to Z; turn with :asc or :desc',
      top: 'only the first so many',
      'as-of': 'as things stood on that day',
    },
    examples: [
      ['crm list grade=A --sort overdue', 'A customers, who owes most first'],
      ['crm list "overdueDays>30" "not openDisputes>0" --columns name,overdue,owner', 'whom to call'],
      ['crm list --top 10 --sort sales12m', 'the ten best customers of twelve months'],
    ],
  },
  show: {
    summary: 'a customer or a document on a page',
    description:
      'A customer: the file, contacts, contracts, what is owed, open items, classes, and the last sales, payments and contacts. A document: its state, lines, tax, instalments and every row that touched it. What is shown is worked out from the files each time.',
    arguments: { name: 'a customer (id, name or unique beginning of one) or the number of a document' },
    options: {
      'as-of': 'rows dated later do not exist; today unless said',
      paper: 'a bill as it reads on paper, in the language of the customer',
    },
    examples: [
      ['crm show yuanshan', 'everything about one customer'],
      ['crm show INV-2026-0001', 'a bill and what became of it'],
      ['crm show INV-2026-0001 --paper -o bill.txt', 'the bill as text, in a file'],
    ],
  },
} satisfies Record<string, VerbHelp>
