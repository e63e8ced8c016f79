// The kinds of value that a field of a file may hold. Every scalar arrives as the text that was written; these say what it must be.
import * as z from 'zod'
import { isCurrency } from '../core/base/currency.ts'
import { isDay } from '../core/base/day.ts'
import { isRowId } from '../core/base/id.ts'
import type { Expectation } from '../core/base/problems/store.ts'
import { parseSpan } from '../core/book/contract.ts'
import { isCustomerId } from '../core/book/customer.ts'

/** The message of an issue is the name of the expectation; issues.ts turns it into a problem. */
function guarded<T extends string>(base: z.ZodString, guard: (text: string) => text is T, expected: Expectation) {
  return base.transform((text, context): T => {
    if (guard(text)) return text
    context.issues.push({ code: 'custom', message: expected, input: text })
    return z.NEVER
  })
}

function refined(base: z.ZodString, accepts: (text: string) => boolean, expected: Expectation) {
  return base.refine(accepts, { error: expected })
}

/** Free text; in YAML it may have several lines. */
export const text = z.string()

/** Text that says something. */
export const filled = refined(z.string().meta({ minLength: 1 }), (t) => t.trim() !== '', 'filled')

export const line = refined(z.string(), (t) => !/[\r\n]/.test(t), 'one-line')

/** A short identifier of the book's own choosing: an item, a rate, a step, a person. */
export const name = refined(z.string().meta({ minLength: 1, maxLength: 64 }), isName, 'name')

export function isName(t: string): boolean {
  return t.trim() === t && t !== '' && t.length <= 64 && !/[\x00-\x1f\x7f]/.test(t)
}

const monthForm = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/

export function isMonth(t: string): boolean {
  return monthForm.test(t)
}

/** As `name`, without the colon that journal rows set it apart by. */
export const discountName = refined(
  z.string().meta({ minLength: 1, maxLength: 64 }),
  (t) => isName(t) && !t.includes(':'),
  'name',
)

export const dayField = guarded(z.string().meta({ format: 'date' }), isDay, 'day')

export const monthField = refined(z.string().meta({ pattern: monthForm.source }), isMonth, 'month')

export const sha256 = refined(z.string().meta({ pattern: '^[0-9a-f]{64}$' }), (t) => /^[0-9a-f]{64}$/.test(t), 'sha256')

export const timeField = refined(
  z.string().meta({ pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' }),
  (t) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(t),
  'time',
)

export const currencyField = guarded(z.string().meta({ pattern: '^[A-Z]{3}$' }), isCurrency, 'currency')

export const rowIdField = guarded(z.string().meta({ pattern: '^[0-9a-hjkmnp-tv-z]{12}$' }), isRowId, 'row-id')

export const customerIdField = refined(
  z.string().meta({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$' }),
  isCustomerId,
  'customer-id',
)

const documentNumberForm = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/

/** Safe as a file name; readers of other programs' documents may hold anything in a journal row. */
export const documentNumber = refined(
  z.string().meta({ pattern: documentNumberForm.source }),
  isDocumentNumber,
  'document-number',
)

export function isDocumentNumber(t: string): boolean {
  return documentNumberForm.test(t) && !t.includes('..')
}

export const numberSeries = refined(
  z.string(),
  (t) =>
    /^[A-Za-z0-9._{}-]*$/.test(t) &&
    /^[^{}]*(?:\{(?:yyyy|yy|mm)\}[^{}]*)*\{n+\}[^{}]*(?:\{(?:yyyy|yy|mm)\}[^{}]*)*$/.test(t),
  'number-series',
)

/** A length of time: `month`, `2 weeks`. */
export const span = refined(z.string(), (t) => parseSpan(t) !== null, 'span')

const number = () => z.string().meta({ number: true })

export const decimalForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** An exact decimal without digit groups or exponent. */
export const decimal = refined(number(), isDecimal, 'decimal')

export function isDecimal(t: string): boolean {
  return t.length <= 40 && decimalForm.test(t)
}

/** Not negative, below a thousand. */
export const percent = refined(number(), (t) => isDecimal(t) && /^\d{1,3}(?:\.|$)/.test(t), 'percent')

/** An amount as decimal text; how many decimals it may have is known once the currency is. */
export const amount = refined(number(), isDecimal, 'amount')

export const whole = refined(number(), (t) => /^(?:0|[1-9]\d{0,8})$/.test(t), 'whole').transform(Number)

/** A count, or the counts from one to another: `4`, `2..6`; from 2 to 50. */
export const countRange = refined(
  number(),
  (t) => {
    const found = rangeOf(t)
    return found !== null && found.from >= 2 && found.from <= found.to && found.to <= 50
  },
  'count-range',
).transform((t) => rangeOf(t) ?? { from: 2, to: 2 })

function rangeOf(t: string): { readonly from: number; readonly to: number } | null {
  const [, from, to] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(t) ?? []
  return from === undefined ? null : { from: Number(from), to: Number(to ?? from) }
}

/** 1 to 31. */
export const dateOfMonth = refined(number(), (t) => /^(?:[1-9]|[12]\d|3[01])$/.test(t), 'date-of-month').transform(
  Number,
)

export const fraction = refined(number(), (t) => /^(?:0(?:\.\d{1,15})?|1(?:\.0+)?)$/.test(t), 'fraction').transform(
  Number,
)

/** A multiple, as 1.5. */
export const factor = refined(number(), (t) => /^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})?$/.test(t), 'decimal').transform(
  Number,
)

export const flag = z
  .string()
  .meta({ flag: true })
  .transform((t, context): boolean => {
    if (t === 'true' || t === 'false') return t === 'true'
    context.issues.push({ code: 'custom', message: 'flag' satisfies Expectation, input: t })
    return z.NEVER
  })

/** The user's own fields: anything. */
export const custom = z.record(z.string(), z.unknown()).optional()

/** A cell that may be empty. */
export function orEmpty<T extends z.ZodType>(field: T) {
  return z.union([z.literal(''), field])
}
