// The same statement read by other columns, or told by the bank with more or less: other ids, and the same lines all the same.
import type { RowId } from '../../base/id.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import type { ReadLine } from './bank-line.ts'

export interface Retold {
  /** Whether the book has this line told otherwise; each of its lines stands for one only. `at`: of the file, to be said; null where it is taken all the same. */
  takes(line: ReadLine, at: number | null): boolean
  notes(file: string): Problem[]
}

const exact = ['payer', 'payerAccount', 'reference', 'structured'] as const

/** Lines of the book in this format that no line of the file has by its id (`ids`) may stand for one that says more, or less. */
export function retoldLines(bank: readonly BankLine[], source: string, ids: ReadonlySet<RowId | undefined>): Retold {
  const key = (l: ReadLine) => `${l.account} ${l.date} ${l.amount} ${l.currency}`
  const free = new Map<string, BankLine[]>()
  for (const line of bank) {
    if (line.source !== source || ids.has(line.id)) continue
    const alike = free.get(key(line))
    if (alike === undefined) free.set(key(line), [line])
    else alike.push(line)
  }
  const lines: number[] = []
  return {
    takes(line, at) {
      const alike = free.get(key(line)) ?? []
      const found = alike.findIndex((known) => isRetold(known, line))
      if (found < 0) return false
      alike.splice(found, 1)
      if (at !== null) lines.push(at)
      return true
    },
    notes(file) {
      const [first] = lines
      if (first === undefined) return []
      return [note('lines-retold', { count: lines.length, lines: lines.slice(0, 10) }, { file, line: first })]
    },
  }
}

/** Nothing that both say contradicts, and something that both say agrees. */
function isRetold(a: ReadLine, b: ReadLine): boolean {
  const isOpen = (x: string, y: string) => x === '' || y === ''
  if (a.balance !== undefined && b.balance !== undefined && a.balance !== b.balance) return false
  if (!exact.every((field) => isOpen(a[field], b[field]) || a[field] === b[field])) return false
  const isText = !isOpen(a.text, b.text)
  if (isText && !a.text.includes(b.text) && !b.text.includes(a.text)) return false
  return isText || exact.some((field) => a[field] !== '' && a[field] === b[field])
}
