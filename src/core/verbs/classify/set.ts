// crm classify --set: a class decided by hand, with its reason and, if wished, its last day.
import type { Day } from '../../base/day.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { ClassRow } from '../../book/classes.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { openSources } from '../../facts/sources.ts'
import { manualReason } from '../../models/sticky.ts'
import { classProblems } from './known.ts'

export interface SetWish {
  readonly customer: string
  readonly dimension: string
  readonly class: string
  readonly reason: string
  readonly until: Day | null
  readonly asOf: Day
}

/** Until the day, or until it is set again, `crm classify` leaves the customer there. */
export function planSet(book: Book, wish: SetWish, context: Context): Plan {
  const found = findCustomer(book.customers, wish.customer, context.romanise)
  const problems: readonly Problem[] = [
    ...(found.ok ? [] : [found.problem]),
    ...classProblems(book.settings, wish.dimension, wish.class),
  ]
  if (!found.ok || problems.length > 0) return { changes: [], problems, output: { tables: [] } }
  const sources = openSources(book, wish.asOf)
  const accepted = sources.classes().accepted(sources.indexOf(found.value.id), wish.dimension)?.row
  const row: ClassRow = {
    date: wish.asOf,
    customer: found.value.id,
    dimension: wish.dimension,
    class: wish.class,
    reason: manualReason(wish.until, wish.reason),
  }
  if (accepted !== undefined && accepted.class === row.class && accepted.reason === row.reason)
    return { changes: [], problems: [note('nothing-to-do', {})], output: { tables: [] } }
  return {
    changes: [{ change: 'addClass', row }],
    problems: [note('classes-accepted', { count: 1, customers: 1 })],
    output: {
      tables: [
        {
          name: 'moves',
          columns: [
            { key: 'customer', type: 'id' },
            { key: 'dimension', type: 'word' },
            { key: 'was', type: 'word' },
            { key: 'class', type: 'word' },
            { key: 'reason', type: 'text' },
          ],
          rows: [
            {
              customer: row.customer,
              dimension: row.dimension,
              was: accepted?.class ?? null,
              class: row.class,
              reason: row.reason,
            },
          ],
        },
      ],
    },
  }
}
