// A journal row by row; plans and readers of single rows build with it, the fast reader makes its columns itself.
import { dayNumber, noDay } from '../base/day.ts'
import { halfOf, isRowId } from '../base/id.ts'
import { type Dictionary, type Journal, type JournalRow, kindCode } from './journal.ts'

interface GrowingDictionary extends Dictionary {
  codeOf(text: string): number
}

function newDictionary(): GrowingDictionary {
  const texts = ['']
  const codes = new Map([['', 0]])
  return {
    get size() {
      return texts.length
    },
    text: (code) => texts[code] ?? '',
    find: (text) => codes.get(text) ?? -1,
    eachRowId(each) {
      texts.forEach((text, code) => {
        if (isRowId(text)) each(code, halfOf(text, 'high'), halfOf(text, 'low'))
      })
    },
    texts,
    codeOf(text) {
      const known = codes.get(text)
      if (known !== undefined) return known
      codes.set(text, texts.length)
      return texts.push(text) - 1
    },
  }
}

/** The columns of a journal that can be written, without its dictionaries. */
export type JournalArrays = {
  -readonly [K in keyof Journal as Journal[K] extends Int32Array | Uint32Array | Uint8Array | Float64Array
    ? K
    : never]: Journal[K]
}

/** A journal under construction; `build` gives the finished columns. Not for use after `build`. */
export interface JournalBuilder {
  add(row: JournalRow, file: string, line: number): void
  build(): Journal
}

/** Room for so many rows. */
export function journalArrays(capacity: number): JournalArrays {
  const u32 = () => new Uint32Array(capacity)
  const i32 = () => new Int32Array(capacity)
  return {
    idHigh: i32(),
    idLow: i32(),
    date: i32(),
    kind: new Uint8Array(capacity),
    customer: u32(),
    document: u32(),
    of: u32(),
    item: u32(),
    quantity: u32(),
    price: u32(),
    tax: new Float64Array(capacity),
    amount: new Float64Array(capacity),
    currency: u32(),
    rate: u32(),
    due: i32(),
    reason: u32(),
    source: u32(),
    method: u32(),
    memo: u32(),
    file: u32(),
    line: u32(),
  }
}

function resized(from: JournalArrays, capacity: number, length: number): JournalArrays {
  const to = journalArrays(capacity)
  for (const key of Object.keys(to) as (keyof JournalArrays)[]) to[key].set(from[key].subarray(0, length))
  return to
}

export function journalBuilder(capacity = 1024): JournalBuilder {
  let columns = journalArrays(capacity)
  let size = capacity
  let length = 0
  const dictionaries = {
    customers: newDictionary(),
    documents: newDictionary(),
    items: newDictionary(),
    currencies: newDictionary(),
    texts: newDictionary(),
    files: newDictionary(),
  }
  return {
    add(row, file, line) {
      if (length === size) {
        size *= 2
        columns = resized(columns, size, length)
      }
      const i = length++
      const { customers, documents, items, currencies, texts, files } = dictionaries
      columns.idHigh[i] = halfOf(row.id, 'high')
      columns.idLow[i] = halfOf(row.id, 'low')
      columns.date[i] = dayNumber(row.date)
      columns.kind[i] = kindCode(row.kind)
      columns.customer[i] = customers.codeOf(row.customer)
      columns.document[i] = documents.codeOf(row.document)
      columns.of[i] = documents.codeOf(row.of)
      columns.item[i] = items.codeOf(row.item)
      columns.quantity[i] = texts.codeOf(row.quantity)
      columns.price[i] = texts.codeOf(row.price)
      columns.tax[i] = row.tax ?? Number.NaN
      columns.amount[i] = row.amount
      columns.currency[i] = currencies.codeOf(row.currency)
      columns.rate[i] = texts.codeOf(row.rate)
      columns.due[i] = row.due === null ? noDay : dayNumber(row.due)
      columns.reason[i] = texts.codeOf(row.reason)
      columns.source[i] = texts.codeOf(row.source)
      columns.method[i] = texts.codeOf(row.method)
      columns.memo[i] = texts.codeOf(row.memo)
      columns.file[i] = files.codeOf(file)
      columns.line[i] = line
    },
    build: () => ({ length, ...resized(columns, length, length), ...dictionaries }),
  }
}
