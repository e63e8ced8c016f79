// The columns of a journal while its files are read: room for every row is laid out once, texts are found by their bytes.
import { dayNumber, noDay } from '../../core/base/day.ts'
import { halfOf } from '../../core/base/id.ts'
import { type Journal, type JournalRow, kindCode } from '../../core/book/journal.ts'
import { type JournalArrays, journalArrays } from '../../core/book/journal-builder.ts'
import { type ByteDictionary, byteDictionary } from './byte-dictionary.ts'

export interface JournalColumns {
  readonly arrays: JournalArrays
  /** Where each row begins in the bytes of its file; 0 where a careful reader read it. */
  readonly offsets: Uint32Array
  /** Rows that are there; a reader that declines sets it back. */
  length: number
  readonly customers: ByteDictionary
  readonly documents: ByteDictionary
  readonly items: ByteDictionary
  readonly currencies: ByteDictionary
  readonly texts: ByteDictionary
  readonly files: ByteDictionary
}

/** Pages of the arrays that are never written cost no memory, so the bound may be generous. */
export function journalColumns(capacity: number): JournalColumns {
  return {
    length: 0,
    arrays: journalArrays(capacity),
    offsets: new Uint32Array(capacity),
    customers: byteDictionary(capacity / 10),
    documents: byteDictionary(capacity / 2),
    items: byteDictionary(),
    currencies: byteDictionary(),
    texts: byteDictionary(capacity / 4),
    files: byteDictionary(),
  }
}

/** Rows `from` to `to` (exclusive) of other columns, with the same codes but for the file's. */
export function copyRows(
  columns: JournalColumns,
  { arrays: rows, offsets }: Pick<JournalColumns, 'arrays' | 'offsets'>,
  { from, to, file }: { readonly from: number; readonly to: number; readonly file: number },
): void {
  const { arrays, length } = columns
  for (const name of Object.keys(arrays) as (keyof JournalArrays)[])
    arrays[name].set(rows[name].subarray(from, to), length)
  columns.offsets.set(offsets.subarray(from, to), length)
  arrays.file.fill(file, length, length + to - from)
  columns.length += to - from
}

/** The dictionaries as reading the same rows from the start would have made them: in order of first appearance, nothing else. */
export function recoded(columns: JournalColumns): JournalColumns {
  const { arrays: a, length } = columns
  const again = (dictionary: ByteDictionary, ...cells: readonly Uint32Array[]) => {
    const to = new Uint32Array(dictionary.size)
    let size = 1
    for (let i = 0; i < length; i++)
      for (const column of cells) {
        const code = column[i] ?? 0
        if (code === 0) continue
        if (to[code] === 0) to[code] = size++
        column[i] = to[code] ?? 0
      }
    return dictionary.recoded(to, size)
  }
  return {
    ...columns,
    customers: again(columns.customers, a.customer),
    documents: again(columns.documents, a.document, a.of),
    items: again(columns.items, a.item),
    currencies: again(columns.currencies, a.currency),
    texts: again(columns.texts, a.quantity, a.price, a.rate, a.reason, a.source, a.method, a.memo),
  }
}

/** A row that the careful reader made. */
export function addRow(columns: JournalColumns, row: JournalRow, file: number, line: number): void {
  const { arrays: a, texts } = columns
  const i = columns.length
  // A file that grew between the look at its size and the reading of it; writing beyond an array is silent.
  if (i >= a.date.length) throw new RangeError('more rows than the files had room for')
  columns.length++
  columns.offsets[i] = 0
  a.idHigh[i] = halfOf(row.id, 'high')
  a.idLow[i] = halfOf(row.id, 'low')
  a.date[i] = dayNumber(row.date)
  a.kind[i] = kindCode(row.kind)
  a.customer[i] = columns.customers.codeOfText(row.customer)
  a.document[i] = columns.documents.codeOfText(row.document)
  a.of[i] = columns.documents.codeOfText(row.of)
  a.item[i] = columns.items.codeOfText(row.item)
  a.quantity[i] = texts.codeOfText(row.quantity)
  a.price[i] = texts.codeOfText(row.price)
  a.tax[i] = row.tax ?? Number.NaN
  a.amount[i] = row.amount
  a.currency[i] = columns.currencies.codeOfText(row.currency)
  a.rate[i] = texts.codeOfText(row.rate)
  a.due[i] = row.due === null ? noDay : dayNumber(row.due)
  a.reason[i] = texts.codeOfText(row.reason)
  a.source[i] = texts.codeOfText(row.source)
  a.method[i] = texts.codeOfText(row.method)
  a.memo[i] = texts.codeOfText(row.memo)
  a.file[i] = file
  a.line[i] = line
}

/** Views of the rows that are there; nothing is copied. */
export function finishedJournal(columns: JournalColumns): Journal {
  const { arrays, length } = columns
  const cut = <T extends JournalArrays[keyof JournalArrays]>(array: T) => array.subarray(0, length) as T
  return {
    length,
    idHigh: cut(arrays.idHigh),
    idLow: cut(arrays.idLow),
    date: cut(arrays.date),
    kind: cut(arrays.kind),
    customer: cut(arrays.customer),
    document: cut(arrays.document),
    of: cut(arrays.of),
    item: cut(arrays.item),
    quantity: cut(arrays.quantity),
    price: cut(arrays.price),
    tax: cut(arrays.tax),
    amount: cut(arrays.amount),
    currency: cut(arrays.currency),
    rate: cut(arrays.rate),
    due: cut(arrays.due),
    reason: cut(arrays.reason),
    source: cut(arrays.source),
    method: cut(arrays.method),
    memo: cut(arrays.memo),
    file: cut(arrays.file),
    line: cut(arrays.line),
    customers: columns.customers.finished(),
    documents: columns.documents.finished(),
    items: columns.items.finished(),
    currencies: columns.currencies.finished(),
    texts: columns.texts.finished(),
    files: columns.files.finished(),
  }
}
