// crm init DIR: a new book.
import { type Currency, isCurrency } from '../../core/base/currency.ts'
import { hiddenIn } from '../../core/base/hidden.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import { isTimezone } from '../../world/timezone.ts'
import type { World } from '../../world/world.ts'
import { currencyFlag, flag, type Input, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const init: Verb = {
  arguments: ['<dir>'],
  options: ['--name <name>', '--currency <code>', '--locale <locale>', '--timezone <zone>', '--no-git'],
  async prepare(input, world) {
    const folder = requiredArgument(input, 0)
    const locale = localeNamed(
      flag(input, 'locale') ?? (await asked(input, world, 'locale', input.language === 'zh' ? 'zh-CN' : 'en')),
    )
    const name = flag(input, 'name') ?? (await asked(input, world, 'company', folderName(folder)))
    const currency =
      currencyFlag(input, 'currency') ?? currencyNamed(await asked(input, world, 'currency', usualCurrency(locale)))
    const timezone = flag(input, 'timezone') ?? (await asked(input, world, 'timezone', usualTimezone(locale)))
    if (!isTimezone(timezone)) throw new UserError([problem('not-a-timezone', { text: timezone })])
    return { task: 'create', folder, start: { name, currency, locale, timezone }, git: input.flags.git !== false }
  },
}

function folderName(folder: string): string {
  return (
    folder
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? folder
  )
}

/** Asks only where a person sits; `--yes` and `--no-input` take the usual answer. */
async function asked(
  input: Input,
  world: World,
  what: 'company' | 'currency' | 'timezone' | 'locale',
  usual: string,
): Promise<string> {
  if (input.global.yes || input.global.noInput || !world.terminal.interactive) return usual
  const text = await world.terminal.input(input.catalogue.frame.questions[what], usual)
  const character = hiddenIn(text)
  if (character !== null) throw new UserError([problem('hidden-character', { text, character })])
  return text
}

/** The canonical form of a BCP 47 tag: zh-cn → zh-CN. */
function localeNamed(text: string): string {
  try {
    return new Intl.Locale(text.trim().replaceAll('_', '-')).toString()
  } catch {
    throw new UserError([problem('not-one-of', { flag: '--locale', text, allowed: ['en-GB', 'zh-CN', 'de-DE', '…'] })])
  }
}

const currencies: Readonly<Record<string, string>> = {
  'zh-TW': 'TWD',
  'zh-HK': 'HKD',
  'en-GB': 'GBP',
  'en-US': 'USD',
  'de-DE': 'EUR',
  'fr-FR': 'EUR',
}

function usualCurrency(locale: string): string {
  return currencies[locale] ?? (locale.startsWith('zh') ? 'CNY' : 'USD')
}

const timezones: Readonly<Record<string, string>> = {
  'zh-TW': 'Asia/Taipei',
  'zh-HK': 'Asia/Hong_Kong',
  'en-GB': 'Europe/London',
  'en-US': 'America/New_York',
  'de-DE': 'Europe/Berlin',
  'fr-FR': 'Europe/Paris',
}

function usualTimezone(locale: string): string {
  return timezones[locale] ?? (locale.startsWith('zh') ? 'Asia/Shanghai' : 'UTC')
}

function currencyNamed(text: string): Currency {
  const code = text.trim().toUpperCase()
  if (isCurrency(code)) return code
  throw new UserError([problem('not-one-of', { flag: '--currency', text, allowed: ['CNY', 'EUR', 'USD', '…'] })])
}
