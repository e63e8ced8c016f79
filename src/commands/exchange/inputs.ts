// The files that an import was given, as tables to read: folders and archives opened, workbooks as their sheets.
import { note, type Problem, problem, UserError } from '../../core/base/problem.ts'
import { type ForeignFile, foreignPaths, readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'

/** One thing to import. A workbook has its sheets, any other file has itself. */
export interface InputFile {
  readonly name: string
  readonly isWorkbook: boolean
  readonly parts: readonly { readonly title: string; readonly bytes: Uint8Array }[]
}

export interface Inputs {
  readonly files: readonly InputFile[]
  readonly problems: readonly Problem[]
}

/** By what statements are called, where a folder or an archive is searched for them. */
const likeStatement =
  /\.(?:csv|tsv|txt|dat|asc|xml|c5[234]|camt|sta|mta|mt9\d\d|94\d|swi|swift|fin|ofx|qbo|qfx|qif|xlsx|xls|zip)$/i

/** In the order of the arguments, and by path within a folder or archive. Throws for what cannot be read. */
export async function readInputs(world: World, paths: readonly string[]): Promise<Inputs> {
  const files: InputFile[] = []
  const skipped: string[] = []
  for (const path of paths) {
    const found = foreignPaths(world, path, (name) => likeStatement.test(name))
    skipped.push(...found.skipped)
    if (found.paths.length === 0) throw new UserError([problem('files-none', { path })])
    for (const each of found.paths) files.push(...(await opened(readForeign(world, each), skipped)))
  }
  const named = { count: skipped.length, files: skipped.slice(0, 5) }
  return { files, problems: skipped.length === 0 ? [] : [note('files-skipped', named)] }
}

async function opened(file: ForeignFile, skipped: string[]): Promise<InputFile[]> {
  const { bytes, name } = file
  const { isZip } = await import('../../formats/sheets/magic.ts')
  if (!isZip(bytes)) return [{ name, isWorkbook: false, parts: [{ title: '', bytes }] }]
  const { archiveKind, zipEntries } = await import('../../formats/sheets/zip.ts')
  const kind = archiveKind(bytes, name)
  if (!kind.ok) throw new UserError([kind.problem])
  if (kind.value === 'workbook') return [await workbook(file)]
  if (kind.value === 'document') return [{ name, isWorkbook: false, parts: [{ title: '', bytes }] }]
  const entries = zipEntries(bytes, name, (path) => likeEntry(path, skipped))
  if (!entries.ok) throw new UserError([entries.problem])
  if (entries.value.length === 0) throw new UserError([problem('files-none', { path: name })])
  const files: InputFile[] = []
  for (const entry of entries.value) {
    const inner = { name: `${name}/${nameOf(entry.path)}`, bytes: entry.bytes }
    // An archive within an archive is not opened: that is how small files become endless ones.
    if (!isZip(inner.bytes))
      files.push({ name: inner.name, isWorkbook: false, parts: [{ title: '', bytes: inner.bytes }] })
    else {
      const innerKind = archiveKind(inner.bytes, inner.name)
      if (innerKind.ok && innerKind.value === 'workbook') files.push(await workbook(inner))
      else skipped.push(inner.name)
    }
  }
  return files
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function likeEntry(path: string, skipped: string[]): boolean {
  const name = nameOf(path)
  if (name.startsWith('.') || path.startsWith('__MACOSX/')) return false
  if (likeStatement.test(name)) return true
  if (!skipped.includes(name)) skipped.push(name)
  return false
}

async function workbook({ bytes, name }: ForeignFile): Promise<InputFile> {
  const { workbookSheets } = await import('../../formats/sheets/xlsx.ts')
  const sheets = workbookSheets(bytes, name)
  if (!sheets.ok) throw new UserError([sheets.problem])
  const encoder = new TextEncoder()
  return {
    name,
    isWorkbook: true,
    parts: sheets.value.map(({ title, csv }) => ({ title, bytes: encoder.encode(csv) })),
  }
}
