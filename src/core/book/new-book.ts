// What `crm init` asks for; the commented crm.yaml is made from it.
import type { Currency } from '../base/currency.ts'

export interface NewBook {
  readonly name: string
  readonly currency: Currency
  /** BCP 47, as zh-CN or en-GB: decides the language of the comments and of documents. */
  readonly locale: string
  /** Name in the tz database. */
  readonly timezone: string
}
