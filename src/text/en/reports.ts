// What each report shows, in one line.
import type { ReportName } from '../../reports/registry.ts'

export const reportSummaries: Readonly<Record<ReportName, string>> = {
  balance: 'what every customer owes, per currency: open, overdue, on account',
  aging: 'how late it is, in buckets that sum to the balance; --by owner --base bill --in CNY',
  sales: 'sales of a period --by customer, item or month',
  statement: "a customer's account; --kind activity, open-item or balance-forward; --paper to send",
  confirmations: 'what customers confirmed of their balances, and the difference; --detail for what moved since',
  exchange: 'exchange differences: realised by settlements of a --period, unrealised at a day',
  classes: 'how customers and sales spread over the accepted classes',
  bills: 'bills, fees and openings with their state; state=overdue open>=1000 grade=A',
  disputes: 'what customers contest: why, how much, for how long, and what is open of it; --all for settled ones',
  quotes: 'quotes and pro-forma documents with what became of them; deposits and what is left of them',
  numbers: 'series of documents by kind, branch and year: first, last, next, and the numbers missing',
  bank: 'bank accounts: balances by day, statements and the gaps between them; lines with --detail',
  rules: 'rules for bank lines that concern no customer, how often and when each was used last',
  evidence: 'what stands behind a document: bill, deliveries, payments, bank lines, letters and cases',
  reconciliation: 'bank reconciliation of a month: statement and book, and what only one has recorded; --paper to sign',
  ratios: 'DSO, CEI, turnover, concentration and days to pay of a --period, with their numbers',
  provision: 'the allowance for doubtful debts by segment and age, and the top-up; --detail for roll rates',
  handover: 'a month for the accountant: handover 2026-10; totals, movements, on account, bank, closing, sign-off',
}
