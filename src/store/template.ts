// The files of a new book: a commented crm.yaml, an empty catalogue and staff list, what git needs, and the schemas for editors.
import type { Currency } from '../core/base/currency.ts'
import { formatAmount, type Minor } from '../core/base/money.ts'
import type { NewBook } from '../core/book/new-book.ts'
import { bookFormat, type Settings } from '../core/book/settings.ts'
import type { BookComments } from '../text/book-comments.ts'
import { bookComments as english } from '../text/en/book-comments.ts'
import { bookComments as chinese } from '../text/zh/book-comments.ts'
import { modeline } from './codecs/modeline.ts'
import { defaultSettings, startingHourlyCost } from './defaults.ts'
import { bookSchemas } from './schemas.ts'
import { effortDimension, startingActions } from './starting-classes.ts'
import { type OutMap, outOf, plain, writeMap } from './yaml/write.ts'

/** Folders of a book that a new one has, empty. */
export const bookFolders = ['customers', 'journal', 'activity', 'bills', 'bank', 'imports'] as const

/** By path inside the book; comments are in the language of the locale. */
export function newBookFiles(start: NewBook): Map<string, string> {
  const comments = start.locale.toLowerCase().startsWith('zh') ? chinese : english
  const settings = startingSettings(start, comments)
  return new Map([
    ['crm.yaml', settingsText(settings, comments)],
    ['catalog.yaml', modeline('catalog', 0) + comment(comments.catalog) + comment(catalogExample)],
    ['staff.yaml', modeline('staff', 0) + comment(comments.staff) + comment(staffExample)],
    ['.gitattributes', comment(comments.attributes) + attributes],
    ['.gitignore', `${comment(comments.ignored)}.crm/\n`],
    ...bookSchemas(),
  ])
}

/** The defaults, and what a book has only because it began with it. */
export function startingSettings({ name, currency, locale, timezone }: NewBook, comments: BookComments): Settings {
  const defaults = defaultSettings(name, currency, locale, timezone)
  const actions = startingActions(comments.actionTexts)
  return {
    ...defaults,
    classes: { ...defaults.classes, dimensions: [effortDimension], actions },
    hourlyCost: startingHourlyCost(currency),
  }
}

const catalogExample = 'items:\n  cable:\n    name: Cable 2 m\n    unit: pcs\n    price: 12.50'
const staffExample = 'people:\n  li:\n    name: Li Hua\n    department: sales\n    email: li@example.com'

/** What a book need not say; money in whole units, which every currency has. */
export const moreSettings = `creditLimits: refuse
allocation: explicit
billing:
  every: 1 month
  day: 25
  groupBy: contract
discounts:
  - name: Grade A
    when: grade=A
    percent: 5
reconcile:
  tolerance: 1
  withholding: [10]
  disputes: suggest
accounts:
  - name: main
    iban: DE02120300000000202051`

/** What a union merge would break, an edited row, is found by its id. */
const attributes = `*.yaml text eol=lf
*.csv text eol=lf
documents/** -text
journal/*.csv merge=union
activity/*.csv merge=union
bank/*/*.csv merge=union
classes.csv merge=union
remittances.csv merge=union
bank-rules.csv merge=union
rates.csv merge=union
holidays.csv merge=union
`

function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('')
}

/** The canonical text of settings, with a comment on each section. */
export function settingsText(settings: Settings, comments: BookComments): string {
  const { company, currency, locale, timezone, tax, numbering, terms, classes, chase, visits, hourlyCost, aging } =
    settings
  const { mode, rounding, default: standard } = tax
  const money = (amount: Minor, c: Currency = currency) => plain(formatAmount(amount, c))
  const sections: readonly (readonly [remark: string, map: OutMap])[] = [
    [comments.book, { book: plain(bookFormat) }],
    [comments.company, { company: { ...company } }],
    [comments.currency, { currency, locale, timezone }],
    [`${comments.tax}\n${comments.rounding}`, { tax: { mode, rounding, default: standard, rates: bare(tax.rates) } }],
    [comments.numbering, { numbering: outOf(numbering) }],
    [comments.terms, { terms }],
    [
      [comments.tiers, comments.abc, comments.rfm, comments.effort, comments.actions].join('\n'),
      {
        classes: {
          tiers: classes.tiers.map((tier) => ({ name: tier.name, atLeast: money(tier.atLeast) })),
          abc: { a: plain(classes.abc.a), b: plain(classes.abc.b) },
          rfmBins: plain(classes.rfmBins),
          dimensions: classes.dimensions.map((d) => ({ name: d.name, rules: d.rules.map(outOf) })),
          actions: classes.actions.map(({ discount, ...action }) => ({
            ...action,
            ...(discount === undefined ? {} : { discount: plain(discount) }),
          })),
        },
      },
    ],
    [
      `${comments.chase}\n${comments.every}`,
      {
        chase: {
          ladder: chase.ladder.map((step) => ({ ...step, after: plain(step.after) })),
          every: plain(chase.every),
          minimum: money(chase.minimum),
        },
      },
    ],
    [comments.visits, { visits: visits.map((rule) => ({ ...rule, everyMonths: plain(rule.everyMonths) })) }],
    ...(hourlyCost === undefined ? [] : [[comments.hourlyCost, { hourlyCost: money(hourlyCost) }] as const]),
    [comments.aging, { aging: aging.map(plain) }],
  ]
  const blocks = sections.map(([remark, map]) => `\n${comment(remark)}${writeMap(map)}`)
  const more = `\n${comment(`${comments.more}\n${moreSettings}`)}`
  return modeline('settings', 0) + comment(comments.settings) + blocks.join('') + more
}

function bare(rates: Readonly<Record<string, string>>): OutMap {
  return Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, plain(rate)]))
}
