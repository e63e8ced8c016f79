// Why a line was matched, suggested or left: the line as the bank wrote it, the verdict, and everything that was considered.
import type { Table } from '../../base/table.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import { journalRow } from '../../book/journal.ts'
import { noOutput } from '../../book/paper.ts'
import type { Plan } from '../../book/plan.ts'
import { findLine } from './decide.ts'
import { shortTable } from './disputes.ts'
import { linesTable } from './output.ts'
import type { Judged, Option } from './verdict.ts'

export function explainLine(book: Book, judged: readonly Judged[], id: string): Plan {
  const only = findLine(judged, id)
  if ('code' in only) return { changes: [], problems: [only], output: noOutput }
  const tables = [
    detailTable(only.line),
    linesTable([only]),
    ...shortTable([only]),
    ...candidates(only),
    ...booked(book, only.line),
  ]
  return { changes: [], problems: [], output: { tables } }
}

function detailTable(line: BankLine): Table {
  const fields = ['payer', 'payerAccount', 'text', 'reference', 'structured'] as const
  return {
    name: 'detail',
    columns: [
      { key: 'field', type: 'word' },
      { key: 'found', type: 'text' },
    ],
    rows: fields.filter((f) => line[f] !== '').map((field) => ({ field, found: line[field] })),
  }
}

function candidates({ line, verdict }: Judged): Table[] {
  const options: readonly Option[] =
    verdict.state === 'suggested' ? verdict.options : verdict.state === 'matched' ? verdict.others : []
  if (options.length === 0) return []
  return [
    {
      name: 'candidates',
      columns: [
        { key: 'rule', type: 'word' },
        { key: 'customer', type: 'id' },
        { key: 'documents', type: 'text' },
        { key: 'evidence', type: 'text' },
        { key: 'amount', type: 'money' },
        { key: 'currency', type: 'text' },
      ],
      rows: options.map((o) => ({
        rule: o.rule,
        customer: o.customer,
        documents: o.documents.join(' '),
        evidence: o.evidence.join(' · '),
        amount: line.amount,
        currency: line.currency,
      })),
    },
  ]
}

/** The rows that a known line has made or was tied by. */
function booked(book: Book, line: BankLine): Table[] {
  const { journal } = book
  const source = journal.texts.find(`bank:${line.id}`)
  if (source < 0) return []
  const rows = Array.from({ length: journal.length }, (_, i) => i).filter((i) => journal.source[i] === source)
  return [
    {
      name: 'bookedRows',
      columns: [
        { key: 'id', type: 'id' },
        { key: 'kind', type: 'text' },
        { key: 'customer', type: 'id' },
        { key: 'document', type: 'id' },
        { key: 'amount', type: 'money' },
        { key: 'currency', type: 'text' },
      ],
      rows: rows.map((i) => {
        const { id, kind, customer, document, amount, currency } = journalRow(journal, i)
        return { id, kind, customer, document, amount, currency }
      }),
    },
  ]
}
