// The cells of a new activity row: what they must look like, and that what they name exists.
import { type Currency, decimalsOf, isCurrency } from '../../base/currency.ts'
import { isDay } from '../../base/day.ts'
import { parseDecimal } from '../../base/decimal.ts'
import { likely } from '../../base/likely.ts'
import { type Minor, parseAmount } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { type ActivityRow, channels } from '../../book/activity.ts'
import type { Book } from '../../book/book.ts'
import { documentsOf } from '../../cases/order.ts'

/** The amount a person wrote, or null where there is none or it is not one. */
export function amountIn(text: string, currency: Currency): Minor | null {
  const amount = text === '' ? 'not-a-number' : parseAmount(text, currency)
  return typeof amount === 'number' ? amount : null
}

/** `fields` is what was typed; the row holds it in canonical form. All faults, in the order of the columns. */
export function checkCells(
  book: Book,
  row: ActivityRow,
  fields: { readonly amount?: string; readonly currency?: string },
): readonly Problem[] {
  return [
    ...timeProblems(row),
    ...wordProblems(row),
    ...staffProblems(book, row),
    ...documentProblems(book, row),
    ...ratingProblems(row),
    ...amountProblems(row, fields),
    ...(row.due === '' || isDay(row.due) ? [] : [problem('not-a-day', { flag: '--due', text: row.due })]),
    ...(row.minutes === '' || /^\d{1,5}$/.test(row.minutes) ? [] : [problem('not-minutes', { text: row.minutes })]),
  ]
}

function timeProblems({ time }: ActivityRow): readonly Problem[] {
  return time === '' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? [] : [problem('not-a-time', { text: time })]
}

function wordProblems({ channel, direction }: ActivityRow): readonly Problem[] {
  const known: readonly string[] = channels
  const directions = ['in', 'out']
  return [
    ...(channel === '' || known.includes(channel)
      ? []
      : [problem('not-one-of', { flag: '--channel', text: channel, allowed: channels })]),
    ...(direction === '' || directions.includes(direction)
      ? []
      : [problem('not-one-of', { flag: '--direction', text: direction, allowed: directions })]),
  ]
}

/** Only a book that has staff can be held to it. */
function staffProblems(book: Book, { by }: ActivityRow): readonly Problem[] {
  const ids = book.staff.map((s) => s.id)
  return by === '' || ids.length === 0 || ids.includes(by)
    ? []
    : [problem('unknown-staff', { name: by, like: likely(by, ids) })]
}

function documentProblems(book: Book, row: ActivityRow): readonly Problem[] {
  const { documents } = book.journal
  return documentsOf(row)
    .filter((number) => documents.find(number) < 0)
    .map((number) => problem('unknown-document', { number, like: likely(number, documents.texts) }))
}

function ratingProblems({ rating, scale }: ActivityRow): readonly Problem[] {
  if (rating === '') return []
  const ends = /^(?:(\d{1,3})-)?(\d{1,3})$/.exec(scale)
  if (ends === null) return [problem('not-a-scale', { text: scale })]
  const value = parseDecimal(rating)
  const low = Number(ends[1] ?? '1')
  const high = Number(ends[2])
  const inside = value?.gte(low) === true && value.lte(high)
  return inside ? [] : [problem('rating-outside', { text: rating, scale: `${low}-${high}` })]
}

function amountProblems(
  row: ActivityRow,
  fields: { readonly amount?: string; readonly currency?: string },
): readonly Problem[] {
  const { currency } = row
  if (fields.amount === undefined && fields.currency === undefined) return []
  if (!isCurrency(currency))
    return [problem('not-one-of', { flag: '--currency', text: currency, allowed: ['CNY', 'EUR', 'USD', '…'] })]
  if (fields.amount === undefined || amountIn(fields.amount, currency) !== null) return []
  return [problem('not-an-amount', { flag: '--amount', text: fields.amount, currency, decimals: decimalsOf(currency) })]
}
