// Which mapping a file is read with: the one that is named, else the one saved mapping that fits, else none.
import { fail, note, ok, type Problem, type Result } from '../../base/problem.ts'
import type { ImportKind, ImportMapping } from '../../book/mapping.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Dialect } from './dialects/dialect.ts'
import { dialectNamed, dialectOfHeadings, mappingOf } from './dialects/registry.ts'
import { importFields } from './fields.ts'

/** A mapping as `--map` gives it: read from a file, or only the name of a saved one. */
export type MappingWish =
  | { readonly name: string; readonly mapping: ImportMapping }
  | { readonly name: string; readonly mapping: null }

export interface Chosen {
  readonly name: string
  readonly mapping: ImportMapping
  /** What is to be saved, where the book does not have it like this. */
  readonly save: ImportMapping | null
  /** Found without being named. */
  readonly found: boolean
  /** Where it is one that crm knows by itself. */
  readonly dialect?: Dialect
}

/** Reads the file as a mapping says, which may be the only one to know its encoding. */
export type OpenSheet = (mapping: ImportMapping | null) => {
  readonly sheet: Sheet | null
  readonly problems: readonly Problem[]
}

export function chooseMapping(
  as: ImportKind,
  wish: MappingWish | null,
  saved: ReadonlyMap<string, ImportMapping>,
  open: OpenSheet,
): Result<Chosen | null> {
  if (wish !== null) return named(as, wish, saved)
  const fitting = [...saved]
    .filter(([, m]) => m.as === as && fits(m, open(m).sheet))
    .map(([name]) => name)
    .sort()
  const [name] = fitting
  if (name === undefined) return ok(as === 'bank' ? dialectFor(open) : null)
  if (fitting.length > 1) return fail('several-mappings', { names: fitting })
  const mapping = saved.get(name)
  return ok(mapping === undefined ? null : { name, mapping, save: null, found: true })
}

/** A file that has the heading line of a bank is read as that bank writes. */
function dialectFor(open: OpenSheet): Chosen | null {
  const { sheet } = open(null)
  const dialect = sheet === null || sheet.isDefined === true ? undefined : dialectOfHeadings(sheet.head)
  if (dialect === undefined) return null
  return { name: dialect.name, mapping: mappingOf(dialect), save: null, found: true, dialect }
}

function named(as: ImportKind, wish: MappingWish, saved: ReadonlyMap<string, ImportMapping>): Result<Chosen> {
  const { name } = wish
  const mapping = wish.mapping === null ? saved.get(name) : oriented(wish.mapping, as)
  const dialect = mapping === undefined && as === 'bank' ? dialectNamed(name) : undefined
  if (dialect !== undefined) return ok({ name, mapping: mappingOf(dialect), save: null, found: false, dialect })
  if (mapping === undefined) return fail('unknown-mapping', { name, known: [...saved.keys()].sort() })
  if (mapping.as !== undefined && mapping.as !== as) return fail('mapping-for-other', { name, as, found: mapping.as })
  const kept: ImportMapping = { as, ...mapping }
  const before = saved.get(name)
  const save = before !== undefined && canonical(before) === canonical(kept) ? null : kept
  return ok({ name, mapping: kept, save, found: false })
}

/**
 * People write `columns` either way, `field: heading` or `heading: field`; the answer is field → heading. The side with more
 * names of fields is the fields' side; where both sides are, it is as documented.
 */
export function oriented(mapping: ImportMapping, as: ImportKind): ImportMapping {
  const fields = new Set(importFields[as].map((f) => f.name))
  const pairs = Object.entries(mapping.columns)
  const documented = pairs.filter(([key]) => fields.has(key)).length
  const turned = pairs.filter(([, value]) => fields.has(value)).length
  if (turned <= documented) return mapping
  return { ...mapping, columns: Object.fromEntries(pairs.map(([heading, field]) => [field, heading])) }
}

/** Every heading that the mapping names is there, and it names at least one. */
function fits(mapping: ImportMapping, sheet: Sheet | null): boolean {
  const wanted = Object.values(mapping.columns).filter((h) => h !== '')
  // Columns called 1, 2, 3 are in every file, so a mapping for a file without headings has to be named.
  if (mapping.headings === 'none') return false
  return sheet !== null && wanted.length > 0 && wanted.every((h) => sheet.headings.includes(h.trim()))
}

/** A mapping without headings is not found by itself. */
export function savedNote(name: string, mapping: ImportMapping): Problem {
  return note(mapping.headings === 'none' ? 'mapping-saved-bare' : 'mapping-saved', { name })
}

export function canonical(mapping: ImportMapping): string {
  const sorted = (map: Readonly<Record<string, string>>) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))
  const { columns, constants, ...rest } = mapping
  return JSON.stringify([sorted(columns), sorted(constants), Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** Mapping and account names are names of files and folders. */
export function isSafeName(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(text)
}
