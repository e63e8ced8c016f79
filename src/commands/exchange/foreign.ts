// Tables from elsewhere: how a file that a verb was given is read, as flags and mappings say.
import { note, type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { ImportKind, ImportMapping } from '../../core/book/mapping.ts'
import { isSafeName, type MappingWish, type OpenSheet } from '../../core/verbs/import/mapping.ts'
import { type BankCsvOptions, hasBankColumns } from '../../formats/bank/bank-csv-head.ts'
import { parseStatement } from '../../formats/bank/detect.ts'
import { endProblems } from '../../formats/ended.ts'
import { parseCsv, type SheetReading } from '../../formats/sheets/csv.ts'
import { mappingCodec } from '../../store/codecs/mapping.ts'
import { decodeSource } from '../../store/source.ts'
import { readYamlWithCare } from '../../store/yaml/codec.ts'
import { isFileThere, readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'
import { choiceFlag, flag, type Input } from '../input.ts'
import type { InputFile } from './inputs.ts'

/** `--map`: a file where there is one of that path, else the name of a mapping that the book has saved. */
export function mappingWish(world: World, said: string): MappingWish {
  if (!isFileThere(world, said)) return { name: said, mapping: null }
  const file = readForeign(world, said)
  const name = file.name.replace(/\.ya?ml$/i, '').toLowerCase()
  if (!isSafeName(name)) throw new UserError([problem('bad-mapping-name', { name }, { file: said })])
  const problems: Problem[] = []
  const source = decodeSource(said, file.bytes, mappingCodec.limit, problems)
  const mapping = source === null ? null : readYamlWithCare(mappingCodec, source, undefined, problems)
  if (mapping === null) throw new UserError(problems)
  return { name, mapping }
}

/** `--date` and `--decimal`: what a file does not tell for certain. */
export function writtenAs(input: Input): { readonly written?: Pick<ImportMapping, 'date' | 'decimal'> } {
  const date = flag(input, 'date')
  const decimal = choiceFlag(input, 'decimal', ['.', ','] as const)
  if (date === undefined && decimal === undefined) return {}
  return { written: { ...(date === undefined ? {} : { date }), ...(decimal === undefined ? {} : { decimal }) } }
}

/** What the flags say beats what the mapping says; a file is parsed once for each way of reading it. */
export function opener(as: ImportKind, file: InputFile, flags: Pick<ImportMapping, 'encoding'>): OpenSheet {
  const readings = new Map<string, SheetReading>()
  return (mapping) => {
    const options = {
      encoding: file.isWorkbook ? undefined : (flags.encoding ?? mapping?.encoding),
      delimiter: file.isWorkbook ? ',' : mapping?.delimiter,
      columns: Object.fromEntries(Object.entries(mapping?.columns ?? {}).filter(([, heading]) => heading !== '')),
      skip: mapping?.skip,
      headings: mapping?.headings,
    }
    const key = JSON.stringify(options)
    // What a format defines is the same whatever a mapping says.
    const known = readings.get(key) ?? [...readings.values()].find((r) => r.sheet?.isDefined === true)
    if (known !== undefined) return known
    const reading = readParts(as, file, options)
    readings.set(key, reading)
    return reading
  }
}

/** The first sheet that is a table of what is wanted; the others are named. */
function readParts(as: ImportKind, { name, parts, isWorkbook }: InputFile, options: BankCsvOptions): SheetReading {
  let first: SheetReading | null = null
  for (const part of parts) {
    const reading = as === 'bank' ? parseStatement(part.bytes, name, options) : parseCsv(part.bytes, name, options)
    first ??= reading
    if (
      reading.sheet === null ||
      (as === 'bank' && isWorkbook && !hasBankColumns(reading.sheet.headings, options.columns))
    )
      continue
    const others = parts.filter((p) => p !== part).map((p) => p.title)
    const sheet = isWorkbook && reading.sheet.format === 'csv' ? { ...reading.sheet, format: 'xlsx' } : reading.sheet
    const said = others.length === 0 ? [] : [note('sheets-other', { sheet: part.title, others }, { file: name })]
    const ended = isWorkbook ? [] : endProblems(part.bytes, sheet.format, name)
    return { sheet, problems: [...reading.problems, ...ended, ...said] }
  }
  return first ?? { sheet: null, problems: [problem('import-empty', {}, { file: name })] }
}
