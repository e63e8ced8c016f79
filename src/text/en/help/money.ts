// Help of the verbs of the group "money".
import type { VerbHelp } from '../../catalogue.ts'

export const moneyHelp = {
  sell: {
    summary: 'enter a sale: goods delivered or a service used',
    description:
      'Writes one sale row. It is not yet a claim: crm bill puts it on a bill. The price comes from catalog.yaml unless you give one, net or gross as crm.yaml says. A negative quantity is a return and reduces the next bill.\nWith --bill its bill is issued at once, with --paid the payment is entered and applied, too.',
    arguments: {
      id: 'the customer: id, name or unique beginning of one',
      item: 'the item: id or name in catalog.yaml',
    },
    options: {
      quantity: 'how many; 1 unless said, negative for a return',
      price: 'price of one, when not that of catalog.yaml',
      discount: 'percent off; the bill shows it on the line',
      date: 'day of the sale; today unless said',
      currency: "currency of the price; the customer's unless said",
      memo: 'a free note, kept with the row',
      project: 'what it is for; bills can be made by project',
      bill: 'issue a bill for this sale now',
      paid: 'issue the bill, and enter its payment in full',
      method: 'how it was paid: cash, card, transfer …',
    },
    examples: [
      ['crm sell yuanshan cable --quantity 20', 'twenty at the price of the catalogue'],
      ['crm sell yuanshan repair --price 150 --paid --method cash', 'sold, billed and paid'],
      ['crm sell yuanshan cable --quantity -2 --memo "damaged"', 'a return'],
    ],
  },
  bill: {
    summary: 'make bills from unbilled sales and contracts',
    description:
      "Everything delivered up to the end of the period and on no bill yet becomes one bill per customer and currency: lines, tax per rate, total, due day from the customer's terms, the next number. Earlier months that were forgotten are caught up. Running it again makes nothing. Where returns or what a contract takes back outweigh the rest, it is a credit note.\nbilling: in crm.yaml or a customer's file says how often (every, day or anchor) and on how many bills (groupBy: customer, contract or project); a customer who is named is billed up to today. discounts: in crm.yaml gives percent off by condition, as { name: A, when: grade=A, percent: 5 }.\nA customer whose bill cannot be made is passed over with a warning (exit code 1). Look first with --dry-run.\n--proforma makes pro-forma documents instead, --quote a quote of what is not sold yet; both are numbered apart, stand in quotes/, claim nothing, and become a bill with --accept. --deposit bills money in advance; later bills of the customer take it off again with its tax.",
    arguments: { id: 'customers; all who have something unbilled unless said' },
    options: {
      period: 'bill what was delivered up to its end, like 2026-10',
      date: 'day of the bills; today unless said',
      discount: 'percent off every line that has none yet, contracts aside',
      proforma: 'pro-forma documents instead of bills',
      quote: 'a quote of the things named with --line',
      line: 'quote: ITEM, ITEM,QUANTITY or ITEM,QUANTITY,PRICE; several in a row',
      'valid-until': 'quote, pro-forma: the last day on which it can be accepted',
      accept: 'the quote or pro-forma that becomes a bill',
      deposit: 'bill so much in advance, tax included, or percent as 30%',
      of: 'deposit: the quote or pro-forma that it is for',
      item: 'deposit: an item that says what it is called and taxed',
      project: 'quote, deposit: what it is for',
      'keep-deposits': 'take no deposits off',
    },
    examples: [
      ['crm bill yuanshan --quote --line cable,20 setup,1,500', 'an offer of two things'],
      ['crm bill yuanshan --deposit 30% --of QT-2026-0001', 'a deposit on it'],
      ['crm bill --accept QT-2026-0001', 'the bill, less the deposit'],
      ['crm bill --period 2026-10 --dry-run', 'shows what October would give'],
      ['crm bill --period "last month"', 'issues the bills'],
      ['crm bill yuanshan', 'one customer, up to today'],
    ],
  },
  pay: {
    summary: 'enter money received and what it settles',
    description:
      'Adds a payment row to the journal, and one row for each document that it settles. Unless you name documents, the money settles the one document of exactly that amount, else the oldest due first; where that would be a guess, it stays on account and the output says so. What is left over stays on account.\nMoney in another currency than the documents named is exchanged in the same step: as much as they need at the rate of the day in rates.csv, or the whole for --receives.',
    arguments: { id: 'who paid: id, name or unique beginning of one', amount: 'how much, like 1250.00' },
    options: {
      settles: 'documents it pays, in this order; NUMBER=AMOUNT pays a part',
      'on-account': 'settle nothing now',
      date: 'day it was received; today unless said',
      currency: 'its currency, if not that of the customer or documents',
      receives: 'what it comes to in the currency of the documents, if agreed',
      method: 'how it came, like bank or cash',
      memo: 'a free note',
    },
    examples: [
      ['crm pay yuanshan 11300.00 --settles INV-2026-0001', 'pays that bill'],
      ['crm pay blue-pier 715 --currency CNY --settles INV-2026-0007', 'yuan for a bill in dollars'],
      ['crm pay yuanshan 500.00 --date 2026-11-03 --method cash', 'pays what is due first'],
    ],
  },
  contract: {
    summary: 'terms that make sales by themselves',
    description:
      'Recurring, one-off and usage lines in the file of the customer; crm bill charges what is due and not yet billed, prorates by days, and corrects what a change makes wrong.\nlist [ID] shows contracts, what a cycle costs, and until when notice can be given. add ID CONTRACT ITEM begins a contract or adds a line; --line adds several, --file takes a whole contract. A setup fee is a line of kind once; --tier gives usage prices by quantity.\nchange ID CONTRACT LINE --from DAY sets another price, quantity or tiers from that day, which each unit used from then on costs; what is included, packages and --tiers change with the next cycle. Without LINE, --discount takes percent off all lines (0 ends that), --index raises their prices, --minimum and --maximum bound the cycles that begin from then on. end ID CONTRACT [LINE] --on DAY names the last day. renew ID CONTRACT moves the end by a term.',
    arguments: {
      action: 'list, add, change, end or renew',
      id: 'the customer',
      contract: 'id of the contract, like support-2026',
      what: 'add: the item, unless --line names it; change and end: the line',
    },
    options: {
      price: "price of one for a cycle; the catalogue's unless said",
      quantity: 'how many; 1 unless said',
      kind: 'recurring (usual), once or usage',
      included: 'usage: free in each cycle',
      tier: 'usage: UP-TO:PRICE or UP-TO:PRICE:FEE, the last one rest:PRICE',
      tiers: 'usage: graduated (usual), or volume: all at the tier reached',
      package: 'usage: sold in packages of this size',
      line: 'add: ITEM,QUANTITY,PRICE or ITEM,KEY=VALUE,…; several in a row',
      file: 'add: a YAML file with the contract, as in customers/<id>.yaml',
      project: 'what its charges are for, where bills go by project',
      start: 'first day; today unless said',
      end: 'last day',
      every: 'length of a cycle: month (usual), quarter, 2 weeks …',
      anchor: 'a day on which a cycle turns; the start unless said',
      timing: 'charged in advance (usual) or arrears',
      proration: 'of part cycles: day (usual), fixed30 or none',
      renewal: 'at the end: auto, manual or none',
      term: 'what a renewal adds, like 12 months',
      notice: 'how long before the end notice is due, like 30 days',
      trial: 'add: free from the start for so long, like month',
      minimum: 'least that a cycle costs',
      maximum: 'most that a cycle costs',
      discount: 'percent off every line; change: from --from to --until',
      index: 'change: prices rise by so many percent, again with --every',
      currency: "currency of the contract; the customer's unless said",
      name: 'what people call it',
      from: 'change: the first day of what is new',
      on: 'end: the last day',
      until: 'renew: the new last day; change: of a discount, of rises',
      expiring: 'list: what has ended, ends or renews by itself soon',
      ahead: 'list: how far ahead is soon; 60 days unless said',
    },
    examples: [
      ['crm contract add yuanshan support SETUP --price 310 --every month', 'begins a contract today'],
      ['crm contract add yuanshan api API --kind usage --tier 1000:0.10 rest:0.05', 'by use'],
      ['crm contract add yuanshan web --line hosting,1,90 setup,kind=once,price=300', 'two lines'],
      ['crm contract change yuanshan support setup --from 2027-01-01 --price 330', 'a new price'],
      ['crm contract change yuanshan support --from 2027-01-01 --index 3 --every year', '3 % every year'],
      ['crm contract list --expiring', 'what ends within sixty days, or renews unless notice is given'],
    ],
  },
  apply: {
    summary: 'set money on account against a document',
    description:
      'Adds a row that sets part of a payment, credit note, opening or move against one bill, fee or opening. Without an amount, as much as both sides have. More than the document has open, or more than is left, is refused with the numbers; another customer or currency needs crm move first.',
    arguments: {
      payment: 'row id, number, "last payment of NAME", or a customer with just one',
      document: 'number of the document',
      amount: 'how much; as much as both have unless said',
    },
    options: { date: 'the day it counts; today unless said' },
    examples: [
      ['crm apply yuanshan INV-2026-0001', 'what is on account, as far as it goes'],
      ['crm apply 3g7chs4e99ct INV-2026-0002 150.00', 'a part'],
    ],
  },
  unapply: {
    summary: 'take an application back',
    description:
      'Reverses the applications from a payment, or to a document, and the deductions that came with them. The money is on account again, the document open. The old rows stay.',
    arguments: { name: 'a payment, credit note or document', document: 'only what was set against this one' },
    options: { date: 'the day it counts; today unless said', reason: 'why, in a word' },
    examples: [['crm unapply INV-2026-0001', 'all that was set against it']],
  },
  credit: {
    summary: 'take back a document, lines or an amount',
    description:
      'Issues a credit note with a number of its own series and sets it against the document as far as that is open; the rest stays on account. An amount includes its tax, which is split by the rates of the document. At most the total less prior credit notes. Given a customer instead of a document, the amount is credited on account.',
    arguments: {
      name: 'number of a document, or a customer',
      amount: 'how much, tax included; all that is left unless said',
    },
    options: {
      line: 'whole lines, counted from 1',
      reason: 'correction (usual), return, goodwill, loyalty or chargeback',
      release: 'the sales of these lines may be billed again',
      date: 'the day it counts; today unless said',
      currency: 'for a customer: if not his own',
    },
    examples: [
      ['crm credit INV-2026-0001 50.00 --reason goodwill', '50.00 with its tax'],
      ['crm credit INV-2026-0001 --line 2 --reason return', 'one line'],
    ],
  },
  void: {
    summary: 'take back a bill that nothing is set against',
    description:
      'Issues a full credit note with the reason void and applies it; the sales may be billed again. A bill that is paid or credited in part is refused, saying what to take back first. The bill and its number stay.',
    arguments: { bill: 'its number' },
    options: { date: 'the day it counts; today unless said' },
    examples: [['crm void INV-2026-0001', 'and crm bill bills its sales again']],
  },
  refund: {
    summary: 'give back money that is on account',
    description:
      'Adds a refund out of one payment or credit note, or out of what a customer has on account, oldest first. Without an amount, all that is left. More is refused with the numbers.',
    arguments: { name: 'a payment, credit note or customer', amount: 'how much; all that is left unless said' },
    options: {
      date: 'the day it counts; today unless said',
      currency: 'for a customer: which of his currencies',
      method: 'how it goes back',
      memo: 'a free note',
    },
    examples: [['crm refund yuanshan 30.00', 'from what is on account']],
  },
  writeoff: {
    summary: 'give up what a document still wants',
    description:
      'Adds a write-off of what is open on a document, or of a part. It counts against bad debts, not against sales.',
    arguments: { document: 'its number', amount: 'how much; all that is open unless said' },
    options: { date: 'the day it counts; today unless said', reason: 'why, in a word', memo: 'a free note' },
    examples: [['crm writeoff INV-2026-0001 --reason insolvent', 'all that is open']],
  },
  move: {
    summary: 'move money to another customer or currency',
    description:
      'Moves what is on account: out of one customer or currency, into another, as a pair of rows. Between currencies the amount that arrives is the one you give, or the one by rates.csv; without a rate it is refused. The moved money is on account there and can be applied.',
    arguments: {
      payment: 'row id, number, or a customer with just one',
      amount: 'how much, in its own currency; all that is left unless said',
    },
    options: {
      to: 'the customer it goes to',
      currency: 'the currency it becomes',
      receives: 'what arrives, in that currency',
      date: 'the day it counts; today unless said',
      memo: 'a free note',
    },
    examples: [
      ['crm move yuanshan --currency USD --receives 100.00', 'pays a bill in dollars from yuan'],
      ['crm move yuanshan 500.00 --to blue-pier', 'pays for another'],
    ],
  },
  reverse: {
    summary: 'undo a row that should not be',
    description:
      'Adds a row that undoes another on its own day and takes its applications and deductions with it; a move is undone with its other half. The old row stays. A bill or credit note is credited instead; a billed sale is credited on its bill; what was refunded or moved on must be reversed first.',
    arguments: { row: 'its id, its number, or like "last payment of NAME"' },
    options: { date: 'the day it counts; today unless said', reason: 'why, in a word' },
    examples: [['crm reverse "last payment of yuanshan" --reason chargeback', 'the payment never was']],
  },
  opening: {
    summary: 'bring a balance forward',
    description:
      'Adds what a customer owed before the book began, with the old bill number and due day where you have them; a negative amount is money of his that is on account (write it after --).',
    arguments: { id: 'the customer', amount: 'how much; negative is on account' },
    options: {
      document: 'number of the old bill',
      due: 'due day of the old bill; its day unless said',
      date: 'the day it counts; today unless said',
      currency: 'if not that of the customer',
      memo: 'a free note',
    },
    examples: [
      ['crm opening yuanshan 1200.00 --document OLD-17 --due 2026-01-15 --date 2026-01-01', 'an old bill'],
      ['crm opening yuanshan -- -300.00', 'an old prepayment'],
    ],
  },
  confirm: {
    summary: 'record what a customer answered about his balance',
    description:
      'Adds a row of the kind confirm to activity/ with the amount, the day of the balance as its due day, and the day of the answer as its date; shows the difference to what the book says of that day. A negative amount is what we owe him (write it after --). The same answer again adds nothing; another amount is another row. crm report confirmations shows them all.',
    arguments: {
      id: 'the customer',
      day: 'the balance at the end of this day',
      amount: 'what he says he owes; negative: what we owe him',
    },
    options: {
      differs: 'why he says another amount, in his words',
      currency: 'if not that of the customer',
      date: 'when he answered; today unless said',
    },
    examples: [
      ['crm confirm yuanshan 2026-10-31 1630.00', 'he agrees, or the difference is shown'],
      ['crm confirm yuanshan 2026-10-31 1330.00 --differs "A-103 came back"', 'with his reason'],
    ],
  },
  close: {
    summary: 'close a month: prove it, seal it, allow nothing more in it',
    description:
      'Proves the month with every check of crm check up to its last day, then writes closes/<month>.yaml with the totals per currency and a seal over rows and documents (without personal text), chained to the month before. Every verb then refuses to date anything inside; bank lines that come late are booked on the first open day and keep their own day in the memo. Months close in order; the first may be any and stands for all before it. Closing twice changes nothing.',
    arguments: { month: 'the month, as 2026-10 or "last month"; it has to be over' },
    options: {},
    examples: [['crm close 2026-10', 'prove and close October']],
  },
  reopen: {
    summary: 'take the closing of the newest month back',
    description:
      'Opens the newest closed month again, with a reason that stays in its file under closes/, in crm check and in the handover. Close it again when it is right.',
    arguments: { month: 'the newest closed month' },
    options: { reason: 'why; kept in the book' },
    examples: [['crm reopen 2026-10 --reason "rebate of a supplier was missing"', 'then mend, then crm close 2026-10']],
  },
} satisfies Record<string, VerbHelp>
