// Sentences for the problems of the area "billing".
import type { BillingProblems } from '../../../core/base/problems/billing.ts'
import type { Sentences } from '../../catalogue.ts'

const sales = (n: number) => (n === 1 ? '1 sale' : `${n} sales`)
const bills = (n: number) => (n === 1 ? '1 bill' : `${n} bills`)
const credits = (n: number) => (n === 1 ? '1 credit note' : `${n} credit notes`)

/** The first few, and how many more. */
const listed = (names: readonly string[], and: string) =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')}${and}${names.length - 5} more`

export const billingProblems: Sentences<BillingProblems> = {
  'ambiguous-item': ({ item, candidates }) => ({
    message: `"${item}" could be ${candidates.join(' or ')}`,
    hint: 'give the id',
  }),
  'terms-unknown': ({ text }) => ({
    message: `"${text}" is not a payment term`,
    hint: 'write it like "net 30", "due on receipt", "eom+15", "10th of next month" or "30% net 0, rest net 30"',
  }),
  'terms-shares': ({ text, sum }) => ({
    message: `the parts of "${text}" come to ${sum} %, not 100 %`,
    hint: 'let the last part be "rest", as in "30% net 0, rest net 30"',
  }),
  'terms-ambiguous': ({ text, day, readings }) => ({
    message: `"${text}" has several meanings; a bill of ${day} would be due: ${readings
      .map((r) => `${r.due} (${r.terms})`)
      .join(', ')}`,
    hint: `write the one that was agreed, as terms: ${readings[0]?.terms ?? 'net 30'}${text.startsWith('月结') ? '; or fix how the book reads it, in crm.yaml as monthlyTerms: { anchor: monthEnd, unit: day }' : ''}`,
  }),
  'calendar-unknown-year': ({ day, base, known }) => ({
    message: `the calendar ${base} knows ${known.join(', ')}, but not the holidays around ${day}`,
    hint: `add them to holidays.csv, one a line: ${day.slice(0, 4)}-01-01,holiday,NAME; a weekend day that is worked is a workday`,
  }),
  'unknown-tax': ({ name, known }) => ({
    message: `crm.yaml has no tax rate "${name}"`,
    hint: `it has ${known.join(', ')}; add a line under tax: rates:`,
  }),
  'no-price': ({ item, currency }) => ({
    message: `${item} has no price in ${currency}`,
    hint: 'give --price, or add the price to catalog.yaml',
  }),
  'price-missing': ({ customer, item, date, id }) => ({
    message: `sale ${id} of ${item} to ${customer} on ${date} has neither price nor amount; it was not billed`,
    hint: `enter the sale with its price: crm sell ${customer} ${item} --price …`,
  }),
  'sales-of-nobody': ({ customer, count }) => ({
    message: `${sales(count)} of "${customer}", who is not among the customers, stay unbilled`,
    hint: `add the customer: crm add NAME --id ${customer}`,
  }),
  'below-minimum-bill': ({ customer, currency, count, amount, minimum }) => ({
    message: `${customer}: ${sales(count)} ${count === 1 ? 'comes' : 'come'} to ${amount} ${currency}, less than the smallest bill of ${minimum}; they wait`,
    hint: `to bill them now: crm bill ${customer}`,
  }),
  'nothing-left-to-bill': ({ customer, currency, count }) => ({
    message: `${customer}: ${sales(count)} ${count === 1 ? 'comes' : 'come'} to 0 ${currency}; they wait for the next bill`,
  }),
  'over-credit-limit': ({ customer, currency, exposure, balance, unbilled, limit, over }) => ({
    message: `${customer} comes to ${exposure} ${currency} (balance ${balance}, unbilled ${unbilled}), ${over} over the credit limit of ${limit}`,
    hint: `raise it with crm edit ${customer} creditLimit=…, or ask for payment first`,
  }),
  'discount-taken': ({ number, amount, currency, until }) => ({
    message: `${number} is settled with ${amount} ${currency} early-payment discount, which holds until ${until}`,
  }),
  'rate-missing': ({ from, to }) => ({
    message: `rates.csv has no rate from ${from} to ${to} for the day, so the rows state none`,
    hint: `add a line to rates.csv: DAY,${from},${to},RATE`,
  }),
  'nothing-to-bill': () => ({ message: 'no unbilled sales' }),
  'bill-jumps': ({ number, customer, total, previous, currency, percent, most }) => ({
    message: `${number} for ${customer} is ${total} ${currency}, ${percent > 0 ? '+' : ''}${percent} % against the last bill of ${previous}; up to ${most} % pass unsaid`,
    hint: `look at it first: crm bill ${customer} --dry-run`,
  }),
  'rate-not-in-force': ({ rate, country, date, known }) => ({
    message: `${rate} % is no rate of ${country} on ${date}, which has ${known.map((k) => `${k} %`).join(', ')}`,
    hint: 'add to tax: in crm.yaml: changes: [{ rate: NAME, from: DAY, percent: … }]',
  }),
  'buyers-without-tax-id': ({ customers }) => ({
    message: `${customers.length === 1 ? '1 firm is' : `${customers.length} firms are`} billed with tax and without a tax id: ${listed(customers, ' and ')}`,
    hint: `crm edit ${customers[0] ?? 'ID'} taxId=…`,
  }),
  'bills-planned': (p) => ({
    message: `${sales(p.sales)} on ${[...(p.bills > 0 ? [bills(p.bills)] : []), ...(p.credits > 0 ? [credits(p.credits)] : [])].join(' and ')}`,
  }),
  'quote-planned': ({ number, customer, amount, currency }) => ({
    message: `quote ${number} for ${customer}: ${amount} ${currency}`,
    hint: `crm bill --accept ${number} makes the bill once it is accepted`,
  }),
  'proformas-planned': ({ count }) => ({
    message: `${count === 1 ? '1 pro-forma document' : `${count} pro-forma documents`}; nothing is claimed, and the sales stay to be billed`,
  }),
  'proforma-exists': ({ number, customer }) => ({
    message: `${number} for ${customer} says the same already; none was made`,
  }),
  'proforma-not-positive': ({ customer, amount, currency }) => ({
    message: `${customer}: what is due comes to ${amount} ${currency}, of which there is no pro-forma document`,
  }),
  'unknown-quote': ({ number, known }) => ({
    message: `there is no quote or pro-forma document "${number}"`,
    hint: known.length === 0 ? 'crm bill ID --quote --line ITEM,3 makes one' : `there is ${listed(known, ' and ')}`,
  }),
  'quote-of-another': ({ number, customer }) => ({ message: `${number} is for ${customer}` }),
  'quote-accepted-already': ({ number, bill }) => ({ message: `${number} was accepted already: it became ${bill}` }),
  'quote-expired': ({ number, until }) => ({
    message: `${number} was valid until ${until}`,
    hint: 'make a new one, or name a day within its validity with --date',
  }),
  'quote-outdated': ({ number, sales: ids }) => ({
    message: `${number} holds ${sales(ids.length)} no longer to be billed as they were: ${listed(ids, ' and ')}`,
    hint: 'crm bill --proforma makes a new one of what is due now',
  }),
  'quote-differs': ({ number, quoted, billed, currency, rates }) => ({
    message: `the bill differs from ${number}: its lines come to ${billed} ${currency} with tax at ${rates.join(', ')}, those of the quote to ${quoted}`,
    hint: 'prices or rates changed in between; look at it with --dry-run before it goes out',
  }),
  'quote-line': ({ text }) => ({
    message: `--line "${text}" does not say an item, a quantity and a price`,
    hint: 'write ITEM, ITEM,QUANTITY or ITEM,QUANTITY,PRICE, like --line consulting,3,120',
  }),
  'not-a-deposit': ({ text, currency }) => ({
    message: `--deposit "${text}" is neither an amount in ${currency} nor percent of a quote`,
    hint: 'write it like 5000.00, or 30% with --of QUOTE',
  }),
  'deposit-without-quote': ({ text }) => ({
    message: `${text} of what? a deposit in percent is of a quote or pro-forma document`,
    hint: 'name it with --of NUMBER, or give an amount',
  }),
  'deposit-beyond-quote': ({ number, amount, total, currency }) => ({
    message: `a deposit of ${amount} ${currency} is more than ${number}, which comes to ${total}`,
  }),
  'deposit-used': ({ number, amount, used, currency }) => ({
    message: `of the deposit ${number} over ${amount} ${currency}, later bills have taken off ${used}`,
    hint: 'credit or void the bills that took it off first',
  }),
  'deposit-outside-scope': ({ number, customer }) => ({
    message: `the deposit ${number} of ${customer} was not taken off: of deposit and bill only one is within the scope of tax (category O; EN 16931, BR-O-11)`,
    hint: `crm credit ${number} takes the deposit back; what was paid for it then settles bills`,
  }),
  'deposit-overused': ({ number, total, used }) => ({
    message: `of the deposit ${number} over ${total}, bills and credit notes took more than it holds: bills ${used}`,
    hint: 'credit one of the bills that took it off, and bill it again',
  }),
  'unknown-branch': ({ branch, known }) => ({
    message: `crm.yaml gives no numbers to a branch "${branch}"`,
    hint:
      known.length === 0
        ? 'add it under numbering: branches:'
        : `it has ${known.join(', ')}; add it under numbering: branches:`,
  }),
  'bill-not-positive': ({ amount, currency }) => ({
    message: `a bill of ${amount} ${currency} cannot be issued`,
    hint: 'leave out --bill: the next bill run takes the return into account',
  }),
  'sale-planned': ({ customer, item, quantity, amount, currency }) => ({
    message: `sold to ${customer}: ${quantity} × ${item}, ${amount} ${currency}`,
  }),
  'usage-planned': ({ customer, item, quantity }) => ({
    message: `used by ${customer}: ${quantity} × ${item}; its contract prices it at the end of the cycle`,
  }),
  'bill-planned': ({ number, amount, currency, due }) => ({
    message: `bill ${number}: ${amount} ${currency}, due ${due}`,
  }),
  'paid-at-once': ({ number, amount, currency }) => ({ message: `${amount} ${currency} received for ${number}` }),
  'not-a-span': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a length of time`,
    hint: 'write it like month, 2 weeks, quarter or 12 months',
  }),
  'contract-id': ({ id }) => ({
    message: `"${id}" cannot be the id of a contract`,
    hint: 'use a to z, 0 to 9 and hyphens inside, like support-2026',
  }),
  'unknown-contract': ({ customer, contract, known }) => ({
    message: `${customer} has no contract "${contract}"`,
    hint:
      known.length === 0 ? `crm contract add ${customer} ${contract} ITEM begins it` : `there is ${known.join(', ')}`,
  }),
  'unknown-contract-line': ({ contract, line, known }) => ({
    message: `contract ${contract} has no line "${line}"`,
    hint: `there is ${known.join(', ')}`,
  }),
  'contract-exists': ({ customer, contract, flags }) => ({
    message: `contract ${contract} is there already; ${flags.join(', ')} ${flags.length === 1 ? 'is' : 'are'} for one that begins`,
    hint: `crm contract change ${customer} ${contract} --from DAY changes prices; what is agreed for the whole of it takes a new contract`,
  }),
  'contract-line-exists': ({ customer, contract, line }) => ({
    message: `contract ${contract} has a line ${line} already`,
    hint: `change it: crm contract change ${customer} ${contract} ${line} --from DAY --price …`,
  }),
  'contract-ends-before-start': ({ contract, start, on }) => ({
    message: `contract ${contract} begins on ${start}, so it cannot end on ${on}`,
    hint: 'name a later day with --on',
  }),
  'contract-without-term': ({ contract }) => ({
    message: `contract ${contract} has no end or no term to renew by`,
    hint: 'name the new last day with --until',
  }),
  'contract-renewal-earlier': ({ contract, end, until }) => ({
    message: `contract ${contract} runs to ${end}, beyond ${until}`,
    hint: 'crm contract end shortens a contract',
  }),
  'contract-unchanged': ({ contract }) => ({ message: `contract ${contract} says so already` }),
  'contract-line-added': ({ customer, contract, items }) => ({
    message: `${items.join(', ')} added to contract ${contract} of ${customer}; crm bill charges it from now on`,
  }),
  'contract-terms-set': ({ contract, fields }) => ({
    message: `contract ${contract}: ${fields.join(', ')} changed`,
  }),
  'tiers-of-usage': ({ contract, line, kind, keys }) => ({
    message: `line ${line} of contract ${contract} is ${kind}; only usage has ${keys.join(', ')}`,
    hint: 'give --price or --quantity',
  }),
  'usage-without-quantity': ({ contract, line }) => ({
    message: `line ${line} of contract ${contract} is usage; its quantity is what is used`,
    hint: 'enter use with crm sell or crm import --as sales; --included says what is free',
  }),
  'price-or-tiers': ({ contract, line }) => ({
    message: `line ${line} of contract ${contract} can have one price or tiers, not both`,
    hint: 'one price for all is the tier rest:PRICE',
  }),
  'once-has-no-steps': ({ customer, contract, line }) => ({
    message: `line ${line} of contract ${contract} is charged once; there is nothing to change from a day on`,
    hint: `take it out with crm contract end ${customer} ${contract} ${line} --on DAY before its day, and add another`,
  }),
  'contract-line-id': ({ id }) => ({
    message: `"${id}" cannot be the id of a line`,
    hint: 'use a to z, 0 to 9 and hyphens inside, like seats',
  }),
  'contract-line-reserved': ({ line }) => ({
    message: `"${line}" cannot be the id of a line: rows call a cycle's ${line} so`,
    hint: 'give another one with id=',
  }),
  'contract-line-text': ({ text, keys }) => ({
    message: `--line "${text}" is not a line of a contract`,
    hint: `write ITEM,QUANTITY,PRICE or ITEM,KEY=VALUE,… with ${keys.join(', ')}; tiers as 1000:0.10/rest:0.05`,
  }),
  'contract-line-key': ({ key, like, keys }) => ({
    message: `a line of a contract has no "${key}"`,
    hint: like.length > 0 ? `did you mean ${listed(like, ' or ')}?` : `there is ${keys.join(', ')}`,
  }),
  'contract-flags': ({ action, flags, allowed }) => ({
    message: `crm contract ${action} has nothing to do with ${flags.join(', ')}`,
    hint: `it takes ${allowed.join(', ')}`,
  }),
  'contract-fixed': ({ customer, contract, flags }) => ({
    message: `${flags.join(', ')}: agreed for the whole of contract ${contract}, so no day can change it`,
    hint: `end it with crm contract end ${customer} ${contract} --on DAY and begin another with crm contract add`,
  }),
  'contract-bounds-crossed': ({ minimum, maximum }) => ({
    message: `a minimum of ${minimum} lies above the maximum of ${maximum}`,
    hint: 'give both: --minimum and --maximum',
  }),
  'contract-changes-apart': ({ flags }) => ({
    message: `${listed(flags, ' and ')} are different changes`,
    hint: 'give them one after the other',
  }),
  'contract-change-missing': () => ({
    message: 'nothing says what is to change',
    hint: 'give --price, --quantity, --tier, --included, --package, --tiers, --minimum, --maximum, --discount or --index with --from DAY; or --name, --project, --renewal, --term, --notice',
  }),
  'tier-text': ({ text }) => ({
    message: `--tier "${text}" is not a tier in order of quantity`,
    hint: 'write UP-TO:PRICE or UP-TO:PRICE:FEE, rising, the last one rest:PRICE, like --tier 1000:0.10 rest:0.05',
  }),
  'contracts-expire': ({ contracts, days }) => ({
    message: `${contracts.length === 1 ? '1 contract ends' : `${contracts.length} contracts end`} within ${days} days, or renew unless notice is given: ${listed(contracts, ' and ')}`,
    hint: 'crm contract list --expiring',
  }),
  'contract-changed': ({ contract, line, from }) => ({
    message: `contract ${contract}: ${line} changes on ${from}; what is billed beyond that day is corrected on the next bill`,
  }),
  'contract-changed-all': ({ contract, what, percent, from }) => ({
    message: `contract ${contract}: ${what === 'discount' ? `${percent} % off` : `prices change by ${percent} %`} from ${from}; what is billed beyond that day is corrected on the next bill`,
  }),
  'contract-bounds-changed': ({ contract, from }) => ({
    message: `contract ${contract}: minimum or maximum changes with the first cycle that begins on ${from} or later`,
  }),
  'contract-discounts-end': ({ contract, last }) => ({
    message: `contract ${contract}: discounts end on ${last}; what is billed beyond that day is corrected on the next bill`,
  }),
  'contract-ended': ({ contract, on }) => ({ message: `contract ${contract} ends on ${on}, its last day` }),
  'contract-renewed': ({ contract, until }) => ({ message: `contract ${contract} runs to ${until}` }),
}
