// Cash application: invoices, payments and remittance advice in one JSON file, with the applications that are right.
import { type MatchingSet, pair } from './set.ts'

export interface CashProblem {
  readonly invoices: readonly {
    readonly invoice_id: string
    readonly customer_id: string
    readonly customer_name: string
    readonly invoice_date: string
    readonly due_date: string
    readonly amount: number
    readonly description: string
  }[]
  readonly payments: readonly {
    readonly payment_id: string
    readonly payment_date: string
    readonly payer_name: string
    readonly amount: number
    readonly method: string
    readonly reference_info: string
  }[]
  readonly remittance_lines: readonly {
    readonly payment_id: string
    readonly invoice_ref: string
    readonly amount: number
    readonly memo: string
  }[]
  readonly ground_truth: {
    readonly applications: readonly {
      readonly payment_id: string
      readonly invoice_id: string
      readonly applied_amount: number
    }[]
  }
}

/** Credits among the answers are left out: a credit note is set against bills, not against money that came in. */
export function cashApplication(name: string, problem: CashProblem): MatchingSet {
  const customers = new Map(problem.invoices.map((i) => [i.customer_id, i.customer_name]))
  const incoming = problem.payments.filter((p) => p.amount > 0)
  const isIn = new Set(incoming.map((p) => p.payment_id))
  return {
    name,
    level: 'harder',
    currency: 'USD',
    settings: [],
    gold: new Set(
      problem.ground_truth.applications
        .filter((a) => a.applied_amount > 0 && isIn.has(a.payment_id))
        .map((a) => pair(a.payment_id, a.invoice_id)),
    ),
    files: [
      { name: 'customers', as: 'customers', headings: ['id', 'name'], rows: [...customers] },
      {
        name: 'bills',
        as: 'bills',
        headings: ['number', 'customer', 'date', 'due', 'amount', 'memo'],
        rows: problem.invoices.map((i) => [
          i.invoice_id,
          i.customer_id,
          i.invoice_date,
          i.due_date,
          i.amount.toFixed(2),
          i.description,
        ]),
      },
      {
        name: 'bank',
        as: 'bank',
        headings: ['date', 'payer', 'text', 'amount', 'reference'],
        rows: incoming.map((p) => [p.payment_date, p.payer_name, p.reference_info, p.amount.toFixed(2), p.payment_id]),
      },
      {
        name: 'remittance',
        as: 'remittance',
        headings: ['payment reference', 'document', 'amount', 'memo'],
        rows: problem.remittance_lines
          .filter((r) => isIn.has(r.payment_id))
          .map((r) => [r.payment_id, r.invoice_ref, r.amount.toFixed(2), r.memo]),
      },
    ],
  }
}
