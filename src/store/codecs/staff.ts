// staff.yaml: the people of the firm by id.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { StaffMember } from '../../core/book/catalog.ts'
import * as field from '../fields.ts'
import type { YamlCodec } from '../yaml/codec.ts'
import { type OutMap, plain, writeMap } from '../yaml/write.ts'
import { modeline } from './modeline.ts'

const memberSchema = once(() =>
  z.strictObject({
    name: field.filled,
    department: field.line.exactOptional(),
    email: field.line.exactOptional(),
    hourlyCost: field.amount.exactOptional(),
    custom: field.custom,
  }),
)

export const staffSchema = once(() =>
  z
    .strictObject({
      people: z.record(field.name, memberSchema()).exactOptional(),
      custom: field.custom,
    })
    .meta({ title: 'staff.yaml' }),
)

export const staffCodec: YamlCodec<z.output<ReturnType<typeof staffSchema>>, StaffMember[], undefined> = {
  kind: 'staff',
  get schema() {
    return staffSchema()
  },
  limit: 1024 * 1024,
  value: (shape) => Object.entries(shape.people ?? {}).map(([id, { custom: _own, ...member }]) => ({ ...member, id })),
}

export function writeStaff(people: readonly StaffMember[]): string {
  const entries = people.map(({ id, name, department, email, hourlyCost }): [string, OutMap] => [
    id,
    { name, department, email, ...(hourlyCost === undefined ? {} : { hourlyCost: plain(hourlyCost) }) },
  ])
  return modeline('staff', 0) + writeMap({ people: Object.fromEntries(entries) })
}
