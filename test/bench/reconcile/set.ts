// What a benchmark of matching is: files for crm import, and which line belongs to which document, kept back until scoring.

/** One file that the user would import. */
export interface ImportFile {
  readonly name: string
  readonly as: 'customers' | 'bills' | 'payments' | 'bank' | 'remittance'
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface MatchingSet {
  readonly name: string
  /** What the bars are: one fault at a time, or several at once. */
  readonly level: 'single' | 'harder'
  readonly currency: string
  readonly files: readonly ImportFile[]
  /** Lines `crm.yaml` gets besides what `crm init` writes. */
  readonly settings: readonly string[]
  /** `line document`: the line by its reference, the document by its number or, for payments entered before, their reference. */
  readonly gold: ReadonlySet<string>
}

export function pair(line: string, document: string): string {
  return `${line} ${document}`
}

/** Letters only, so that a made-up name of a line looks like no number of anything. */
export function letters(n: number): string {
  let text = ''
  for (let rest = n + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return `q${text.padStart(5, 'q')}`
}
