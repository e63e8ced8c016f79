// bank-rules.csv: rules for lines that concern no customer, append-only.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import { type BankRule, bankRuleColumns, directions } from '../../core/book/bank-rule.ts'
import type { CsvCodec } from '../csv/codec.ts'
import * as field from '../fields.ts'

export const bankRuleSchema = once(() =>
  z
    .strictObject({
      name: field.name,
      account: field.orEmpty(field.customerIdField),
      direction: z.enum(directions),
      payer: field.line,
      text: field.line,
      reason: field.line,
    })
    .meta({ title: 'bank-rules.csv' }),
)

export const bankRuleCodec: CsvCodec<z.output<ReturnType<typeof bankRuleSchema>>, BankRule, undefined> = {
  kind: 'bank-rule',
  columns: bankRuleColumns,
  get schema() {
    return bankRuleSchema()
  },
  limit: 1024 * 1024,
  value: (shape) => shape,
  cells: (rule) => bankRuleColumns.map((c) => rule[c]),
}
