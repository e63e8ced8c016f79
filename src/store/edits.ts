// Changes in domain words + the files as they were read → new contents of files. Pure; paths are made here and nowhere else.
import { type Day, monthOf } from '../core/base/day.ts'
import { problem, UserError } from '../core/base/problem.ts'
import type { Item } from '../core/book/catalog.ts'
import type { Change } from '../core/book/change.ts'
import { isCustomerId } from '../core/book/customer.ts'
import type { Settings } from '../core/book/settings.ts'
import { activityCodec } from './codecs/activity.ts'
import { bankCodec, ignoredCodec } from './codecs/bank.ts'
import { bankRuleCodec } from './codecs/bank-rule.ts'
import { folderOf, writeBill } from './codecs/bill.ts'
import { classesCodec } from './codecs/classes.ts'
import { writeClose, writeSealed } from './codecs/close.ts'
import { writeCustomer } from './codecs/customer.ts'
import { journalCodec } from './codecs/journal.ts'
import { writeMapping } from './codecs/mapping.ts'
import { ratesCodec } from './codecs/rates.ts'
import { remittanceCodec } from './codecs/remittance.ts'
import { statementCodec } from './codecs/statement.ts'
import type { Edit } from './commit.ts'
import { appendRows } from './csv/append.ts'
import type { Columns } from './csv/header.ts'
import { writeRow } from './csv/write.ts'
import { digest } from './digest.ts'
import { addItems } from './edit-catalog.ts'
import { editCustomer } from './edit-customer.ts'
import { isDocumentNumber, isMonth } from './fields.ts'

/** The bytes of a file of the book as they are now; null where there is none. */
export type CurrentBytes = (path: string) => Uint8Array | null

/** What happens to one file: rows at its end, items at its end, or a new text made of its old one. */
type FileChange =
  | { readonly as: 'rows'; readonly codec: Columns; readonly lines: string[] }
  | { readonly as: 'items'; readonly items: Item[] }
  | { readonly as: 'text'; readonly make: ((text: string | null) => string)[] }

/** One edit for each file that gets other bytes, in order of path. Rows keep the order of their changes. */
export function editsFor(changes: readonly Change[], settings: Settings, current: CurrentBytes): Edit[] {
  const byFile = new Map<string, FileChange>()
  for (const change of changes) {
    const [path, what] = fileChange(change, settings)
    const known = byFile.get(path)
    if (known === undefined) byFile.set(path, what)
    else if (known.as === 'rows' && what.as === 'rows') known.lines.push(...what.lines)
    else if (known.as === 'items' && what.as === 'items') known.items.push(...what.items)
    else if (known.as === 'text' && what.as === 'text') known.make.push(...what.make)
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, what]) => {
      const before = current(path)
      const after = newBytes(path, before, what)
      const same = before !== null && Buffer.from(before).equals(after)
      return same ? [] : [{ path, before: before === null ? null : digest(before), after }]
    })
}

function newBytes(path: string, before: Uint8Array | null, what: FileChange): Uint8Array {
  if (what.as === 'rows') return appendRows(path, before, what.codec, what.lines)
  return newText(before, what.as === 'items' ? [(old) => addItems(old, what.items)] : what.make)
}

function newText(before: Uint8Array | null, make: readonly ((text: string | null) => string)[]): Uint8Array {
  const whole = before === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(before)
  const bom = whole?.startsWith('\uFEFF') === true ? '\uFEFF' : ''
  const start = whole === null ? null : whole.slice(bom.length)
  return new TextEncoder().encode(bom + make.reduce<string | null>((text, f) => f(text), start))
}

function row(path: string, codec: Columns, cells: readonly string[]): [string, FileChange] {
  // As a line at once: a million rows of eighteen texts each take more memory than all that they say.
  return [path, { as: 'rows', codec, lines: [writeRow(cells)] }]
}

function text(path: string, make: (text: string | null) => string): [string, FileChange] {
  return [path, { as: 'text', make: [make] }]
}

/** The name, where the reader will take it; what was written under another could not be read again. */
function checked(name: string, accepts: (name: string) => boolean): string {
  if (accepts(name)) return name
  throw new UserError([problem('bad-file-name', { name })])
}

/** Where a change goes. */
function fileChange(change: Change, settings: Settings): [path: string, what: FileChange] {
  const month = (folder: string, date: Day) => `${folder}/${monthOf(date)}.csv`
  switch (change.change) {
    case 'addRow':
      return row(month('journal', change.row.date), journalCodec, journalCodec.cells(change.row))
    case 'addActivity':
      return row(month('activity', change.row.date), activityCodec, activityCodec.cells(change.row))
    case 'addClass':
      return row('classes.csv', classesCodec, classesCodec.cells(change.row))
    case 'addBankLine': {
      const { line } = change
      return row(month(`bank/${checked(line.account, isCustomerId)}`, line.date), bankCodec, bankCodec.cells(line))
    }
    case 'addStatement': {
      const { statement } = change
      const folder = `bank/${checked(statement.account, isCustomerId)}`
      return row(`${folder}/statements.csv`, statementCodec, statementCodec.cells(statement))
    }
    case 'ignoreLine': {
      const { ignored } = change
      return row(
        `bank/${checked(ignored.account, isCustomerId)}/ignored.csv`,
        ignoredCodec,
        ignoredCodec.cells(ignored),
      )
    }
    case 'addRate':
      return row('rates.csv', ratesCodec, ratesCodec.cells(change.rate))
    case 'addBankRule':
      return row('bank-rules.csv', bankRuleCodec, bankRuleCodec.cells(change.rule))
    case 'addRemittance':
      return row('remittances.csv', remittanceCodec, remittanceCodec.cells(change.remittance))
    case 'addItem':
      return ['catalog.yaml', { as: 'items', items: [change.item] }]
    case 'saveMapping':
      return text(`imports/${checked(change.name, isCustomerId)}.yaml`, () => writeMapping(change.mapping))
    case 'addCustomer': {
      const path = customerPath(change.customer.id)
      return text(
        path,
        onlyNew(path, () => writeCustomer(change.customer, settings.currency)),
      )
    }
    case 'issueBill': {
      const path = `${folderOf(change.bill.kind)}/${change.bill.date.slice(0, 4)}/${checked(change.bill.number, isDocumentNumber)}.yaml`
      return text(
        path,
        onlyNew(path, () => writeBill(change.bill)),
      )
    }
    case 'setField': {
      const path = customerPath(change.customer)
      return text(
        path,
        onlyOld(path, (old) => editCustomer(old, change.path, change.value)),
      )
    }
    case 'writeClose':
      return text(closePath(change.close.month, 'yaml'), () => writeClose(change.close))
    case 'sealMonth':
      return text(closePath(change.month, 'csv'), () => writeSealed(change.lines))
    case 'replaceCustomer': {
      const path = customerPath(change.customer)
      return text(
        path,
        onlyAsWas(path, change.was, () => change.text),
      )
    }
  }
}

function closePath(month: string, ending: 'yaml' | 'csv'): string {
  return `closes/${checked(month, isMonth)}.${ending}`
}

function customerPath(id: string): string {
  return `customers/${checked(id, isCustomerId)}.yaml`
}

/** A file that must not be there yet: two bills of one number never overwrite each other. */
function onlyNew(path: string, make: () => string): (text: string | null) => string {
  return (old) => {
    if (old === null) return make()
    throw new UserError([problem('file-exists', {}, { file: path })])
  }
}

/** A person may sit at an editor for an hour, in which others change the file too. */
function onlyAsWas(path: string, was: string, make: () => string): (text: string | null) => string {
  return (old) => {
    if (old === was) return make()
    throw new UserError([problem('changed-underneath', { file: path })], 4)
  }
}

function onlyOld(path: string, make: (old: string) => string): (text: string | null) => string {
  return (old) => {
    if (old !== null) return make(old)
    throw new UserError([problem('file-unreadable', { reason: 'ENOENT' }, { file: path })])
  }
}
