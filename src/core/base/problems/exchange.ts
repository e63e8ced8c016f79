// Codes of the area "exchange" and what each carries.
import type { LayoutWord } from '../words/exchange.ts'

export interface ExchangeProblems {
  'missing-column': { readonly field: string; readonly headings: readonly string[] }
  'unknown-encoding': { readonly encoding: string }
  'not-in-encoding': { readonly encoding: string }
  /** A workbook of Excel or another archive, not a text. */
  'import-spreadsheet': Record<never, never>
  'import-not-utf8': { readonly looksLike: string }
  'import-cut': Record<never, never>
  'import-unended': Record<never, never>
  'import-empty': Record<never, never>
  'bad-xml': { readonly fault: 'malformed' | 'declaration' | 'entity' | 'too-deep' | 'too-large' }
  'read-as-gb18030': Record<never, never>
  'read-as-western': Record<never, never>
  'mt940-part': Record<never, never>
  'unknown-field': { readonly field: string; readonly as: string; readonly allowed: readonly string[] }
  'heading-twice': { readonly heading: string; readonly field: string }
  'missing-heading': { readonly heading: string; readonly field: string; readonly headings: readonly string[] }
  'days-ambiguous': { readonly example: string }
  'days-contradictory': { readonly example: string }
  'marks-ambiguous': { readonly example: string }
  'marks-contradictory': { readonly example: string }
  'bad-day-pattern': { readonly pattern: string }
  'mapping-for-other': { readonly name: string; readonly as: string; readonly found: string }
  'unknown-mapping': { readonly name: string; readonly known: readonly string[] }
  'several-mappings': { readonly names: readonly string[] }
  'mapping-used': { readonly name: string }
  /** One that crm knows by itself. */
  'dialect-used': { readonly name: string; readonly bank: string }
  /** `property`: what of its layout the file does not tell. */
  'layout-open': { readonly property: LayoutWord; readonly example: string }
  'layout-defined': { readonly format: string }
  'layout-unsaved': { readonly file: string }
  'describe-one': Record<never, never>
  'describe-bank': { readonly as: string }
  'describe-flag': { readonly flag: string }
  'mapping-exists': { readonly name: string }
  'force-unknown': { readonly lines: readonly number[] }
  'force-one': Record<never, never>
  'bad-column-flag': { readonly text: string }
  'mapping-saved-bare': { readonly name: string }
  'mapping-saved': { readonly name: string }
  'bad-mapping-name': { readonly name: string }
  'account-needed': Record<never, never>
  'account-unknown': { readonly account: string; readonly known: readonly string[] }
  /** `belongs`: the account of the book that the statement is of; empty where it is of none that is known. */
  'account-contradicts': { readonly account: string; readonly said: string; readonly belongs: string }
  'bad-workbook': Record<never, never>
  'legacy-workbook': Record<never, never>
  'web-page': Record<never, never>
  'bad-zip': Record<never, never>
  'zip-too-large': { readonly megabytes: number; readonly limit: number; readonly count: number }
  'sheets-other': { readonly sheet: string; readonly others: readonly string[] }
  'files-skipped': { readonly count: number; readonly files: readonly string[] }
  'files-none': { readonly path: string }
  'files-many': { readonly as: string }
  'files-imported': {
    readonly files: number
    readonly added: number
    readonly known: number
    readonly rejected: number
  }
  'bad-account-name': { readonly account: string }
  'rows-imported': { readonly file: string; readonly added: number; readonly known: number; readonly rejected: number }
  'rejects-kept': { readonly file: string; readonly count: number }
  'customers-created': { readonly count: number }
  'documents-not-found': { readonly count: number; readonly documents: readonly string[] }
  'use-create-customers': { readonly count: number }
}
