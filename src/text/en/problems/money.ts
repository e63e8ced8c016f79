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
    hint: `leave it out; crm show ${number} lists what settled it`,
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
  'rows-of-nobody': ({ customer, count, like }) => ({
    message: `${count} rows belong to ${customer}, who has no file`,
    hint:
      like.length === 0
        ? `add the customer: crm add NAME --id ${customer}`
        : `add the customer, or did you mean ${like.join(', ')}?`,
  }),
  'balance-differs': ({ customer, day, rows, open, onAccount, off }) => ({
    message: `${customer} on ${day}: the rows sum to ${rows}, but ${open} open less ${onAccount} on account is ${off} away from it`,
    hint: 'mend the rows that crm check --only rows names',
  }),
  'roll-forward-differs': ({ customer, day, rolled, balance, off }) => ({
    message: `${customer} on ${day}: opening balance and movements come to ${rolled}, the balance is ${balance}: ${off} off`,
    hint: 'mend the rows that crm check --only rows names',
  }),
  'aging-differs': ({ customer, day, columns, balance, off }) => ({
    message: `${customer} on ${day}: the aging columns sum to ${columns}, the balance is ${balance}: ${off} off`,
    hint: 'mend what crm check --only balances names',
  }),
  'document-without-file': ({ number, kind }) => ({
    message: `the ${kind} ${number} has rows but no file`,
    hint: `bring back bills/…/${number}.yaml (git log -- "bills/*/${number}.yaml"); rows brought in by an import say so in source`,
  }),
  'document-without-rows': ({ number, total }) => ({
    message: `${number} of ${total} has a file but no row in the journal`,
    hint: 'bring back its rows with git, or remove the file if it was never issued',
  }),
  'lines-differ': ({ number, lines, total, off }) => ({
    message: `the lines of ${number} come to ${lines}, its total says ${total}: ${off} off`,
    hint: 'an issued document is never edited: restore it with git checkout, then credit what is wrong',
  }),
  'rows-differ': ({ number, rows, total, off }) => ({
    message: `the journal rows of ${number} come to ${rows}, its file says ${total}: ${off} off`,
    hint: 'neither is ever edited: restore the one that was with git checkout',
  }),
  'row-and-file-differ': ({ number, id, field, inRow, inFile }) => ({
    message: `${number}: the ${field} is ${inFile} in the file and ${inRow} in the row ${id}`,
    hint: 'restore the one that was edited with git checkout',
  }),
  'number-twice': ({ number, account, other, place }) => ({
    message: `${number} of ${account} is also a document of ${other}, at ${place}`,
    hint: 'two branches issued the same number: renumber the one that was not sent',
  }),
  'number-missing': ({ number, kind, pattern }) => ({
    message: `${number} is missing: the ${kind} numbers ${pattern} have a gap`,
    hint: 'look for a branch that was not merged or a file that was removed: git log --all -- bills',
  }),
  'sale-billed-twice': ({ id, bills }) => ({
    message: `the sale ${id} is on several live bills: ${bills.join(', ')}`,
    hint: 'credit the line on one of them',
  }),
  'billed-sale-missing': ({ id, bills }) => ({
    message: `${bills.join(', ')} bills the sale ${id}, which is not in the journal`,
    hint: 'bring the row back with git',
  }),
  'billed-sale-reversed': ({ id, bills }) => ({
    message: `the sale ${id} is reversed, but ${bills.join(', ')} still bills it`,
    hint: 'credit the line',
  }),
  'move-unpaired': ({ of, outs, ins }) => ({
    message: `of ${of}, ${outs} amounts were moved out and ${ins} came in`,
    hint: 'a move is a pair: reverse the half that is alone and move again',
  }),
  'unknown-format': ({ name, like, known }) => ({
    message: `there is no format "${name}" to export to`,
    hint: like.length === 0 ? `there are: ${known.join(', ')}` : `did you mean ${like.join(', ')}?`,
  }),
  'unknown-row': ({ name }) => ({
    message: `no row is called ${name}`,
    hint: 'name it by its id or number, or like "last payment of CUSTOMER"',
  }),
  'source-holds-less': ({ name, wanted, amount, remaining, currency }) => ({
    message:
      wanted === remaining
        ? `nothing is left of the ${amount} ${currency} of ${name}`
        : `${name} has ${remaining} of ${amount} ${currency} left, not ${wanted}`,
    hint:
      wanted === remaining
        ? `take something back first with crm unapply ${name}`
        : `use at most ${remaining}, or take something back first with crm unapply`,
  }),
  'nothing-applied': ({ name }) => ({
    message: `nothing is applied from or to ${name}`,
    hint: 'crm show lists what was',
  }),
  'nothing-on-account': ({ name, currency }) => ({
    message: `${name} has no ${currency} on account to give back`,
    hint: 'crm report balance shows what is on account; --currency chooses another currency',
  }),
  'cannot-reverse': ({ kind, name }) => ({
    message: `${name} is a ${kind}, which is not reversed`,
    hint:
      kind === 'reverse'
        ? 'enter the row again'
        : kind === 'credit'
          ? `what it took back is billed again; what is left of it goes to another document: crm apply ${name}`
          : `take it back with crm credit ${name}`,
  }),
  'already-reversed': ({ kind, name, date }) => ({
    message: `the ${kind} ${name} was reversed on ${date} already`,
    hint: 'enter it again if it should count',
  }),
  'reverse-too-early': ({ name, date, began }) => ({
    message: `${name} is of ${began} and cannot be reversed on ${date}`,
    hint: `give --date ${began} or later`,
  }),
  'sale-is-billed': ({ id }) => ({
    message: `the sale ${id} is on a bill`,
    hint: 'credit its line on the bill instead',
  }),
  'reverse-drawn': ({ name, drawn, rows }) => ({
    message: `${drawn} was refunded, moved, written off or recovered out of ${name} (${rows.join(', ')})`,
    hint: `reverse that first: ${rows.map((id) => `crm reverse ${id}`).join(', ')}`,
  }),
  'move-to-itself': ({ name }) => ({
    message: `${name} is there already`,
    hint: 'say where: --to CUSTOMER, or --currency CODE',
  }),
  'move-without-rate': ({ from, to, date }) => ({
    message: `rates.csv does not lead from ${from} to ${to} on ${date}`,
    hint: `add a line to rates.csv: ${date},${from},${to},RATE, or say what arrives with --receives AMOUNT`,
  }),
  'number-taken': ({ number, customer }) => ({
    message: `there is a document ${number} already, of ${customer}`,
    hint: 'choose another number',
  }),
  'credit-beyond': ({ number, wanted, amount, prior, left, currency }) => ({
    message: `${wanted} ${currency} cannot be credited on ${number}: of ${amount}, ${prior} is credited already, which leaves ${left}`,
    hint: `credit at most ${left}`,
  }),
  'credited-whole': ({ number, amount, prior, currency }) => ({
    message: `${number} is credited already: ${prior} of ${amount} ${currency}`,
    hint: `crm show ${number} lists its credit notes`,
  }),
  'credit-amount-and-lines': ({ number, amount, lines }) => ({
    message: `either ${amount} of ${number} is credited or its lines (${lines.join(', ')}), not both`,
    hint: 'leave the amount out: whole lines are credited',
  }),
  'credit-needs-document': ({ name, flag }) => ({
    message: `${flag} is about a document, and ${name} is a customer`,
    hint: `crm show ${name} lists the documents`,
  }),
  'writeoff-beyond-open': ({ number, wanted, open, over, currency }) => ({
    message: `${wanted} ${currency} is ${over} more than the ${open} that ${number} still has open`,
    hint: `write off at most ${open}: crm writeoff ${number} ${open}`,
  }),
  'no-such-line': ({ number, line, lines }) => ({
    message: `${number} has ${lines} lines, no line ${line}`,
    hint: 'crm show lists them, counted from 1',
  }),
  'line-credited': ({ number, line, by }) => ({
    message: `line ${line} of ${number} was taken back by ${by} already`,
    hint: `credit the other lines, or an amount; crm show ${by} lists what it took back`,
  }),
  'released-already': ({ number, sale, by }) => ({
    message: `the sale ${sale} on ${number} was taken back and released by ${by} already`,
    hint: `credit the other lines; crm show ${by} lists what it took back`,
  }),
  'release-needs-lines': ({ number }) => ({
    message: `an amount of ${number} has no sales to release`,
    hint: 'credit whole lines with --line, or the whole document',
  }),
  'credit-planned': ({ number, of, amount, currency }) => ({
    message: `credit note ${number}: ${amount} ${currency} on ${of}`,
  }),
  'void-settled': ({ number, settled, currency, by, alone }) => ({
    message: `${number} cannot be voided: ${settled} ${currency} is set against it (${[...by, ...alone].join(', ')})`,
    hint: `take it back first: ${[...(by.length === 0 ? [] : [`crm unapply ${number}`]), ...alone.map((id) => `crm reverse ${id}`)].join(', ')}; or credit it, which leaves on account what was paid: crm credit ${number}`,
  }),
  'nothing-written-off': ({ name }) => ({
    message: `${name} has no write-off that could be recovered`,
    hint: 'crm show lists its rows',
  }),
  'recover-beyond': ({ name, wanted, left, currency }) => ({
    message: `${wanted} ${currency} is more than the ${left} written off on ${name} and not yet recovered`,
    hint: `recover at most ${left}`,
  }),
  'recover-one-thing': ({ name }) => ({
    message: `--keep and --break-lock are about an unfinished commit, ${name} about a write-off`,
    hint: 'run crm recover twice, once for each',
  }),
  'report-rate-missing': ({ from, to, day }) => ({
    message: `rates.csv has no rate from ${from.join(', ')} to ${to} on or before ${day}`,
    hint: `add a line to rates.csv for each: ${day},${from[0]},${to},RATE; or leave --in away`,
  }),
  'report-needs-period': ({ report }) => ({
    message: `${report} is about a period`,
    hint: `say which, as crm report ${report} --period 2026-10`,
  }),
}
