// Fields of bank lines; their headings are data of a language each.
import type { Field, FieldType } from '../field.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { romance } from './romance.ts'
import { various } from './various.ts'
import { chinese } from './zh.ts'

const types = {
  date: 'day',
  value: 'day',
  amount: 'amount',
  in: 'amount',
  out: 'amount',
  direction: 'text',
  currency: 'currency',
  payer: 'text',
  payee: 'text',
  payerAccount: 'code',
  text: 'text',
  note: 'text',
  reference: 'code',
  structured: 'code',
  balance: 'amount',
  kind: 'text',
  fee: 'amount',
  original: 'amount',
  originalCurrency: 'text',
  endToEnd: 'code',
  mandate: 'code',
  code: 'text',
  reason: 'text',
  batch: 'code',
  details: 'text',
  ownAccount: 'code',
} as const satisfies Readonly<Record<string, FieldType>>

export type BankField = keyof typeof types

/** Headings of bank lines in one language, the usual first. */
export type BankHeadings = { readonly [F in BankField]?: readonly string[] }

const languages: readonly BankHeadings[] = [english, chinese, german, romance, various]

/** A second column of text goes on with the text, so both have the same headings. */
const headingsAs: { readonly [F in BankField]?: BankField } = { note: 'text' }

export const bank: readonly Field[] = Object.entries(types).map(([name, type]) => {
  const named = name as BankField
  return { name, type, headings: languages.flatMap((l) => l[headingsAs[named] ?? named] ?? []) }
})
