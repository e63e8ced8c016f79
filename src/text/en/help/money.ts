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
} satisfies Record<string, VerbHelp>
