// What crm reconcile shows: each line with why, then counts and sums that together are all lines.
import { safe } from '../../base/money.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import type { Output } from '../../book/paper.ts'
import { shortTable } from './disputes.ts'
import { compare } from './pool.ts'
import { accountProof, enteredOnly } from './proof.ts'
import type { Judged, Matched, Option, Verdict } from './verdict.ts'

const states = ['matched', 'suggested', 'unmatched', 'ignored', 'known'] as const

export function reconcileOutput(judged: readonly Judged[], book: Book): Output {
  const shown = judged.filter(
    ({ verdict: v }) => v.state !== 'known' && (v.state !== 'ignored' || v.byRule !== undefined || v.now === true),
  )
  const ordered = [...shown].sort((a, b) => states.indexOf(a.verdict.state) - states.indexOf(b.verdict.state))
  return {
    tables: [
      linesTable(ordered),
      ...shortTable(ordered),
      ...enteredOnly(book, judged),
      sumTable(judged),
      ...accountProof(book, judged),
    ],
  }
}

/** `reason`: the rule that a match was booked by, else why the line was not booked. Of a suggestion the first candidate is shown. */
export function linesTable(judged: readonly Judged[]): Table {
  return {
    name: 'bankLines',
    columns: [
      { key: 'line', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'payer', type: 'text' },
      { key: 'state', type: 'word' },
      { key: 'reason', type: 'word' },
      { key: 'customer', type: 'id' },
      { key: 'documents', type: 'text' },
      { key: 'onAccountRest', type: 'money' },
      { key: 'evidence', type: 'text' },
      { key: 'alternatives', type: 'text' },
    ],
    rows: judged.map(({ line, verdict }) => ({
      line: line.id,
      date: line.date,
      amount: line.amount,
      currency: line.currency,
      payer: line.payer,
      ...verdictCells(verdict, line.amount),
    })),
  }
}

function verdictCells(verdict: Verdict, amount: number): Row {
  const nothing = {
    reason: null,
    customer: null,
    documents: null,
    onAccountRest: null,
    evidence: null,
    alternatives: null,
  }
  switch (verdict.state) {
    case 'matched': {
      const applied = verdict.parts.reduce((a, p) => a + (p.from === undefined && p.document !== '' ? p.amount : 0), 0)
      const rest = rowsNamed(verdict) === undefined ? safe(amount - applied) : 0
      return {
        ...nothing,
        state: 'matched',
        reason: verdict.rule,
        customer: customersOf(verdict).join(' '),
        documents: [...new Set(rowsNamed(verdict)?.map((p) => p.id) ?? verdict.parts.map((p) => p.document))]
          .join(' ')
          .trim(),
        onAccountRest: rest === 0 ? null : rest,
        evidence: verdict.evidence.join(' · '),
        alternatives: optionTexts(verdict.others),
      }
    }
    case 'suggested': {
      const [first, ...others] = verdict.options
      return {
        ...nothing,
        state: 'suggested',
        reason: verdict.reason,
        customer: first?.customer ?? null,
        documents: first === undefined ? null : first.documents.join(' '),
        evidence: first === undefined ? null : first.evidence.join(' · '),
        alternatives: optionTexts(others),
      }
    }
    case 'unmatched':
      return { ...nothing, state: 'unmatched', reason: verdict.reason }
    case 'ignored':
      return {
        ...nothing,
        state: 'ignored',
        reason: verdict.byRule === undefined ? null : 'byRule',
        evidence: verdict.byRule ?? verdict.reason,
      }
    default:
      return { ...nothing, state: verdict.state }
  }
}

/** The rows of the book that the line is tied to, or undoes. */
function rowsNamed({ payments, undoes }: Matched): Matched['payments'] {
  return payments ?? undoes
}

/** Of the money; several where a line pays for several or is tied to the payments of several. */
function customersOf(verdict: Matched): string[] {
  const { customer, parts } = verdict
  const named = rowsNamed(verdict)?.map((p) => p.customer) ?? parts.map((p) => p.customer ?? customer)
  return [...new Set(named.length === 0 ? [customer] : named)]
}

function optionTexts(options: readonly Option[]): string | null {
  return options.length === 0 ? null : options.map((o) => [o.customer, ...o.documents].join(' ')).join('; ')
}

function sumTable(judged: readonly Judged[]): Table {
  const sums = new Map<string, { account: string; currency: string; state: string; count: number; amount: number }>()
  for (const { line, verdict } of judged) {
    const key = `${line.account} ${line.currency} ${states.indexOf(verdict.state)}`
    const at = sums.get(key) ?? {
      account: line.account,
      currency: line.currency,
      state: verdict.state,
      count: 0,
      amount: 0,
    }
    sums.set(key, { ...at, count: at.count + 1, amount: safe(at.amount + line.amount) })
  }
  const rows = [...sums].sort(([a], [b]) => compare(a, b)).map(([, row]) => row)
  return {
    name: 'reconciliation',
    columns: [
      { key: 'account', type: 'id' },
      { key: 'state', type: 'word' },
      { key: 'count', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows,
    totals: totals(rows),
  }
}

function totals(rows: readonly { currency: string; count: number; amount: number }[]): Row[] {
  return [...new Set(rows.map((r) => r.currency))].map((currency) => {
    const mine = rows.filter((r) => r.currency === currency)
    const count = mine.reduce((n, r) => n + r.count, 0)
    return { account: null, state: null, count, amount: mine.reduce((n, r) => safe(n + r.amount), 0), currency }
  })
}
