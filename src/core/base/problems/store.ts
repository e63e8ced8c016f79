// Codes of the area "store": files, locks and what is wrong inside them.

export interface StoreProblems {
  'file-unreadable': { readonly reason: string }
  'not-utf8': { readonly looksLike: string }
  'conflict-marker': Record<never, never>
  'file-too-large': { readonly size: number; readonly limit: number }
  /** `reason` is the YAML library's own code, never the content. */
  'yaml-broken': { readonly reason: string }
  'unknown-key': { readonly key: string; readonly like: readonly string[] }
  'missing-key': { readonly key: string }
  'wrong-value': { readonly key: string; readonly found: string; readonly expected: string }
  'book-newer': { readonly found: number; readonly known: number }
  'id-differs-from-file': { readonly id: string; readonly name: string }
  'bad-file-name': { readonly name: string }
  'csv-header': { readonly found: string; readonly expected: string }
  'csv-ragged': { readonly found: number; readonly expected: number }
  'csv-cut': Record<never, never>
  'csv-quote': Record<never, never>
  /** A cell that is not what its column holds. */
  'bad-cell': { readonly column: string; readonly found: string; readonly expected: string }
  'row-in-wrong-month': { readonly date: string; readonly month: string }
  'same-id-twice': { readonly id: string; readonly other: string }
  'lock-held': { readonly pid: number; readonly host: string; readonly verb: string; readonly since: string }
  'lock-unclear': { readonly path: string }
  'commit-unfinished': { readonly file: string; readonly reason: string }
  'commit-conflict': { readonly file: string }
  /** A commit whose own files are broken: nothing of it is touched. */
  'pending-damaged': { readonly file: string }
  /** Others committed so often that no moment to read was found. */
  'book-busy': Record<never, never>
  /** A link, a pipe, a device or a folder where a file of the book belongs. */
  'not-a-plain-file': Record<never, never>
  'read-only': { readonly path: string }
}
