// Discounts that the book gives by rule, and one that is given on a whole run: rows beside the sales that have none yet.
import type { Day } from '../../base/day.ts'
import type { Hash } from '../../base/id.ts'
import type { Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { DiscountRule } from '../../book/settings.ts'
import { holds, readCondition } from '../../facts/condition.ts'
import { openSources } from '../../facts/sources.ts'
import { contractOf } from '../../ledger/contract-run.ts'
import { type Discount, discountRow, isDiscount, wholeBill } from '../../ledger/discount.ts'
import { survivorId } from './contracts.ts'

export interface DiscountsGiven {
  readonly rows: readonly JournalRow[]
  readonly problems: readonly Problem[]
}

interface Wish {
  readonly date: Day
  /** Percent off everything that is billed now; it goes before the rules. */
  readonly percent: string | undefined
}

/** Contracts have discounts of their own, and what has one already gets no second. The first rule that holds decides. */
export function giveDiscounts(book: Book, sales: readonly JournalRow[], wish: Wish, hash: Hash): DiscountsGiven {
  const rules = book.settings.discounts ?? []
  if (wish.percent === undefined && rules.length === 0) return { rows: [], problems: [] }
  const given = new Set(sales.filter(isDiscount).map((row) => row.of))
  const open = sales.filter((s) => !isDiscount(s) && !given.has(s.id) && contractOf(s) === '' && s.amount !== 0)
  const { percent } = wish
  if (percent !== undefined) {
    const whole = { name: wholeBill, percent }
    return { rows: open.flatMap((sale) => discountRow(sale, whole, hash) ?? []), problems: [] }
  }
  const { meets, problems } = readRules(book, rules, wish.date)
  const rows = open.flatMap((sale) => {
    const rule = rules.find((r) => appliesTo(book, r, sale) && meets(r, survivorId(book, sale.customer)))
    return rule === undefined ? [] : (discountRow(sale, rule satisfies Discount, hash) ?? [])
  })
  return { rows, problems }
}

function appliesTo(book: Book, rule: DiscountRule, sale: JournalRow): boolean {
  if (rule.from !== undefined && sale.date < rule.from) return false
  if (rule.until !== undefined && sale.date > rule.until) return false
  const category = book.items.get(sale.item)?.category
  return rule.items === undefined || rule.items.some((i) => i === sale.item || i === category)
}

/** Whom each rule takes, as of a day; facts are computed only where a rule asks for them. */
function readRules(book: Book, rules: readonly DiscountRule[], date: Day) {
  const sources = openSources(book, date)
  const read = new Map(rules.map((rule) => [rule, readCondition(rule.when, sources)]))
  const problems = [...read.values()].flatMap((r) => r.problems)
  const meets = (rule: DiscountRule, customer: string): boolean => {
    const condition = read.get(rule)
    const index = sources.indexOf(customer)
    if (condition === undefined || condition.problems.length > 0 || index < 0) return false
    return holds(condition.predicate, sources, index)
  }
  return { meets, problems }
}
