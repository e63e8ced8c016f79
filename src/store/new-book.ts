// The files of a new book.
import type { NewBook } from '../core/book/new-book.ts'

export function bookFiles(start: NewBook): ReadonlyMap<string, string> {
  const lines = [
    'book: 1',
    `company: { name: ${JSON.stringify(start.name)} }`,
    `currency: ${start.currency}`,
    `locale: ${start.locale}`,
    `timezone: ${start.timezone}`,
    'tax: { mode: net, rounding: group, default: standard, rates: { standard: 13, zero: 0 } }',
  ]
  return new Map([
    ['crm.yaml', `${lines.join('\n')}\n`],
    ['.gitignore', '.crm/\n'],
  ])
}
