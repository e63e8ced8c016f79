// Who a payer is: by account first, then by name. What confirmed matches teach is used at once and written to the customer's file.
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { CustomerId, Payer } from '../../book/customer.ts'
import { nameKey } from '../../book/name-key.ts'
import { nameIdentity, nameWords } from '../../book/names.ts'

export interface KnownPayer {
  readonly customer: CustomerId
  /** `words`: the name has the customer's words in another order or with another legal form. */
  readonly by: 'account' | 'name' | 'words'
  readonly evidence: string
}

/** A line that its document number gave to a customer. */
export interface Lesson {
  readonly line: BankLine
  readonly customer: CustomerId
}

export interface Payers {
  /** Null: nobody known. `unclear`: account or name belong to more than one, or to two different ones. */
  of(line: BankLine): KnownPayer | 'unclear' | null
  /** Customers all of whose words stand in the text, those with the most words first; at most `limit`. */
  namedIn(text: string, limit: number): CustomerId[]
  /** A payer who paid for more than one customer teaches nothing. */
  learn(matches: readonly Lesson[]): void
  /** What was learnt, as changes of customer files. */
  learnt(): Change[]
}

export function accountKey(account: string): string {
  return account
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()
}

export function payersOf(book: Book): Payers {
  const accounts = new Map<string, Set<CustomerId>>()
  const names = new Map<string, Set<CustomerId>>()
  const identities = new Map<string, Set<CustomerId>>()
  const learnt = new Map<CustomerId, Payer[]>()
  // The same payers are asked for in every pass.
  const keyOfName = remembered(nameKey)
  const keyOfAccount = remembered(accountKey)
  const identityOf = remembered(nameIdentity)
  const teach = (customer: CustomerId, payer: Payer) => {
    if (payer.account !== undefined && payer.account !== '') put(accounts, accountKey(payer.account), customer)
    if (payer.name !== undefined && payer.name !== '') {
      put(names, nameKey(payer.name), customer)
      put(identities, nameIdentity(payer.name), customer)
    }
  }
  const words = new Map<string, CustomerId[]>()
  const wordsOf = new Map<CustomerId, string[][]>()
  for (const c of book.customers.values()) {
    if (c.mergedInto !== undefined) continue
    for (const p of c.payers) teach(c.id, p)
    const lists: string[][] = []
    for (const name of [c.name, ...c.aliases]) {
      teach(c.id, { name })
      if (nameIdentity(name) !== '') lists.push(nameWords(name))
    }
    wordsOf.set(c.id, lists)
    for (const w of new Set(lists.flat())) {
      const list = words.get(w)
      if (list === undefined) words.set(w, [c.id])
      else list.push(c.id)
    }
  }
  const answers = new Map<BankLine, KnownPayer | 'unclear' | null>()
  const of = (line: BankLine): KnownPayer | 'unclear' | null => {
    const known = answers.get(line)
    if (known !== undefined) return known
    const answer = judged(line)
    answers.set(line, answer)
    return answer
  }
  const judged = (line: BankLine): KnownPayer | 'unclear' | null => {
    const account = line.payerAccount === '' ? undefined : accounts.get(keyOfAccount(line.payerAccount))
    const exact = line.payer === '' ? undefined : names.get(keyOfName(line.payer))
    const name = exact ?? (line.payer === '' ? undefined : identities.get(identityOf(line.payer)))
    const found = account ?? name
    if (found === undefined) return null
    const both = account !== undefined && name !== undefined ? [...account].filter((c) => name.has(c)) : [...found]
    const [customer] = both
    if (customer === undefined || both.length > 1) return 'unclear'
    const by = account !== undefined ? 'account' : exact !== undefined ? 'name' : 'words'
    return { customer, by, evidence: account !== undefined ? line.payerAccount : line.payer }
  }
  return {
    of,
    namedIn: (text, limit) => namedIn(nameWords(text), words, wordsOf).slice(0, limit),
    learn(matches) {
      const taught = matches.map((lesson): Taught => {
        const { payer, payerAccount } = lesson.line
        return { ...lesson, account: keyOfAccount(payerAccount), name: keyOfName(payer) }
      })
      const shared = sharedPayers(taught)
      for (const lesson of taught) {
        const { customer, account, name } = lesson
        if (shared.has(account) || shared.has(name)) continue
        const payer = newPayer(lesson, accounts, names)
        if (payer === null || !book.customers.has(customer)) continue
        teach(customer, payer)
        answers.clear()
        learnt.set(customer, [...(learnt.get(customer) ?? []), payer])
      }
    },
    learnt: () =>
      [...learnt]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([customer, list]) => {
          const before = book.customers.get(customer)?.payers.length ?? 0
          return list.map(
            (payer, i): Change => ({ change: 'setField', customer, path: ['payers', before + i], value: { ...payer } }),
          )
        }),
  }
}

function put(map: Map<string, Set<CustomerId>>, key: string, customer: CustomerId): void {
  if (key === '') return
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([customer]))
  else set.add(customer)
}

/** A lesson with what its payer is known by. */
interface Taught extends Lesson {
  readonly account: string
  readonly name: string
}

/** Keys of accounts and names that stand on lines of more than one customer. */
function sharedPayers(taught: readonly Taught[]): ReadonlySet<string> {
  const customers = new Map<string, CustomerId>()
  const shared = new Set<string>()
  const see = (key: string, customer: CustomerId) => {
    if (key !== '' && (customers.get(key) ?? customer) !== customer) shared.add(key)
    customers.set(key, customer)
  }
  for (const { customer, account, name } of taught) {
    see(account, customer)
    see(name, customer)
  }
  return shared
}

/** Only what nobody is known by yet: an account or name of somebody else is never taken from him. */
function newPayer(
  { line, account: accountIs, name: nameIs }: Taught,
  accounts: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<string, unknown>,
): Payer | null {
  const account = line.payerAccount !== '' && !accounts.has(accountIs) ? line.payerAccount : undefined
  const name = line.payer !== '' && !names.has(nameIs) ? line.payer : undefined
  if (account === undefined && name === undefined) return null
  return { ...(name === undefined ? {} : { name }), ...(account === undefined ? {} : { account }) }
}

function remembered(keyOf: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = keyOf(text)
    known.set(text, made)
    return made
  }
}

function namedIn(
  text: readonly string[],
  words: ReadonlyMap<string, CustomerId[]>,
  wordsOf: ReadonlyMap<CustomerId, string[][]>,
): CustomerId[] {
  const there = new Set(text)
  const best = new Map<CustomerId, number>()
  for (const w of there) {
    for (const customer of words.get(w) ?? []) {
      if (best.has(customer)) continue
      const sizes = (wordsOf.get(customer) ?? [])
        .filter((list) => list.every((x) => there.has(x)))
        .map((list) => list.length)
      best.set(customer, Math.max(0, ...sizes))
    }
  }
  return [...best]
    .filter(([, size]) => size > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([customer]) => customer)
}
