// Help of the verbs of the group "analysis".
import type { VerbHelp } from '../../catalogue.ts'

export const analysisHelp = {
  report: {
    summary: 'balances, aging, sales, statements and more',
    description:
      'Shows one report; without a name it lists them. Every report is a function of the files and the day: --as-of leaves out rows dated later, so a past day looks as it did. Amounts in different currencies are never added. Nothing is cut off: pipe it, or use --format csv or --json.',
    arguments: { report: 'which one; crm report lists them', name: 'only these customers' },
    options: {
      'as-of': 'rows dated later do not exist; today unless said',
      period: 'like 2026-10, 2026Q4, 2026 or "last month"',
      from: 'first day, included',
      to: 'last day, included',
      by: 'what to group by, where the report has a choice',
      detail: 'down to single documents',
      all: 'also what cancels out: reversed rows and their reversals',
    },
    examples: [
      ['crm report balance', 'what everyone owes today'],
      ['crm report aging --as-of 2026-10-31 --detail', 'how late it was at the end of October'],
      ['crm report sales --period 2026-10 --by item', 'what was sold in October'],
      ['crm report statement yuanshan --from 2026-10-01 --to 2026-10-31', 'an account, day by day'],
    ],
  },
} satisfies Record<string, VerbHelp>
