// Arguments and flags as typed values; a fault is a UserError that names the flag.
import { type Currency, decimalsOf, isCurrency } from '../core/base/currency.ts'
import { type Day, isDay } from '../core/base/day.ts'
import { parseDecimal } from '../core/base/decimal.ts'
import { type Minor, parseAmount } from '../core/base/money.ts'
import { type Period, parsePeriod } from '../core/base/period.ts'
import { problem, UserError } from '../core/base/problem.ts'
import type { Language } from '../core/book/customer.ts'
import type { Catalogue } from '../text/catalogue.ts'
import type { World } from '../world/world.ts'

/** What the command line said to one verb. Flag names are camelCase without dashes: `asOf`. */
export interface Input {
  readonly arguments: readonly (string | readonly string[] | undefined)[]
  readonly flags: Readonly<Record<string, unknown>>
  readonly today: Day
  /** The global flags, which some verbs obey too. */
  readonly global: GlobalFlags
  /** The book's folder; null where there is none, which only a few verbs can do without. */
  readonly folder: string | null
  readonly language: Language
  /** For questions to the person at the terminal. */
  readonly catalogue: Catalogue
  /** The pages of help, which only the frame can put together. */
  readonly help: HelpPages
  /** Runs another command line as a person would type it, and returns its exit code; for verbs that drive others. */
  crm(argv: readonly string[], world: World): Promise<number>
}

export interface HelpPages {
  readonly verbs: readonly string[]
  all(): Promise<string>
  /** Of a verb in `verbs`. */
  verb(name: string): Promise<string>
}

export interface GlobalFlags {
  readonly dryRun: boolean
  readonly yes: boolean
  readonly noInput: boolean
  readonly explain: boolean
  readonly quiet: boolean
}

export function argument(input: Input, index: number): string | undefined {
  const value = input.arguments[index]
  return typeof value === 'string' ? value : undefined
}

/** A required argument; commander has already refused its absence. */
export function requiredArgument(input: Input, index: number): string {
  return argument(input, index) ?? ''
}

/** The words of a variadic argument. */
export function argumentList(input: Input, index: number): readonly string[] {
  const value = input.arguments[index]
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
}

export function flag(input: Input, name: string): string | undefined {
  const value = input.flags[name]
  return typeof value === 'string' ? value : undefined
}

export function flagList(input: Input, name: string): readonly string[] {
  const value = input.flags[name]
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : typeof value === 'string' ? [value] : []
}

export function switchOn(input: Input, name: string): boolean {
  return input.flags[name] === true
}

function stop(p: ReturnType<typeof problem>): never {
  throw new UserError([p])
}

/** The long flag as typed: `asOf` → `--as-of`. */
export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
}

export function dayFlag(input: Input, name: string): Day | undefined {
  const text = flag(input, name)
  return text === undefined ? undefined : dayOf(text, flagName(name), input.today)
}

/** A day as written for `what`, a flag or a part of one. */
export function dayOf(text: string, what: string, today: Day): Day {
  if (text === 'today') return today
  return isDay(text) ? text : stop(problem('not-a-day', { flag: what, text }))
}

export function periodFlag(input: Input, name: string): Period | undefined {
  const text = flag(input, name)
  if (text === undefined) return undefined
  return parsePeriod(text, input.today) ?? stop(problem('not-a-period', { flag: flagName(name), text }))
}

/** A whole month, also `last month`, as `2026-10`. */
export function monthArgument(input: Input, index: number): string {
  const text = requiredArgument(input, index)
  const period = parsePeriod(text, input.today)
  const isMonth = period !== null && /^\d{4}-\d{2}$/.test(period.name)
  return isMonth ? period.name : stop(problem('not-a-month', { text }))
}

export function decimalFlag(input: Input, name: string): string | undefined {
  const text = flag(input, name)
  if (text === undefined) return undefined
  return parseDecimal(text) === null
    ? stop(problem('not-a-number', { flag: flagName(name), text }))
    : text.replaceAll(',', '')
}

export function currencyFlag(input: Input, name: string): Currency | undefined {
  const text = flag(input, name)?.toUpperCase()
  if (text === undefined) return undefined
  return isCurrency(text)
    ? text
    : stop(problem('not-one-of', { flag: flagName(name), text, allowed: ['CNY', 'EUR', 'USD', '…'] }))
}

export function choiceFlag<T extends string>(input: Input, name: string, allowed: readonly T[]): T | undefined {
  const text = flag(input, name)
  if (text === undefined) return undefined
  return allowed.find((a) => a === text) ?? stop(problem('not-one-of', { flag: flagName(name), text, allowed }))
}

/** For a flag that a verb cannot do without. */
export function missingFlag(name: string): never {
  return stop(problem('flag-missing', { flag: flagName(name) }))
}

/** An amount written by a person, in a currency known only once the book is read. `what` names the flag or argument. */
export function amountOf(text: string, c: Currency, what: string): Minor {
  const amount = parseAmount(text, c)
  if (typeof amount === 'number') return amount
  return stop(problem('not-an-amount', { flag: what, text, currency: c, decimals: decimalsOf(c) }))
}
