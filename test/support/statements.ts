// Reads a bank file as an import into an empty book does, for tests that look at its lines.
import { planImport } from '../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../src/formats/bank/detect.ts'
import type { CsvOptions } from '../../src/formats/sheets/csv.ts'
import { book, context } from './book.ts'

export function statementLines(file: string | Uint8Array, options: CsvOptions = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const wish = {
    as: 'bank' as const,
    open: () => parseStatement(bytes, 'file', options),
    map: null,
    createCustomers: false,
    account: 'main',
  }
  const plan = planImport(book(), wish, context('2026-11-22'))
  const lines = plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))
  const problems = plan.problems.filter((p) => p.code !== 'rows-imported')
  return { lines, problems, format: plan.sheet?.format ?? '', rejected: plan.rejected }
}
