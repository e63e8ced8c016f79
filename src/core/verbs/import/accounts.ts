// To which account of the book a statement belongs: what its lines say of their own account, what crm.yaml lists, what the user says.
import { fail, ok, type Problem, problem, type Result } from '../../base/problem.ts'
import type { AccountSettings } from '../../book/settings.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Column } from './headings.ts'
import { isSafeName } from './mapping.ts'

/** The account of a row, by what the row says of its own account. */
export type AccountOf = (said: string) => string

/** An account that cannot be a folder. */
export function accountProblem(account: string | undefined): Problem | null {
  return account === undefined || isSafeName(account) ? null : problem('bad-account-name', { account })
}

/**
 * `named` is the user's word; it is refused where the statement speaks of another account that is known. Without it every account that
 * the statement speaks of has to be known, by IBAN, number or name.
 */
export function resolveAccounts(
  sheet: Sheet,
  column: Column | undefined,
  named: string | undefined,
  known: readonly AccountSettings[],
): Result<AccountOf> {
  const where = { file: sheet.name }
  const said = ownAccounts(sheet, column)
  const found = new Map(said.map((own) => [own, known.find((a) => isOf(own, a))?.name] as const))
  if (named === undefined) {
    if (said.length === 0) return fail('account-needed', {}, where)
    const stranger = said.find((own) => found.get(own) === undefined)
    if (stranger !== undefined)
      return fail('account-unknown', { account: stranger, known: known.map((a) => a.name) }, where)
    return ok((own) => found.get(own) ?? found.get(said[0] ?? '') ?? '')
  }
  if (new Set(said.map((own) => found.get(own) ?? own)).size > 1)
    return fail('statement-accounts', { accounts: said }, where)
  const [own] = said
  const mine = known.find((a) => a.name === named)
  const other = own === undefined ? undefined : found.get(own)
  if (own !== undefined && other !== undefined && other !== named)
    return fail('account-contradicts', { account: named, said: own, belongs: other }, where)
  const isKnown = mine?.iban !== undefined || mine?.number !== undefined
  if (own !== undefined && other === undefined && isKnown && isNumber(own))
    return fail('account-contradicts', { account: named, said: own, belongs: '' }, where)
  return ok(() => named)
}

function ownAccounts(sheet: Sheet, column: Column | undefined): readonly string[] {
  if (column === undefined) return []
  if (column.index < 0) return [column.constant]
  const said = new Set<string>()
  for (const row of sheet.rows) {
    const own = (row.cells[column.index] ?? '').trim()
    if (own !== '') said.add(own)
  }
  return [...said].sort()
}

/** Enough digits to be an account, and none of them hidden. */
function isNumber(text: string): boolean {
  return text.replace(/\D/g, '').length >= 6 && !text.includes('*')
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * The same IBAN or number, or one that ends with the other: banks write the number with or without their own in front of it (an IBAN ends
 * with the national number), with or without the currency behind it.
 */
function isOf(said: string, account: AccountSettings): boolean {
  const own = bare(said)
  if (own === bare(account.name)) return true
  const forms = [own, own.replace(/[A-Z]{3}$/, '')].filter((f) => f !== '')
  return [account.iban, account.number].some((id) => {
    if (id === undefined) return false
    const mine = bare(id)
    return forms.some(
      (form) => form === mine || (form.length >= 6 && mine.length >= 6 && (form.endsWith(mine) || mine.endsWith(form))),
    )
  })
}
