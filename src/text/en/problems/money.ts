// Sentences for the problems of the area "money".
import type { MoneyProblems } from '../../../core/base/problems/money.ts'
import type { Sentences } from '../../catalogue.ts'

export const moneyProblems: Sentences<MoneyProblems> = {
  'unknown-document': ({ number, like }) => ({
    message: `there is no document ${number}`,
    hint: like.length === 0 ? 'crm report balance shows what is open' : `did you mean ${like.join(', ')}?`,
  }),
  'unknown-item': ({ item, like }) => ({
    message: `catalog.yaml has no item "${item}"`,
    hint: like.length === 0 ? 'add it to catalog.yaml, or give --price' : `did you mean ${like.join(', ')}?`,
  }),
  'row-target-unknown': ({ kind, id, column, target }) => ({
    message:
      target === ''
        ? `the ${kind} row ${id} names nothing in "${column}"`
        : `the ${kind} row ${id} names ${target} in "${column}", which is not in the journal`,
    hint: `the row counts for nothing; reverse it with crm reverse ${id} and enter it again`,
  }),
  'row-other-account': ({ kind, id, account, target, other }) => ({
    message: `the ${kind} row ${id} of ${account} acts upon ${target} of ${other}`,
    hint: `the row counts for nothing; to use money of another customer or currency, crm move it first`,
  }),
  'not-reversible': ({ id, target, kind }) => ({
    message: `row ${id} reverses ${target}, but a ${kind} is not reversed`,
    hint: kind === 'reverse' ? 'enter the row again' : `take it back with crm credit ${target}`,
  }),
  'reversed-twice': ({ id, target }) => ({
    message: `row ${id} reverses ${target}, which is reversed already`,
    hint: 'a row is reversed once; the second reversal counts for nothing',
  }),
  'reversed-before': ({ id, target, date, began }) => ({
    message: `row ${id} reverses ${target} on ${date}, before its day ${began}`,
    hint: `the reversal counts from ${began}`,
  }),
  'used-after-reversal': ({ kind, id, date, reversed }) => ({
    message: `the ${kind} row ${id} of ${date} uses what was reversed on ${reversed}`,
    hint: 'the row counts for nothing',
  }),
  'over-settled': ({ kind, name, amount, used, over }) => ({
    message: `${kind} ${name} of ${amount} is settled with ${used}, ${over} too much`,
    hint: `crm show ${name} lists what was set against it; take one back with crm unapply`,
  }),
  'over-used': ({ kind, name, amount, used, over }) => ({
    message: `${kind} ${name} holds ${amount} and ${used} of it is used, ${over} too much`,
    hint: `take back what was applied twice with crm unapply ${name}`,
  }),
  'over-recovered': ({ name, amount, used, over }) => ({
    message: `of the write-off ${name} of ${amount}, ${used} was recovered, ${over} too much`,
    hint: 'reverse a recovery with crm reverse',
  }),
  'unknown-source': ({ name }) => ({
    message: `there is no payment, credit note or opening ${name}`,
    hint: 'name it by its row id or number; crm show CUSTOMER lists them',
  }),
  'ambiguous-document': ({ name, candidates }) => ({
    message: `"${name}" may be ${candidates.join(' or ')}`,
    hint: 'give it in full',
  }),
  'amount-not-positive': ({ text, currency }) => ({
    message: `the amount ${text} ${currency} is not more than zero`,
    hint: 'money given back is entered with crm refund, a mistake is taken back with crm reverse',
  }),
  'settles-currencies': ({ currencies }) => ({
    message: `the documents named are in several currencies: ${currencies.join(', ')}`,
    hint: 'enter one payment per currency',
  }),
  'settles-twice': ({ number }) => ({ message: `${number} is named twice`, hint: 'name each document once' }),
  'settles-beyond-payment': ({ named, amount, over, currency }) => ({
    message: `the parts named come to ${named} ${currency}, ${over} more than the ${amount} there is`,
    hint: 'lower a part, or leave out the amount of one: --settles NUMBER',
  }),
  'settles-beyond-open': ({ number, wanted, open, over, currency }) => ({
    message: `${wanted} ${currency} is ${over} more than the ${open} that ${number} still has open`,
    hint: `settle at most ${open}; what is left of the money stays on account`,
  }),
  'document-of-other': ({ number, owner, customer }) => ({
    message: `${number} is a document of ${owner}, not of ${customer}`,
    hint: `if ${customer} pays for ${owner}, move the money with crm move, then apply it`,
  }),
  'document-in-other-currency': ({ number, currency, paid }) => ({
    message: `${number} is in ${currency}, the money is in ${paid}`,
    hint: `enter the payment, then crm move it to ${currency} and apply it`,
  }),
  'nothing-open': ({ number, amount, settled, currency }) => ({
    message: `${number} has nothing open: ${settled} of ${amount} ${currency} is settled`,
    hint: 'leave it out; what is not applied stays on account',
  }),
  'payment-planned': ({ id, customer, amount, currency }) => ({
    message: `payment ${id}: ${amount} ${currency} from ${customer}`,
  }),
  'payment-on-account': ({ customer, rest, currency }) => ({
    message: `${rest} ${currency} of it stays on account of ${customer}`,
    hint: 'set it against a document later with crm apply',
  }),
  'payment-tied': ({ rest, currency, numbers }) => ({
    message: `${rest} ${currency} of it stays on account: it does not cover ${numbers.join(' and ')}, which fall due on the same day`,
    hint: `say which with crm apply, or with --settles ${numbers[0]}`,
  }),
  'report-needs-customer': ({ report }) => ({
    message: `the report ${report} is about a customer`,
    hint: `name one: crm report ${report} CUSTOMER`,
  }),
  'unknown-report': ({ name, like, known }) => ({
    message: `there is no report "${name}"`,
    hint: like.length === 0 ? `there are: ${known.join(', ')}` : `did you mean ${like.join(', ')}?`,
  }),
  'ends-before-begin': ({ from, to }) => ({
    message: `--to ${to} is before --from ${from}`,
    hint: 'both days are included',
  }),
}
