// Tables from elsewhere: how a file that a verb was given is read, as flags and mappings say.
import { type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { ImportKind } from '../../core/book/mapping.ts'
import { isSafeName, type MappingWish, type OpenSheet } from '../../core/verbs/import/mapping.ts'
import { parseStatement } from '../../formats/bank/detect.ts'
import { parseCsv, type SheetReading } from '../../formats/sheets/csv.ts'
import { mappingCodec } from '../../store/codecs/mapping.ts'
import { decodeSource } from '../../store/source.ts'
import { readYamlWithCare } from '../../store/yaml/codec.ts'
import { type ForeignFile, isFileThere, readForeign } from '../../world/foreign.ts'
import type { World } from '../../world/world.ts'

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

/** What the flags say beats what the mapping says; a file is parsed once for each way of reading it. */
export function opener(as: ImportKind, file: ForeignFile, encoding: string | undefined): OpenSheet {
  const readings = new Map<string, SheetReading>()
  return (mapping) => {
    const named = Object.values(mapping?.columns ?? {}).filter((h) => h !== '')
    const headings = named.length === 0 ? undefined : named
    const options = { encoding: encoding ?? mapping?.encoding, delimiter: mapping?.delimiter }
    const key = JSON.stringify([options.encoding, options.delimiter, headings])
    const known = readings.get(key)
    if (known !== undefined) return known
    const { bytes, name } = file
    const reading =
      as === 'bank' ? parseStatement(bytes, name, { ...options, headings }) : parseCsv(bytes, name, options)
    readings.set(key, reading)
    return reading
  }
}
