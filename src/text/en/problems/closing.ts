// Sentences for the problems of the area "closing".
import type { ClosingProblems } from '../../../core/base/problems/closing.ts'
import type { Sentences } from '../../catalogue.ts'
import { factNames } from '../words/facts.ts'
import { money } from '../words/money.ts'

const names: Readonly<Record<string, string>> = { ...money, ...factNames }

const mend = 'bring it back as it was (git log -p), or crm reopen the month and close it again'

export const closingProblems: Sentences<ClosingProblems> = {
  'month-closed': ({ month, date, count, newest, open }) => ({
    message:
      count === 1
        ? `${month} is closed: nothing can be dated ${date} any more`
        : `${month} is closed: ${count} rows and documents would be dated inside it, the first ${date}`,
    hint: `date it ${open} or later (--date ${open}), or take the closing back: crm reopen ${newest} --reason "…"`,
  }),
  'not-a-month': ({ text }) => ({ message: `"${text}" is not a month`, hint: 'write it like 2026-10' }),
  'month-not-over': ({ month, last, today }) => ({
    message: `${month} ends on ${last}, and today is ${today}`,
    hint: 'a month can be closed from the day after it ends',
  }),
  'month-closed-already': ({ month, newest }) => ({
    message:
      month === newest ? `${month} is closed already` : `${month} is closed already, with everything up to ${newest}`,
    hint: `crm report handover ${month} shows it`,
  }),
  'month-before-book': ({ month, first }) => ({
    message: `${month} ends before the first row of the book, of ${first}`,
    hint: `the first close may be any month from there on: crm close ${first.slice(0, 7)}`,
  }),
  'close-out-of-order': ({ month, next }) => ({
    message: `${month} cannot be closed before ${next}`,
    hint: `months close in order: crm close ${next}`,
  }),
  'month-unproven': ({ month, findings }) => ({
    message: `${month} is not proven: ${findings} finding${findings === 1 ? '' : 's'}, so it stays open`,
    hint: 'mend what is named above; crm check shows it again',
  }),
  'month-has-open-lines': ({ month, count }) => ({
    message: `${count} bank line${count === 1 ? '' : 's'} up to the end of ${month} ${count === 1 ? 'is' : 'are'} not reconciled`,
    hint: `crm reconcile; what is booked later comes on the first open day and keeps its bank day`,
  }),
  'month-is-closed': ({ month, count, open }) => ({
    message: `${month} is closed over ${count} rows and documents; the first open day is ${open}`,
  }),
  'month-not-closed': ({ month }) => ({
    message: `${month} is not closed`,
    hint: 'crm report handover shows the state of a month',
  }),
  'reopen-newest-first': ({ month, newest }) => ({
    message: `${month} cannot be reopened before ${newest}`,
    hint: `the newest month is reopened first: crm reopen ${newest} --reason "…"`,
  }),
  'month-is-reopened': ({ month, date, reason }) => ({
    message: `${month} was reopened on ${date}: ${reason}`,
    hint: `when it is right: crm close ${month}`,
  }),
  'booked-on-open-day': ({ count, newest, open }) => ({
    message: `${count} row${count === 1 ? '' : 's'} of days up to ${newest}, which is closed, ${count === 1 ? 'comes' : 'come'} on ${open}; the bank's day stands in the memo`,
  }),
  'close-edited': ({ month }) => ({
    message: `closes/${month}.yaml was changed after the closing: it does not bear its seal`,
    hint: mend,
  }),
  'close-unchained': ({ month, before }) => ({
    message: `closes/${month}.yaml does not continue ${before === '' ? 'as the first closed month' : before}: its previous seal is another`,
    hint: 'an earlier month was closed again by itself; reopen down to it, newest first, and close in order',
  }),
  'close-gap': ({ month, before }) => ({
    message: `closes/${month}.yaml follows ${before}: the months between are missing`,
    hint: 'bring the missing files of closes/ back from git',
  }),
  'closed-after-reopened': ({ month, reopened }) => ({
    message: `${month} is closed while ${reopened} before it is open`,
    hint: `crm reopen ${month} --reason "…", then close ${reopened} first`,
  }),
  'closed-row-added': ({ month, kind, id }) => ({
    message: `closed month ${month}: ${kind} ${id} was added after the closing`,
    hint: mend,
  }),
  'closed-row-missing': ({ month, kind, id }) => ({
    message: `closed month ${month}: ${kind} ${id} is missing`,
    hint: mend,
  }),
  'closed-row-edited': ({ month, kind, id }) => ({
    message: `closed month ${month}: ${kind} ${id} is not as it was closed`,
    hint: mend,
  }),
  'closed-list-damaged': ({ month, was, is }) => ({
    message: `closed month ${month}: closes/${month}.csv is not the list that was sealed (${was} entries then, ${is} rows and documents now)`,
    hint: 'bring the file back from git; then crm check names what changed',
  }),
  'closed-total-differs': ({ month, total, was, is, off }) => ({
    message: `closed month ${month}: ${(names[total] ?? total).toLowerCase()} was ${was} and is ${is}, ${off} off`,
    hint: mend,
  }),
  'provision-without-rate': ({ segment, currency, age }) => ({
    message: `there is no loss rate for ${segment}, ${currency}, ${names[age] ?? `${age} days late`}: nothing is provided there`,
    hint: 'give the segment its rates in crm.yaml under provision',
  }),
  'framework-without-provision': () => ({
    message:
      'this framework knows no provision: a loss is booked when it is certain, with crm writeoff (小企业会计准则 art. 6)',
  }),
  'provision-not-set-up': ({ rates }) => ({
    message: 'crm.yaml says nothing about a provision',
    hint: `write: provision: { framework: ifrs, segments: [{ name: all, rates: [0.3, 1.6, …] }] } with ${rates} percentages: not due, each bucket, beyond; or framework: small where there is none`,
  }),
  'provision-rates-count': ({ segment, found, rates }) => ({
    message: `segment "${segment}" has ${found} loss rates and needs ${rates}`,
    hint: 'one for what is not due, one for each bucket, one for what is beyond the last',
  }),
  'nothing-to-explain': ({ name }) => ({
    message: `there is no customer, document, payment or row ${name}`,
    hint: 'name it by id or number; crm show CUSTOMER lists his last rows',
  }),
  'line-missing': ({ line, row }) => ({
    message: `row ${row} comes from bank line ${line}, which no file of bank/ holds`,
    hint: 'bring the file back from git, or import the statement again',
  }),
  'line-overbooked': ({ line, booked, brought, over, rows }) => ({
    message: `bank line ${line} brought ${brought}, and ${booked} of it is booked, ${over} too much: ${rows.join(', ')}`,
    hint: `crm reverse the row that is one too many, as ${rows[rows.length - 1]}`,
  }),
  'line-ignored-and-booked': ({ line, row }) => ({
    message: `bank line ${line} is ignored, and row ${row} books it`,
    hint: `take the line out of ignored.csv, or crm reverse ${row}`,
  }),
}
