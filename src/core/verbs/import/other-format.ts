// The same statement in two formats gives lines with other texts and so other ids; they are known by account, day and amount.
import { note, type Problem, warning } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import type { ReadLine } from './bank-line.ts'

export interface OtherFormats {
  /** Whether the book has this line from another format; each of its lines stands for one only. `isForced`: it is taken all the same. */
  takes(line: ReadLine, isForced: boolean): boolean
  notes(file: string): Problem[]
}

/**
 * Only lines whose day, booked or valued, and amount are those of a line that came in another format are held for known. Lines of days
 * that the other format has too, but which it lacks, are taken and said: one of the two files is not whole.
 */
export function otherFormats(bank: readonly BankLine[], source: string): OtherFormats {
  const free = new Map<string, BankLine[]>()
  const days = new Set<string>()
  const sources = new Set<string>()
  const taken = new Set<BankLine>()
  const counts = { same: 0, apart: 0 }
  const key = (line: ReadLine, day: string) => `${line.account} ${day} ${line.amount} ${line.currency}`
  for (const line of bank) {
    if (line.source === source) continue
    days.add(`${line.account} ${line.date}`)
    for (const day of new Set([line.date, line.value ?? line.date])) {
      const at = free.get(key(line, day)) ?? []
      at.push(line)
      free.set(key(line, day), at)
    }
  }
  return {
    takes(line, isForced) {
      if (days.size === 0) return false
      for (const day of new Set([line.date, line.value ?? line.date])) {
        const found = free.get(key(line, day))?.find((l) => !taken.has(l))
        if (found === undefined) continue
        taken.add(found)
        sources.add(found.source)
        if (!isForced) counts.same++
        return true
      }
      if (days.has(`${line.account} ${line.date}`)) counts.apart++
      return false
    },
    notes(file) {
      if (counts.same === 0) return []
      const params = { ...counts, formats: [...sources].sort() }
      return [(counts.apart > 0 ? warning : note)('lines-other-format', params, { file })]
    },
  }
}
