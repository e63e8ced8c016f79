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
      date: 'day of the sale; today unless said',
      currency: "currency of the price; the customer's unless said",
      memo: 'a free note, kept with the row',
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
      "Everything delivered up to the end of the period and on no bill yet becomes one bill per customer and currency: lines, tax per rate, total, due day from the customer's terms, the next number. Earlier months that were forgotten are caught up. Running it again makes nothing. Returns that outweigh sales wait for the next bill.\nA customer whose bill cannot be made is passed over with a warning (exit code 1). Look first with --dry-run.",
    arguments: { id: 'customers; all who have something unbilled unless said' },
    options: {
      period: 'bill what was delivered up to its end, like 2026-10',
      date: 'day of the bills; today unless said',
    },
    examples: [
      ['crm bill --period 2026-10 --dry-run', 'shows what October would give'],
      ['crm bill --period "last month"', 'issues the bills'],
      ['crm bill yuanshan', 'one customer, up to today'],
    ],
  },
  pay: {
    summary: 'enter money received and what it settles',
    description:
      'Adds a payment row to the journal, and one row for each document that it settles. Unless you name documents, the money settles the one document of exactly that amount, else the oldest due first; where that would be a guess, it stays on account and the output says so. What is left over stays on account.',
    arguments: { id: 'who paid: id, name or unique beginning of one', amount: 'how much, like 1250.00' },
    options: {
      settles: 'documents it pays, in this order; NUMBER=AMOUNT pays a part',
      'on-account': 'settle nothing now',
      date: 'day it was received; today unless said',
      currency: 'its currency, if not that of the customer or documents',
      method: 'how it came, like bank or cash',
      memo: 'a free note',
    },
    examples: [
      ['crm pay yuanshan 11300.00 --settles INV-2026-0001', 'pays that bill'],
      ['crm pay yuanshan 500.00 --date 2026-11-03 --method cash', 'pays what is due first'],
    ],
  },
  contract: {
    summary: 'terms that make sales by themselves',
    description:
      'Recurring, one-off and usage lines in the file of the customer; crm bill charges what is due and not yet billed, prorates by days, and corrects what a change makes wrong.\nlist [ID] shows contracts, what a cycle costs, and until when notice can be given. add ID CONTRACT ITEM begins a contract or adds a line. change ID CONTRACT LINE --from DAY sets another price or quantity from that day. end ID CONTRACT [LINE] --on DAY names the last day. renew ID CONTRACT moves the end by a term.',
    arguments: {
      action: 'list, add, change, end or renew',
      id: 'the customer',
      contract: 'id of the contract, like support-2026',
      what: 'add: the item; change and end: the line',
    },
    options: {
      price: "price of one for a cycle; the catalogue's unless said",
      quantity: 'how many; 1 unless said',
      kind: 'recurring (usual), once or usage',
      included: 'usage: free in each cycle',
      start: 'first day; today unless said',
      end: 'last day',
      every: 'length of a cycle: month (usual), quarter, 2 weeks …',
      anchor: 'a day on which a cycle turns; the start unless said',
      timing: 'charged in advance (usual) or arrears',
      proration: 'of part cycles: day (usual), fixed30 or none',
      renewal: 'at the end: auto, manual or none',
      term: 'what a renewal adds, like 12 months',
      notice: 'how long before the end notice is due, like 30 days',
      discount: 'percent off every line',
      currency: "currency of the contract; the customer's unless said",
      name: 'what people call it',
      from: 'change: the first day of the new price or quantity',
      on: 'end: the last day',
      until: 'renew: the new last day',
      expiring: 'list: only what has ended or ends soon',
      ahead: 'list: how far ahead is soon; 60 days unless said',
    },
    examples: [
      ['crm contract add yuanshan support SETUP --price 310 --every month', 'begins a contract today'],
      ['crm contract change yuanshan support setup --from 2027-01-01 --price 330', 'a new price'],
      ['crm contract list --expiring', 'what ends within sixty days'],
    ],
  },
} satisfies Record<string, VerbHelp>
