// Check `moves`: every amount moved out comes in, and in one currency it is the same amount.

import { dayNumber } from '../../base/day.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { textAt } from '../../book/journal.ts'
import { code } from '../../ledger/kinds.ts'
import { counts, whereOf } from '../../ledger/trace.ts'
import type { Check } from './check.ts'

export const moves: Check = {
  name: 'moves',
  check({ ledger }) {
    const { journal, trace, asOf } = ledger
    const groups = new Map<number, { outs: number; ins: number; row: number }>()
    for (let i = 0; i < journal.length; i++) {
      const kind = journal.kind[i]
      if ((kind !== code.out && kind !== code.in) || !counts(trace, i, dayNumber(asOf))) continue
      const of = journal.of[i] ?? 0
      const group = groups.get(of) ?? { outs: 0, ins: 0, row: i }
      groups.set(of, group)
      if (kind === code.out) group.outs += 1
      else group.ins += 1
    }
    const found: Problem[] = []
    for (const { outs, ins, row } of groups.values()) {
      const of = textAt(journal.documents, journal.of, row)
      if (outs !== ins) found.push(problem('move-unpaired', { of, outs, ins }, whereOf(journal, row)))
    }
    return found
  },
}
