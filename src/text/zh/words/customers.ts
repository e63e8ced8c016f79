// The words of the area "customers" as people read them.
import type { customersWords } from '../../../core/base/words/customers.ts'

export const customers: Readonly<Record<(typeof customersWords)[number], string>> = {}
