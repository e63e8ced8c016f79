// Codes of the area "store": files, locks and what is wrong inside them.

/** What a value in a file should have been; the catalogues have a phrase for each. */
export const expectations = [
  'text',
  'filled',
  'one-line',
  'map',
  'list',
  'day',
  'time',
  'currency',
  'amount',
  'amount-not-negative',
  'amount-above-zero',
  'decimal',
  'above-zero',
  'percent',
  'whole',
  'date-of-month',
  'fraction',
  'flag',
  'one-of',
  'customer-id',
  'row-id',
  'document-number',
  'number-series',
  'span',
  'month',
  'sha256',
  'count-range',
  'name',
] as const
export type Expectation = (typeof expectations)[number]

/** `detail`: the allowed values of `one-of`; the currency and an example for amounts. */
export interface Expected {
  readonly expected: Expectation
  readonly detail: readonly string[]
}

export type YamlFeature = 'anchor' | 'alias' | 'tag' | 'merge' | 'directive' | 'complex-key' | 'depth'

export interface StoreProblems {
  /** A link, folder, device or pipe where a file should be. */
  'not-a-file': { readonly kind: 'folder' | 'link' | 'other' }
  'file-unreadable': { readonly reason: string }
  'not-utf8': { readonly looksLike: string }
  'conflict-marker': Record<never, never>
  /** A file that was to be new is there already. */
  'file-exists': Record<never, never>
  'file-too-large': { readonly size: number; readonly limit: number }
  /** `reason` is the YAML library's own code, never the content. */
  'yaml-broken': { readonly reason: string }
  'yaml-feature': { readonly feature: YamlFeature }
  'duplicate-key': { readonly key: string; readonly line: number }
  'forbidden-key': { readonly key: string }
  'unknown-key': { readonly key: string; readonly like: readonly string[] }
  'missing-key': { readonly key: string }
  'rfm-thresholds': Record<never, never>
  'rules-or-k-means': { readonly dimension: string }
  'wrong-value': Expected & { readonly key: string; readonly found: string }
  'book-newer': { readonly found: number; readonly known: number }
  'id-differs-from-file': { readonly id: string; readonly name: string }
  'bad-file-name': { readonly name: string }
  'csv-header': { readonly found: string; readonly expected: string }
  'csv-duplicate-column': { readonly column: string }
  'csv-ragged': { readonly found: number; readonly expected: number }
  'csv-cut': Record<never, never>
  'yaml-cut': Record<never, never>
  'csv-quote': Record<never, never>
  /** A cell that is not what its column holds. */
  'bad-cell': Expected & { readonly column: string; readonly found: string }
  'row-in-wrong-month': { readonly date: string; readonly month: string }
  'same-id-twice': { readonly id: string; readonly other: string }
  'lock-held': { readonly pid: number; readonly host: string; readonly verb: string; readonly since: string }
  /** `--break-lock` on a lock whose owner is still running. */
  'lock-alive': { readonly pid: number; readonly verb: string }
  'lock-broken': { readonly pid: number; readonly host: string }
  'no-lock': Record<never, never>
  'lock-unclear': { readonly path: string }
  'commit-unfinished': { readonly file: string; readonly reason: string }
  'commit-conflict': { readonly file: string }
  'nothing-to-recover': Record<never, never>
  /** A commit whose own files are broken: nothing of it is touched. */
  'pending-damaged': { readonly file: string }
  /** Others committed so often that no moment to read was found. */
  'book-busy': Record<never, never>
  'read-only': { readonly path: string }
}
