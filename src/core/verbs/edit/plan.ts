// Plans a change of a customer's file, field by field: `phone=…`, `contacts.0.email=…`, `tags+=vip`, `tags-=vip`, `notes=` removes.
import { decimalsOf, isCurrency } from '../../base/currency.ts'
import { type Day, isDay } from '../../base/day.ts'
import { likely } from '../../base/likely.ts'
import { formatAmount, parseAmount } from '../../base/money.ts'
import { fail, note, ok, type Problem, type Result } from '../../base/problem.ts'
import { allocationPolicies } from '../../book/allocation.ts'
import type { Book } from '../../book/book.ts'
import type { Change, FieldValue } from '../../book/change.ts'
import { type Customer, customerKinds } from '../../book/customer.ts'
import { readTerms } from '../../book/due.ts'
import { findCustomer } from '../../book/find.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'

const texts = [
  'name',
  'taxId',
  'industry',
  'region',
  'size',
  'stage',
  'email',
  'phone',
  'address',
  'tax',
  'needs',
  'notes',
] as const
const others = [
  'kind',
  'branch',
  'owner',
  'since',
  'language',
  'currency',
  'terms',
  'allocation',
  'creditLimit',
] as const
const lists = ['aliases', 'tags'] as const
const nested = ['contacts', 'payers', 'custom'] as const
const known: readonly string[] = [...texts, ...others, ...lists, ...nested]

export function planEdit(book: Book, who: string, words: readonly string[], context: Context): Plan {
  const found = findCustomer(book.customers, who, context.romanise)
  if (!found.ok) return { changes: [], problems: [found.problem], output: noOutput }
  const problems: Problem[] = []
  const changes: Change[] = []
  for (const word of words) {
    const change = fieldChange(book, found.value, word, context.today)
    if (!change.ok) problems.push(change.problem)
    else if (change.value !== null) changes.push(change.value)
  }
  if (problems.length > 0) return { changes: [], problems, output: noOutput }
  return {
    changes,
    problems: [note('fields-changed', { id: found.value.id, count: changes.length })],
    output: noOutput,
  }
}

/** The file as the user saved it in the editor; the store validates it before anything is written. */
export function planRewrite(id: string, before: string, after: string): Plan {
  const changes: Change[] =
    before === after ? [] : [{ change: 'replaceCustomer', customer: id, was: before, text: after }]
  return { changes, problems: [note('fields-changed', { id, count: changes.length })], output: noOutput, confirm: true }
}

/** Null where the file says so already. */
function fieldChange(book: Book, customer: Customer, word: string, today: Day): Result<Change | null> {
  const form = /^([A-Za-z][A-Za-z0-9.]*)([+-]?=)(.*)$/su.exec(word)
  if (form === null) return fail('not-understood', { text: word, expected: 'phone=+86-21-5550-0100' })
  const [, field = '', operator = '=', text = ''] = form
  const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const head = String(path[0])
  if (head === 'id') return fail('id-is-fixed', { id: customer.id })
  if (!known.includes(head)) return fail('unknown-key', { key: head, like: likely(head, known) })
  if (lists.some((l) => l === head) && path.length === 1)
    return listChange(customer, head === 'tags' ? 'tags' : 'aliases', operator, text)
  if (operator !== '=') return fail('not-understood', { text: word, expected: `tags${operator}vip` })
  if (nested.some((n) => n === head) && path.length === 1)
    return fail('not-understood', { text: word, expected: `${head}.…=${text}` })
  if (!nested.some((n) => n === head) && path.length > 1) return fail('unknown-key', { key: field, like: [head] })
  const value: Result<FieldValue | undefined> = text === '' ? ok(undefined) : typed(book, customer, head, text, today)
  if (!value.ok) return value
  if (value.value === undefined && head === 'name') return fail('empty-name', {})
  return ok(
    same(customer, path, value.value, customer)
      ? null
      : { change: 'setField', customer: customer.id, path, value: value.value },
  )
}

function same(
  customer: Customer,
  path: readonly (string | number)[],
  value: FieldValue | undefined,
  from: unknown,
): boolean {
  let current: unknown = from
  for (const key of path) {
    current =
      typeof current === 'object' && current !== null
        ? (Object.getOwnPropertyDescriptor(current, key)?.value as unknown)
        : undefined
  }
  if (path[0] === 'creditLimit' && typeof current === 'number' && customer.currency !== undefined)
    return formatAmount(current, customer.currency) === value
  return current === value
}

/** `tags=a,b` sets the whole list, `tags+=a` adds, `tags-=a` takes away. */
function listChange(
  customer: Customer,
  field: 'tags' | 'aliases',
  operator: string,
  text: string,
): Result<Change | null> {
  const words = text
    .split(/[,，]/u)
    .map((w) => w.trim())
    .filter((w) => w !== '')
  const old = customer[field]
  const kept = operator === '=' ? [] : old.filter((w) => operator === '+=' || !words.includes(w))
  const value = operator === '-=' ? kept : [...kept, ...words.filter((w) => !kept.includes(w))]
  if (JSON.stringify(value) === JSON.stringify(old)) return ok(null)
  return ok({ change: 'setField', customer: customer.id, path: [field], value: value.length === 0 ? undefined : value })
}

function termsValue(book: Book, text: string, today: Day): Result<FieldValue> {
  const terms = readTerms(text, { bill: today }, book.settings.monthlyTerms)
  return 'code' in terms ? { ok: false, problem: terms } : ok(text)
}

function typed(book: Book, customer: Customer, field: string, text: string, today: Day): Result<FieldValue> {
  const wrong = (allowed: readonly string[]): Result<FieldValue> =>
    fail('wrong-value', { key: field, found: text, expected: 'one-of', detail: allowed })
  const staff = book.staff.map((s) => s.id)
  switch (field) {
    case 'kind':
      return customerKinds.some((k) => k === text) ? ok(text) : wrong(customerKinds)
    case 'allocation':
      return allocationPolicies.some((p) => p === text) ? ok(text) : wrong(allocationPolicies)
    case 'language':
      return text === 'en' || text === 'zh' ? ok(text) : wrong(['en', 'zh'])
    case 'currency':
      return isCurrency(text.toUpperCase())
        ? ok(text.toUpperCase())
        : fail('wrong-value', { key: field, found: text, expected: 'currency', detail: [] })
    case 'since':
      return isDay(text) ? ok(text) : fail('not-a-day', { flag: field, text })
    case 'terms':
      return termsValue(book, text, today)
    case 'owner':
      return staff.includes(text) ? ok(text) : fail('unknown-staff', { name: text, like: likely(text, staff) })
    case 'branch': {
      const branches = Object.keys(book.settings.numbering.branches ?? {})
      return branches.includes(text) ? ok(text) : fail('unknown-branch', { branch: text, known: branches })
    }
    case 'tax':
      return text in book.settings.tax.rates ? ok(text) : wrong(Object.keys(book.settings.tax.rates))
    case 'creditLimit': {
      const currency = customer.currency ?? book.settings.currency
      const amount = parseAmount(text, currency)
      return typeof amount === 'number'
        ? ok(formatAmount(amount, currency))
        : fail('not-an-amount', { flag: field, text, currency, decimals: decimalsOf(currency) })
    }
    case 'email':
      return /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text) ? ok(text) : fail('bad-email', { text })
    default:
      return ok(text)
  }
}
