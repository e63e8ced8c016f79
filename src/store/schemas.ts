// The JSON Schemas of every kind of file, as texts: for `schemas/` of the project and of each book.
import { activityCodec } from './codecs/activity.ts'
import { bankCodec, ignoredCodec } from './codecs/bank.ts'
import { bankRuleCodec } from './codecs/bank-rule.ts'
import { billCodec } from './codecs/bill.ts'
import { catalogCodec } from './codecs/catalog.ts'
import { classesCodec } from './codecs/classes.ts'
import { closeCodec, sealedCodec } from './codecs/close.ts'
import { customerCodec } from './codecs/customer.ts'
import { holidaysCodec } from './codecs/holidays.ts'
import { journalCodec } from './codecs/journal.ts'
import { mappingCodec } from './codecs/mapping.ts'
import { ratesCodec } from './codecs/rates.ts'
import { remittanceCodec } from './codecs/remittance.ts'
import { settingsCodec } from './codecs/settings.ts'
import { staffCodec } from './codecs/staff.ts'
import { statementCodec } from './codecs/statement.ts'
import { type JsonSchema, jsonSchema } from './json-schema.ts'
import { schemaOf } from './yaml/codec.ts'

/** The kinds that editors check while a person types. */
const documents = [settingsCodec, customerCodec, catalogCodec, staffCodec, billCodec, closeCodec, mappingCodec] as const

/** Kinds whose schema describes one row; every cell is a text. */
const tables = [
  journalCodec,
  activityCodec,
  bankCodec,
  ignoredCodec,
  statementCodec,
  remittanceCodec,
  bankRuleCodec,
  classesCodec,
  ratesCodec,
  holidaysCodec,
  sealedCodec,
] as const

function textOf(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** By path inside a book; the modeline of each YAML file names one of them. */
export function bookSchemas(): Map<string, string> {
  return new Map(documents.map((codec) => [`schemas/${codec.kind}.json`, textOf(schemaOf(codec))]))
}

/** The same and those of the rows. */
export function allSchemas(): Map<string, string> {
  return new Map([
    ...bookSchemas(),
    ...tables.map((codec): [string, string] => [`schemas/${codec.kind}.json`, textOf(jsonSchema(codec.schema, 'csv'))]),
  ])
}
