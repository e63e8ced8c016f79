// JSON Schemas for editors, made from the schemas of the codecs: draft-07, because that is what editors check.
import * as z from 'zod'

export interface JsonSchema {
  readonly [key: string]: unknown
}

/**
 * In YAML an editor reads `010`, `1e3` or `true` as a number or a flag where the book reads a text, so a text
 * without a form of its own admits all three; numbers may be quoted. Cells of a CSV file are texts.
 */
export function jsonSchema(schema: z.ZodType, form: 'yaml' | 'csv'): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: node }) => {
      const { number, flag } = node
      delete node.number
      delete node.flag
      if (form === 'csv' || node.type !== 'string') return
      if (flag === true) node.type = 'boolean'
      else if (number === true) node.type = ['number', 'string']
      else if (node.enum === undefined && node.format === undefined)
        node.type = node.pattern === undefined ? ['string', 'number', 'boolean', 'null'] : ['string', 'number']
    },
  })
}

/** The names of the keys that a schema knows at a path; numbers and free keys descend. For "did you mean". */
export function knownKeys(schema: JsonSchema, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema
  for (const step of path) at = below(at, step)
  return isSchema(at) && isSchema(at.properties) ? Object.keys(at.properties) : []
}

function below(at: unknown, step: PropertyKey): unknown {
  if (!isSchema(at)) return undefined
  if (typeof step === 'number') return at.items
  return isSchema(at.properties) && Object.hasOwn(at.properties, step)
    ? at.properties[String(step)]
    : at.additionalProperties
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
