// Reads a bank file as an import into an empty book does, for tests that look at its lines. Statements of several accounts are of as many.
import { currency } from '../../../src/core/base/currency.ts'
import { planImport } from '../../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../../src/formats/bank/detect.ts'
import type { CsvOptions, SheetReading } from '../../../src/formats/sheets/csv.ts'
import { isZip } from '../../../src/formats/sheets/magic.ts'
import { workbookSheets } from '../../../src/formats/sheets/xlsx.ts'
import { book, context, settings } from '../book.ts'

/** The book of whoever has a statement whose amounts are written with a dollar sign, and no currency beside them. */
const dollars = { ...settings, accounts: [{ name: 'main', currency: currency('USD') }] }

export function statementLines(file: string | Uint8Array, options: CsvOptions = {}, name = 'file') {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const open = () => (isZip(bytes) ? parseWorkbook(bytes, name) : parseStatement(bytes, name, options))
  const wish = { as: 'bank' as const, open, map: null, createCustomers: false, account: 'main' }
  const usual = planImport(book(), wish, context('2026-11-22'))
  const inDollars = usual.rejected.some((r) => r.fault.reason === 'symbolDiffers' && r.fault.found.includes('$'))
  const only = inDollars ? planImport(book({ settings: dollars }), wish, context('2026-11-22')) : usual
  const several = only.problems.find((p) => p.code === 'statement-accounts')
  const accounts =
    several !== undefined && 'accounts' in several.params
      ? several.params.accounts.map((number, i) => ({ name: `a${i}`, number }))
      : []
  const plan =
    accounts.length === 0
      ? only
      : planImport(
          book({ settings: { ...settings, accounts } }),
          { ...wish, account: undefined },
          context('2026-11-22'),
        )
  const lines = plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line] : []))
  const problems = plan.problems.filter((p) => p.code !== 'rows-imported')
  return { lines, problems, format: plan.sheet?.format ?? '', rejected: plan.rejected }
}

function parseWorkbook(bytes: Uint8Array, name: string): SheetReading {
  const sheets = workbookSheets(bytes, name)
  if (!sheets.ok) return { sheet: null, problems: [sheets.problem] }
  return parseStatement(new TextEncoder().encode(sheets.value[0]?.csv ?? ''), name, {})
}
