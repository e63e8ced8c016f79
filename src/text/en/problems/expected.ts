// Phrases for what a value in a file should have been, and for what YAML refused.
import type { Expectation, YamlFeature } from '../../../core/base/problems/store.ts'

const phrases: Readonly<Record<Expectation, string>> = {
  text: 'a text',
  filled: 'a text that says something',
  'one-line': 'a text on one line',
  map: 'a group of keys',
  list: 'a list',
  day: 'a day that exists, as 2026-11-03',
  time: 'a time, as 09:30',
  currency: 'a currency, as CNY, EUR or USD',
  amount: 'an amount',
  'amount-not-negative': 'an amount that is not negative',
  'amount-above-zero': 'an amount above zero',
  decimal: 'a number, as 3 or 2.5',
  'above-zero': 'a number above zero, as 7.1',
  percent: 'a percentage, as 13 or 5.5',
  whole: 'a whole number',
  'date-of-month': 'a date of the month, 1 to 31',
  fraction: 'a fraction between 0 and 1, as 0.8',
  flag: 'true or false',
  'one-of': 'one of',
  'customer-id': 'a customer id: a to z, 0 to 9 and hyphens',
  'row-id': 'a row id: twelve of 0 to 9 and a to z without i, l, o, u',
  'document-number': 'a document number: letters, digits, and . _ - inside',
  'number-series': 'a number series: letters and digits around one run of {n}, as INV-{yyyy}-{nnnn}',
  span: 'a length of time, as month, 2 weeks or 1 year',
  month: 'a month, as 2026-10',
  sha256: 'a SHA-256, 64 hexadecimal digits',
  'count-range': 'a count, or two as 2..6, from 2 to 50',
  name: 'a short name without line breaks',
}

/** `detail`: the allowed values; the currency and an example for amounts. */
export function expectedPhrase(expected: Expectation, detail: readonly string[]): string {
  const phrase = phrases[expected] ?? String(expected)
  if (expected === 'one-of') return `${phrase}: ${detail.join(', ')}`
  const [currency, example] = detail
  if (currency === undefined || example === undefined) return expected === 'amount' ? `${phrase}, as 125.00` : phrase
  const decimals = example.split('.')[1]?.length ?? 0
  return `${phrase} in ${currency} with ${decimals === 0 ? 'no' : decimals} decimals, as ${example}`
}

export const yamlFeatures: Readonly<Record<YamlFeature, string>> = {
  anchor: 'anchors (&name)',
  alias: 'aliases (*name)',
  tag: 'tags (!name)',
  merge: 'merge keys (<<)',
  directive: 'directives (%)',
  'complex-key': 'keys that are not plain text',
  depth: 'nesting this deep',
}

const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation is wrong',
  TAB_AS_INDENT: 'a tab is used for indentation; use spaces',
  MISSING_CHAR: 'a quote, bracket or comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; is a colon or a quote missing?',
  IMPOSSIBLE: 'the line cannot be understood',
  BLOCK_AS_IMPLICIT_KEY: 'a key stands inside the line of another; quote texts that hold ": "',
  UNEXPECTED_TOKEN: 'something stands where it cannot',
  MULTIPLE_DOCS: 'the file holds more than one document',
  BAD_SCALAR_START: 'a text begins with a character that must be quoted',
  BAD_DQ_ESCAPE: 'there is an unknown escape in a double-quoted text',
}

/** The YAML library's error code in words; never the content of the file. */
export function yamlReason(code: string): string {
  return reasons[code] ?? code.toLowerCase().replaceAll('_', ' ')
}
