// Percent off a sale: a sale row of its own beside it, so that what was sold and what was given off both stay in the journal.
import { exact } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { formatAmount, type Minor, roundToMinor, toExact } from '../base/money.ts'
import type { LineAllowance } from '../book/bill.ts'
import type { JournalRow } from '../book/journal.ts'

const origin = 'discount:'
/** The `reason` of the row. */
export const discountReason = 'discount'

/** The name of a discount that somebody gave by hand. */
export const wholeBill = 'agreed'

export interface Discount {
  /** What it is called on the bill; no colon. */
  readonly name: string
  /** Exact decimal text; negative is a surcharge. */
  readonly percent: string
}

export function isDiscount(row: Pick<JournalRow, 'reason' | 'source'>): boolean {
  return row.reason === discountReason && row.source.startsWith(origin)
}

/** The row for a sale; null where nothing comes off. It carries the sale's day, item and project, and neither quantity nor price. */
export function discountRow(sale: JournalRow, { name, percent }: Discount, hash: Hash): JournalRow | null {
  const amount = -roundToMinor(toExact(sale.amount, sale.currency).times(percent).div(100), sale.currency)
  return amount === 0 ? null : rowOf(sale, { name, percent }, amount, hash)
}

function rowOf(sale: JournalRow, { name, percent }: Discount, amount: Minor, hash: Hash): JournalRow {
  const source = `${origin}${name}:${percent}`
  return {
    ...sale,
    id: rowId(hash, ['discount', sale.id, source, formatAmount(amount, sale.currency)]),
    of: sale.id,
    quantity: '0',
    price: '',
    amount,
    reason: discountReason,
    source,
    memo: '',
  }
}

/** What a row says on the line of its sale; an allowance lowers the line, a negative one is a charge. */
export function allowanceOf(row: JournalRow): LineAllowance {
  const [name = '', percent = ''] = row.source.slice(origin.length).split(':')
  return { reason: name, percent: exact(percent).toFixed(), amount: -row.amount }
}

export interface Discounted {
  readonly sale: JournalRow
  /** Rows that take something off it. */
  readonly off: readonly JournalRow[]
}

/** Sales with what is taken off them, in their order. A discount whose sale is not among them stands by itself. */
export function withDiscounts(rows: readonly JournalRow[]): readonly Discounted[] {
  const sales = new Map<string, { sale: JournalRow; off: JournalRow[] }>()
  for (const row of rows) if (!isDiscount(row)) sales.set(row.id, { sale: row, off: [] })
  const alone: Discounted[] = []
  for (const row of rows) {
    if (!isDiscount(row)) continue
    const about = sales.get(row.of)
    if (about === undefined) alone.push({ sale: row, off: [] })
    else about.off.push(row)
  }
  return [...sales.values(), ...alone]
}
