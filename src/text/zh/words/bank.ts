// The words of the area "bank" as people read them.
import type { bankWords } from '../../../core/base/words/bank.ts'

export const bank: Readonly<Record<(typeof bankWords)[number], string>> = {}
