// Which column of a foreign table is which field: what the mapping says, then what the headings say.
import { type Problem, problem } from '../../base/problem.ts'
import type { ImportKind, ImportMapping } from '../../book/mapping.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Field } from './fields/field.ts'
import { importFields, neededFields } from './fields.ts'

export interface Column {
  readonly field: Field
  /** Index into the cells of a row; -1 for a constant. */
  readonly index: number
  readonly heading: string
  readonly constant: string
}

/** Characters: longer texts are no headings. */
export const longestHeading = 500

/** Headings alike but for case, width, blanks and punctuation are the same. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The same without a unit or a translation in brackets: `Betrag (€)`, `Date (UTC)`, `Umsatz in EUR`, `交易日期[ Transaction Date ]`. */
export function bareHeading(text: string): string {
  // What is longer is no heading, and costs the square of its length.
  if (text.length > longestHeading) return text
  return text
    .replace(/[[【][^\]】]*[\]】]/g, '')
    .replace(/[(（] ?(?:[A-Z]{3}|\p{Sc}|元|人民币)[)）]| in [A-Z]{3}$/gu, '')
    .trim()
}

/** Columns by name of field, in the order of the fields. */
export function assignColumns(
  as: ImportKind,
  sheet: Sheet,
  mapping: ImportMapping | null,
): { readonly columns: ReadonlyMap<string, Column>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const where = { file: sheet.name, line: 1 }
  const fields = importFields[as]
  const said = mapping === null ? {} : { ...mapping.columns }
  const constants = mapping?.constants ?? {}
  for (const name of [...Object.keys(said), ...Object.keys(constants)]) {
    if (!fields.some((f) => f.name === name)) {
      problems.push(problem('unknown-field', { field: name, as, allowed: fields.map((f) => f.name) }, where))
    }
  }
  const byKey = new Map<string, number[]>()
  const add = (key: string, i: number) => {
    const same = byKey.get(key)
    if (same !== undefined) same.push(i)
    else if (key !== '') byKey.set(key, [i])
  }
  for (const [i, h] of sheet.headings.entries()) add(headingKey(h), i)
  for (const [i, h] of sheet.headings.entries()) {
    const bare = headingKey(bareHeading(h))
    if (bare !== headingKey(h) && !byKey.has(bare)) add(bare, i)
  }
  const taken = new Set<number>()
  const find = (field: string, heading: string): number => {
    const exact = said[field] === undefined ? [] : sheet.headings.flatMap((h, i) => (h === heading.trim() ? [i] : []))
    const found = exact.length > 0 ? exact : (byKey.get(headingKey(heading)) ?? [])
    const [first = -1] = found
    if (found.some((i) => i !== first && sheet.rows.some((r) => r.cells[i] !== r.cells[first])))
      problems.push(problem('heading-twice', { heading, field }, where))
    return first
  }
  const columns = new Map<string, Column>()
  for (const field of fields) {
    const constant = constants[field.name]
    const heading = said[field.name]
    if (constant !== undefined) columns.set(field.name, { field, index: -1, heading: '', constant })
    if (heading === undefined || heading === '') continue
    const index = find(field.name, heading)
    if (index < 0)
      problems.push(problem('missing-heading', { heading, field: field.name, headings: sheet.headings }, where))
    else taken.add(index)
    columns.set(field.name, { field, index, heading, constant: constant ?? '' })
  }
  recognise({ fields, said, columns, taken, find, sheet })
  for (const group of neededFields[as]) {
    if (!group.some((name) => columns.has(name))) {
      problems.push(problem('missing-column', { field: group.join(' / '), headings: sheet.headings }, where))
    }
  }
  const ordered = fields.flatMap((f): [string, Column][] => {
    const column = columns.get(f.name)
    return column === undefined ? [] : [[f.name, column]]
  })
  return { columns: new Map(ordered), problems }
}

interface Recognition {
  readonly fields: readonly Field[]
  readonly said: Readonly<Record<string, string>>
  readonly columns: Map<string, Column>
  readonly taken: Set<number>
  readonly find: (field: string, heading: string) => number
  readonly sheet: Sheet
}

/** By synonyms, for fields that the mapping leaves open: each field's first heading, then each field's second, and so on. */
function recognise({ fields, said, columns, taken, find, sheet }: Recognition): void {
  const open = fields.filter((f) => !columns.has(f.name) && said[f.name] === undefined)
  const rounds = Math.max(0, ...open.map((f) => f.headings.length))
  const filled = sheet.headings.map((_, i) => sheet.rows.some((r) => (r.cells[i] ?? '').trim() !== ''))
  // A column that is empty in every row is taken only where no other one is the field.
  for (const wanted of [true, false]) {
    for (let round = 0; round < rounds; round++) {
      for (const field of open) {
        const heading = field.headings[round]
        if (heading === undefined || columns.has(field.name)) continue
        const index = find(field.name, heading)
        if (index < 0 || taken.has(index) || filled[index] !== wanted) continue
        taken.add(index)
        columns.set(field.name, { field, index, heading: sheet.headings[index] ?? '', constant: '' })
      }
    }
  }
}
