// Every report, in the order in which help lists them. A report's sentence of help stands in text/.
import type { ReportEntry } from './report.ts'

export const reports = [
  { name: 'balance', load: async () => (await import('./money/balance.ts')).balance },
  { name: 'aging', load: async () => (await import('./money/aging.ts')).aging },
  { name: 'sales', load: async () => (await import('./money/sales.ts')).sales },
  { name: 'statement', load: async () => (await import('./money/statement.ts')).statement },
  { name: 'confirmations', load: async () => (await import('./money/confirmations.ts')).confirmations },
  { name: 'classes', load: async () => (await import('./analysis/classes.ts')).classes },
  { name: 'bills', load: async () => (await import('./money/bills.ts')).bills },
  { name: 'disputes', load: async () => (await import('./money/disputes.ts')).disputes },
  { name: 'quotes', load: async () => (await import('./money/quotes.ts')).quotes },
  { name: 'numbers', load: async () => (await import('./money/numbers.ts')).numbers },
  { name: 'ratios', load: async () => (await import('./money/ratios.ts')).ratios },
  { name: 'bank', load: async () => (await import('./bank/bank.ts')).bank },
  { name: 'reconciliation', load: async () => (await import('./bank/reconciliation.ts')).reconciliation },
  { name: 'rules', load: async () => (await import('./bank/rules.ts')).rules },
  { name: 'evidence', load: async () => (await import('./bank/evidence.ts')).evidence },
  { name: 'exchange', load: async () => (await import('./money/exchange.ts')).exchange },
  { name: 'provision', load: async () => (await import('./money/provision.ts')).provision },
  { name: 'handover', load: async () => (await import('./money/handover.ts')).handover },
] as const satisfies readonly ReportEntry[]

export type ReportName = (typeof reports)[number]['name']

export function findReport(name: string): ReportEntry | undefined {
  return reports.find((r) => r.name === name)
}
