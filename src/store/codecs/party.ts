// Who sells and who buys, as settings and bills say it.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import * as field from '../fields.ts'

export const partySchema = once(() =>
  z.strictObject({
    name: field.filled,
    taxId: field.line.exactOptional(),
    address: field.text.exactOptional(),
    email: field.line.exactOptional(),
    phone: field.line.exactOptional(),
    bank: field.text.exactOptional(),
  }),
)
