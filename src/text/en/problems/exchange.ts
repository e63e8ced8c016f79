// Sentences for the problems of the area "exchange".
import type { ExchangeProblems } from '../../../core/base/problems/exchange.ts'
import type { LayoutWord } from '../../../core/base/words/exchange.ts'
import type { Sentence, Sentences } from '../../catalogue.ts'
import { count as countOf } from '../count.ts'

function xmlFault(fault: ExchangeProblems['bad-xml']['fault']): string {
  if (fault === 'declaration')
    return 'the XML declares types or entities of its own, which statements of banks never do: not read'
  if (fault === 'entity') return 'the XML speaks of an entity that is not defined'
  if (fault === 'too-deep') return 'the XML is nested deeper than any statement'
  return fault === 'too-large'
    ? 'the XML has more elements outside of its entries than any statement'
    : 'the file is not well-formed XML'
}

/** What to say where a file does not tell how it is laid out. */
const layoutSentences: Readonly<Record<string, (example: string) => Sentence>> = {
  encoding: (like) => ({
    message: 'the file is not UTF-8, and nothing tells what it is',
    hint: `if it is ${like}, add --encoding ${like}`,
  }),
  delimiter: () => ({ message: 'nothing tells what separates the columns', hint: 'add --delimiter ";"' }),
  headingRow: () => ({ message: 'no line looks like headings', hint: 'add --skip LINES or --bare' }),
  dateColumn: () => ({ message: 'no column looks like days', hint: 'add --column date=HEADING' }),
  amountColumn: () => ({
    message: 'nothing tells which column is the amount',
    hint: 'add --column amount=HEADING, or --column in=HEADING out=HEADING',
  }),
  dateFormat: (example) => ({
    message: `no day tells whether "${example}" means day/month or month/day`,
    hint: 'add --date d/M/yyyy or --date M/d/yyyy',
  }),
  decimalMark: (example) => ({
    message: `no amount tells whether "${example}" has decimals or thousands`,
    hint: 'add --decimal . or --decimal ,',
  }),
  sign: (example) => ({
    message: `nothing tells whether "${example}" came in or went out`,
    hint: 'add --sign plain (money out is negative) or --sign reversed (money out is positive)',
  }),
  readLines: () => ({ message: 'nothing was read' }),
}

function layoutOpen(property: LayoutWord, example: string): Sentence {
  return layoutSentences[property]?.(example) ?? { message: `nothing tells the ${property} of the file` }
}

export const exchangeProblems: Sentences<ExchangeProblems> = {
  'missing-column': ({ field, headings }) => ({
    message: `no column is the ${field}; the file has: ${headings.join(', ')}`,
    hint: 'name the columns in a mapping file: --map FILE; crm import --describe FILE finds out what it can of a statement',
  }),
  'unknown-encoding': ({ encoding }) => ({
    message: `there is no encoding "${encoding}"`,
    hint: 'use utf-8, gb18030, big5, shift_jis, windows-1252, utf-16le …',
  }),
  'not-in-encoding': ({ encoding }) => ({
    message: `the file is not in ${encoding}`,
    hint: 'leave --encoding away to see what it looks like',
  }),
  'import-spreadsheet': () => ({
    message: 'is a spreadsheet (or another archive), not a text',
    hint: 'open it and save the sheet as CSV UTF-8',
  }),
  'import-not-utf8': ({ looksLike }) => ({
    message: `the file is not UTF-8; it looks like ${looksLike === 'gb18030' ? 'GB18030' : 'Windows-1252'}`,
    hint: `if it is, add --encoding ${looksLike}`,
  }),
  'import-cut': () => ({
    message: 'the file ends in the middle of a row',
    hint: 'it was not copied or exported to its end: fetch it again',
  }),
  'import-unended': () => ({
    message: 'the file does not end as one of its format does: its last line may be cut',
    hint: 'look whether its last line is whole; if not, fetch it again',
  }),
  'import-empty': () => ({ message: 'the file is empty', hint: 'its first line must name the columns' }),
  'bad-xml': ({ fault }) => ({
    message: xmlFault(fault),
    hint: 'fetch the statement again; one that was edited or made by hand may not be what the bank wrote',
  }),
  'read-as-gb18030': () => ({
    message: 'the file was read as GB18030: it is not UTF-8, and its headings are those of a known statement',
  }),
  'read-as-western': () => ({
    message: 'the file was read as Windows-1252: it is not UTF-8, and its headings are those of a western bank',
  }),
  'mt940-part': () => ({
    message:
      'the file looks like a part of an MT940 statement: no field :20: begins it, so account and currency are not known',
    hint: 'fetch the whole statement from the bank',
  }),
  'unknown-field': ({ field, as, allowed }) => ({
    message: `the mapping speaks of "${field}", which ${as} do not have`,
    hint: `the fields are: ${allowed.join(', ')}`,
  }),
  'heading-twice': ({ heading, field }) => ({
    message: `two columns are headed "${heading}", so which one is the ${field} is not clear`,
    hint: 'rename one of them in the file, or map another column',
  }),
  'missing-heading': ({ heading, field, headings }) => ({
    message: `the mapping wants column "${heading}" as ${field}; the file has: ${headings.join(', ')}`,
    hint: 'mend the heading in the mapping file',
  }),
  'days-ambiguous': ({ example }) => ({
    message: `no day in the file tells whether "${example}" means day/month or month/day`,
    hint: 'add --date d/M/yyyy or --date M/d/yyyy (or write date: in a mapping file)',
  }),
  'days-contradictory': ({ example }) => ({
    message: `some days of the file are day/month and some month/day: ${example}`,
    hint: 'write date: d/M/yyyy or date: M/d/yyyy in a mapping file; the other rows are then rejected',
  }),
  'marks-ambiguous': ({ example }) => ({
    message: `no amount in the file tells whether "${example}" has decimals or thousands`,
    hint: 'add --decimal . or --decimal , (or write decimal: in a mapping file)',
  }),
  'marks-contradictory': ({ example }) => ({
    message: `the file uses both point and comma as decimal mark: ${example}`,
    hint: 'write decimal: "." or decimal: "," in a mapping file; the other rows are then rejected',
  }),
  'bad-day-pattern': ({ pattern }) => ({
    message: `"${pattern}" is not a date format`,
    hint: 'write it like yyyy-MM-dd, d/M/yyyy, MM/dd/yyyy or dd.MM.yyyy HH:mm',
  }),
  'mapping-for-other': ({ name, as, found }) => ({
    message: `the mapping ${name} is for ${found}, not for ${as}`,
    hint: `use --as ${found}, or another mapping`,
  }),
  'unknown-mapping': ({ name, known }) => ({
    message: `there is no mapping "${name}", neither as a file nor saved in imports/`,
    ...(known.length === 0 ? {} : { hint: `saved are: ${known.join(', ')}` }),
  }),
  'several-mappings': ({ names }) => ({
    message: `more than one saved mapping fits this file: ${names.join(', ')}`,
    hint: `choose one: --map ${names[0] ?? 'NAME'}`,
  }),
  'dialect-used': ({ name, bank }) => ({ message: `read as the CSV of ${bank} (dialect ${name})` }),
  'mapping-used': ({ name }) => ({ message: `columns as saved in imports/${name}.yaml` }),
  'layout-open': ({ property, example }) => layoutOpen(property, example),
  'layout-defined': ({ format }) => ({
    message: `the file is ${format}, a format that needs no description`,
    hint: 'import it: crm import FILE --as bank',
  }),
  'layout-unsaved': ({ file }) => ({
    message: 'this layout is not kept yet',
    hint: `add --save NAME, and crm import ${file} --as bank reads it by that from then on`,
  }),
  'describe-one': () => ({ message: '--describe looks at one file at a time', hint: 'name one file' }),
  'describe-bank': ({ as }) => ({
    message: `--describe is for bank lines, not for ${as}`,
    hint: 'write a mapping file by hand: --map FILE',
  }),
  'describe-flag': ({ flag }) => ({
    message: `${flag} says how a file is laid out, which only --describe takes`,
    hint: 'add --describe, and --save NAME to keep it',
  }),
  'mapping-exists': ({ name }) => ({
    message: `imports/${name}.yaml is there and says something else`,
    hint: 'choose another name, or edit that file',
  }),
  'force-unknown': ({ lines }) => ({
    message: `--force names lines whose rows are not in the book: ${lines.join(', ')}`,
    hint: 'they are taken without it; --explain lists the rows that the book has',
  }),
  'force-one': () => ({
    message: '--force names lines of one file of bank lines',
    hint: 'import that file by itself, --as bank',
  }),
  'bad-column-flag': ({ text }) => ({
    message: `"${text}" names no column`,
    hint: 'write --column FIELD=HEADING, like --column amount=Combien; a number where there are no headings',
  }),
  'mapping-saved-bare': ({ name }) => ({
    message: `layout kept as imports/${name}.yaml; without headings nothing tells which files are so, so name it: --map ${name}`,
  }),
  'mapping-saved': ({ name }) => ({
    message: `mapping kept as imports/${name}.yaml; the next such file finds it by itself`,
  }),
  'bad-mapping-name': ({ name }) => ({
    message: `a mapping cannot be saved as "${name}"`,
    hint: 'name its file with a to z, 0 to 9 and hyphens, like till-2026.yaml',
  }),
  'account-needed': () => ({
    message: 'bank lines need the account they belong to',
    hint: 'add --account NAME, the name of the folder under bank/; for statements that name it, list its iban or number under accounts: in crm.yaml',
  }),
  'account-unknown': ({ account, known }) => ({
    message: `the statement is of account "${account}", which crm.yaml does not list`,
    hint: `${known.length === 0 ? '' : `it lists ${known.join(', ')}; `}add it under accounts: (name, and iban or number), or say --account NAME`,
  }),
  'account-contradicts': ({ account, said, belongs }) => ({
    message: `the statement is of account "${said}"${belongs === '' ? '' : ` (${belongs})`}, not of ${account}`,
    hint:
      belongs === ''
        ? `mend iban or number of ${account} in crm.yaml, or name another account`
        : `leave --account away, or say --account ${belongs}`,
  }),
  'bad-workbook': () => ({
    message: 'the workbook cannot be read: it is damaged, or no workbook',
    hint: 'open it and save the sheet as CSV UTF-8',
  }),
  'legacy-workbook': () => ({
    message: 'is a workbook of old Excel (.xls), or one that a password protects; neither is read',
    hint: 'open it and save it as .xlsx or as CSV UTF-8, without a password',
  }),
  'web-page': () => ({
    message: 'is a web page, whatever its name says',
    hint: 'open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8',
  }),
  'bad-zip': () => ({
    message: 'the archive cannot be read: it is damaged or encrypted',
    hint: 'unpack it and import the files',
  }),
  'zip-too-large': ({ megabytes, limit, count }) => ({
    message: `the archive holds ${count} files of ${megabytes} MB unpacked; more than ${limit} MB or 10000 files are not read`,
    hint: 'unpack it and import the files one by one',
  }),
  'sheets-other': ({ sheet, others }) => ({
    message: `read the sheet "${sheet}"; not read: ${others.join(', ')}`,
    hint: 'save another sheet as a file of its own to import it',
  }),
  'files-skipped': ({ count, files }) => ({
    message: `${count === 1 ? '1 file' : `${count} files`} not looked at, no statement by the name: ${files.join(', ')}${count > files.length ? ' …' : ''}`,
    hint: 'name a file itself to have it read whatever its name',
  }),
  'files-none': ({ path }) => ({
    message: `there is no statement in ${path}`,
    hint: 'files ending in csv, txt, xml, sta, mt940, ofx, qbo, qfx, qif, xlsx, zip … are looked for',
  }),
  'files-many': ({ as }) => ({
    message: `several files at once are only for bank lines, not for ${as}`,
    hint: 'import them one by one',
  }),
  'files-imported': ({ files, added, known, rejected }) => ({
    message: `${files} files: ${added} new, ${known} known, ${rejected} rejected`,
  }),
  'bad-account-name': ({ account }) => ({
    message: `"${account}" cannot be the name of an account`,
    hint: 'use a to z, 0 to 9 and hyphens, like icbc-main',
  }),
  'rows-imported': ({ file, added, known, rejected }) => ({
    message: `${file}: ${added} new, ${known} known, ${rejected} rejected`,
    ...(rejected === 0
      ? {}
      : { hint: '--reject-file FILE keeps the rejected lines as they were, to be mended and imported' }),
  }),
  'rejects-kept': ({ file, count }) => ({ message: `${countOf(count, 'row')} kept in ${file}` }),
  'customers-created': ({ count }) => ({ message: count === 1 ? '1 new customer' : `${count} new customers` }),
  'documents-not-found': ({ count, documents }) => ({
    message: `${countOf(count, 'row')} settle documents that are not in the book and stay on account: ${documents.join(', ')}${count > documents.length ? ' …' : ''}`,
    hint: 'import the bills, then this file again: what is open is applied then',
  }),
  'use-create-customers': ({ count }) => ({
    message: `${countOf(count, 'row')} rejected because the customer is not in the book`,
    hint: 'add --create-customers to make a customer of each',
  }),
}
