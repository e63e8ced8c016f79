// crm.yaml: the company, its currency and rules.
import type * as z from 'zod'
import { compareText } from '../../core/base/order.ts'
import { chartNames, type LedgerSettings } from '../../core/book/general-ledger.ts'
import {
  bookFormat,
  type ChaseStep,
  type ProvisionSettings,
  type Settings,
  type TaxSettings,
} from '../../core/book/settings.ts'
import { defaultSettings } from '../defaults.ts'
import { amountAt, type Complain, type YamlCodec } from '../yaml/codec.ts'
import { treeAt } from '../yaml/tree.ts'
import { classSettings } from './class-settings.ts'
import { settingsSchema } from './settings-schema.ts'

type Shape = z.output<ReturnType<typeof settingsSchema>>

/** Sections that are not there have their defaults, except tax, which nobody should have without knowing. */
export const settingsCodec: YamlCodec<Shape, Settings, undefined> = {
  kind: 'settings',
  get schema() {
    return settingsSchema()
  },
  limit: 256 * 1024,
  admit(tree, complain) {
    const found = Number(treeAt(tree, ['book']) ?? bookFormat)
    if (found > bookFormat) complain(['book'], 'book-newer', { found, known: bookFormat })
  },
  value(shape, _context, complain) {
    const { currency } = shape
    const fallback = defaultSettings(shape.company.name, currency, shape.locale ?? 'en', shape.timezone ?? 'UTC')
    if (!(shape.tax.default in shape.tax.rates))
      complain(['tax', 'default'], 'wrong-value', {
        key: 'tax.default',
        found: shape.tax.default,
        expected: 'one-of',
        detail: Object.keys(shape.tax.rates),
      })
    const { chase: ch } = shape
    return {
      company: shape.company,
      currency,
      locale: shape.locale ?? fallback.locale,
      timezone: shape.timezone ?? fallback.timezone,
      tax: taxSettings(shape.tax, complain),
      numbering: { ...fallback.numbering, ...shape.numbering },
      terms: shape.terms ?? fallback.terms,
      ...(shape.discounts === undefined ? {} : { discounts: shape.discounts }),
      ...(shape.billing === undefined ? {} : { billing: shape.billing }),
      ...(shape.minimumBill === undefined
        ? {}
        : { minimumBill: amountAt(complain, ['minimumBill'], shape.minimumBill, currency) }),
      ...(shape.monthlyTerms === undefined ? {} : { monthlyTerms: { grace: 0, ...shape.monthlyTerms } }),
      ...(shape.calendar === undefined ? {} : { calendar: { holidays: [], workdays: [], ...shape.calendar } }),
      classes: classSettings(shape.classes ?? {}, fallback.classes, currency, complain),
      chase: {
        ladder: ch?.ladder === undefined ? fallback.chase.ladder : ladder(ch.ladder),
        every: ch?.every ?? fallback.chase.every,
        minimum:
          ch?.minimum === undefined
            ? fallback.chase.minimum
            : amountAt(complain, ['chase', 'minimum'], ch.minimum, currency),
      },
      visits: shape.visits ?? [],
      ...(shape.hourlyCost === undefined
        ? {}
        : { hourlyCost: amountAt(complain, ['hourlyCost'], shape.hourlyCost, currency) }),
      reconcile: {
        tolerance:
          shape.reconcile?.tolerance === undefined
            ? fallback.reconcile.tolerance
            : amountAt(complain, ['reconcile', 'tolerance'], shape.reconcile.tolerance, currency),
        withholding: shape.reconcile?.withholding ?? fallback.reconcile.withholding,
        disputes: shape.reconcile?.disputes ?? fallback.reconcile.disputes,
      },
      allocation: shape.allocation ?? fallback.allocation,
      creditLimits: shape.creditLimits ?? fallback.creditLimits,
      aging: shape.aging ?? fallback.aging,
      accounts: shape.accounts ?? [],
      ...(shape.provision === undefined
        ? {}
        : { provision: provisionOf(shape.provision, { aging: shape.aging ?? fallback.aging, currency }, complain) }),
      ledger: ledgerOf(shape.ledger ?? {}),
      views: shape.views ?? [],
      alerts: (shape.alerts ?? fallback.alerts).map((a) => ({ again: usualAgain, ...a })),
    }
  },
}

/** Changes stand in order of day, however they are written, and are of rates that exist. */
function taxSettings(of: Shape['tax'], complain: Complain): TaxSettings {
  for (const [i, change] of (of.changes ?? []).entries())
    if (!(change.rate in of.rates))
      complain(['tax', 'changes', i, 'rate'], 'wrong-value', {
        key: 'rate',
        found: change.rate,
        expected: 'one-of',
        detail: Object.keys(of.rates),
      })
  const { changes, ...rest } = of
  if (changes === undefined) return rest
  return { ...rest, changes: [...changes].sort((a, b) => compareText(a.from, b.from)) }
}

/** Half a year before an alert that still holds is raised again. */
const usualAgain = 180

/** Earliest first, however they are written. */
function ladder(steps: readonly ChaseStep[]): ChaseStep[] {
  return [...steps].sort((a, b) => a.after - b.after)
}

type ProvisionShape = NonNullable<Shape['provision']>

/** Every segment has a rate for each age; only roll rates may do without. */
function provisionOf(
  shape: ProvisionShape,
  { aging, currency }: Pick<Settings, 'aging' | 'currency'>,
  complain: Complain,
): ProvisionSettings {
  const { framework, method = 'matrix', buckets = aging, months = 12, segments = [] } = shape
  const rates = buckets.length + 2
  segments.forEach((segment, i) => {
    const found = segment.rates?.length ?? (method === 'roll' ? rates : 0)
    if (found !== rates && framework !== 'small')
      complain(['provision', 'segments', i], 'provision-rates-count', { segment: segment.name, found, rates })
  })
  const opening = amountAt(complain, ['provision', 'opening'], shape.opening ?? '0', currency)
  return { framework, method, buckets, months, opening, segments: segments.length === 0 ? [{ name: 'all' }] : segments }
}

function ledgerOf({ chart, ...names }: NonNullable<Shape['ledger']>): LedgerSettings {
  return { chart: chart ?? chartNames[0], names }
}
