// One language is loaded at a time.
import type { Language } from '../core/book/customer.ts'
import type { FactName } from '../core/facts/registry.ts'
import type { ReportName } from '../reports/registry.ts'
import type { Catalogue, ReconcileText, VerbHelp } from './catalogue.ts'

export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'zh' ? (await import('./zh/all.ts')).chinese : (await import('./en/all.ts')).english
}

export async function reconcileTextOf(language: Language): Promise<ReconcileText> {
  return language === 'zh'
    ? (await import('./zh/reconcile.ts')).reconcileText
    : (await import('./en/reconcile.ts')).reconcileText
}

/** Help of every verb, by name. */
export async function helpOf(language: Language): Promise<Readonly<Record<string, VerbHelp>>> {
  return language === 'zh'
    ? (await import('./zh/help/all.ts')).chineseHelp
    : (await import('./en/help/all.ts')).englishHelp
}

/** One line about each report, by name. */
export async function reportsOf(language: Language): Promise<Readonly<Record<ReportName, string>>> {
  return language === 'zh'
    ? (await import('./zh/reports.ts')).reportSummaries
    : (await import('./en/reports.ts')).reportSummaries
}

/** What each fact measures. */
export async function factsOf(language: Language): Promise<Readonly<Record<FactName, string>>> {
  return language === 'zh'
    ? (await import('./zh/facts.ts')).factDefinitions
    : (await import('./en/facts.ts')).factDefinitions
}
