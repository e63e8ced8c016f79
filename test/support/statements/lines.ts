// Reads a bank file as an import into an empty book does, for tests that look at its lines. Statements of several accounts are of as many.

import { opener } from '../../../src/commands/exchange/foreign.ts'
import { currency } from '../../../src/core/base/currency.ts'
import { UserError } from '../../../src/core/base/problem.ts'
import type { MappingWish } from '../../../src/core/verbs/import/mapping.ts'
import { planImport } from '../../../src/core/verbs/import/plan.ts'
import type { CsvOptions } from '../../../src/formats/sheets/csv.ts'
import { isZip } from '../../../src/formats/sheets/magic.ts'
import { workbookSheets } from '../../../src/formats/sheets/xlsx.ts'
import { book, context, settings } from '../book.ts'

/** The book of whoever has a statement whose amounts are written with a dollar sign, and no currency beside them. */
const dollars = { ...settings, accounts: [{ name: 'main', currency: currency('USD') }] }

export function statementLines(
  file: string | Uint8Array,
  options: Pick<CsvOptions, 'encoding'> = {},
  name = 'file',
  map: MappingWish | null = null,
) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const input = isZip(bytes)
    ? { name, isWorkbook: true, parts: sheetsOf(bytes, name) }
    : { name, isWorkbook: false, parts: [{ title: '', bytes }] }
  const open = opener('bank', input, options.encoding === undefined ? {} : { encoding: options.encoding })
  const wish = { as: 'bank' as const, open, map, createCustomers: false, account: 'main' }
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
  const problems = plan.problems.filter((p) => p.code !== 'rows-imported' && p.code !== 'dialect-used')
  const dialect = plan.problems.find((p) => p.code === 'dialect-used')?.params
  const named = dialect !== undefined && 'name' in dialect ? dialect.name : ''
  return { lines, problems, dialect: named, format: plan.sheet?.format ?? '', rejected: plan.rejected }
}

function sheetsOf(bytes: Uint8Array, name: string) {
  const sheets = workbookSheets(bytes, name)
  if (!sheets.ok) throw new UserError([sheets.problem])
  return sheets.value.map(({ title, csv }) => ({ title, bytes: new TextEncoder().encode(csv) }))
}
