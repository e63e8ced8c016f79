// imports/<name>.yaml: how a foreign table becomes rows.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import { type ImportMapping, importKinds } from '../../core/book/mapping.ts'
import * as field from '../fields.ts'
import type { YamlCodec } from '../yaml/codec.ts'
import { plain, writeMap } from '../yaml/write.ts'
import { modeline } from './modeline.ts'

export const mappingSchema = once(() =>
  z
    .strictObject({
      as: z.enum(importKinds).exactOptional(),
      columns: z.record(field.name, field.text).exactOptional(),
      constants: z.record(field.name, field.text).exactOptional(),
      date: field.line.exactOptional(),
      decimal: z.enum(['.', ',']).exactOptional(),
      encoding: field.name.exactOptional(),
      delimiter: field.text.exactOptional(),
      skip: field.whole.exactOptional(),
      headings: z.enum(['none']).exactOptional(),
      sign: z.enum(['reversed', 'ignored']).exactOptional(),
      in: z.array(field.line).exactOptional(),
      out: z.array(field.line).exactOptional(),
      custom: field.custom,
    })
    .meta({ title: 'imports/<name>.yaml' }),
)

export const mappingCodec: YamlCodec<z.output<ReturnType<typeof mappingSchema>>, ImportMapping, undefined> = {
  kind: 'mapping',
  get schema() {
    return mappingSchema()
  },
  limit: 64 * 1024,
  value({ columns, constants, custom: _own, ...rest }) {
    return { ...rest, columns: columns ?? {}, constants: constants ?? {} }
  },
}

export function writeMapping(mapping: ImportMapping): string {
  const { columns, constants, skip, ...rest } = mapping
  const { as, date, decimal, encoding, delimiter, headings, sign } = rest
  return (
    modeline('mapping', 1) +
    writeMap({
      as,
      columns: { ...columns },
      constants: { ...constants },
      date,
      decimal,
      encoding,
      delimiter,
      skip: skip === undefined ? undefined : plain(skip),
      headings,
      sign,
      in: rest.in,
      out: rest.out,
    })
  )
}
