// The accounts and currencies that a set of entries uses, for the declarations that strict checkers ask for.
import type { Currency } from '../../core/base/currency.ts'
import type { Day } from '../../core/base/day.ts'
import { compareText } from '../../core/base/order.ts'
import { type AccountClass, accountParts, type Chart, classOf } from './charts.ts'
import type { Entry, Posting } from './entries.ts'

export interface UsedAccount {
  readonly name: string
  readonly class: AccountClass
  /** The first day it moves. */
  readonly since: Day
}

/** `spell` makes one name of the parts. In order of name. */
export function usedAccounts(
  entries: readonly Entry[],
  chart: Chart,
  name: (posting: Posting) => string,
): UsedAccount[] {
  const found = new Map<string, UsedAccount>()
  for (const { date, postings } of entries) {
    for (const posting of postings) {
      const account = name(posting)
      if (!found.has(account)) found.set(account, { name: account, class: classOf(chart, posting.role), since: date })
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name))
}

export function usedCurrencies(entries: readonly Entry[]): Currency[] {
  return [...new Set(entries.map((e) => e.currency))].sort()
}

/** `Assets:Receivable:yuanshan`, once per account. */
export function accountNamer(
  chart: Chart,
  part: (text: string, depth: number) => string,
): (posting: Posting) => string {
  const known = new Map<string, string>()
  return ({ role, sub }) => {
    const key = `${role} ${sub ?? ''}`
    const name = known.get(key) ?? accountParts(chart, role, sub).map(part).join(':')
    known.set(key, name)
    return name
  }
}
