// crm import --describe: what a file shows of its layout as tables, how many lines it gives so, and the mapping to be kept.
import { note, type Problem, problem, warning } from '../../../base/problem.ts'
import type { Table } from '../../../base/table.ts'
import type { Book } from '../../../book/book.ts'
import type { Context, Plan } from '../../../book/plan.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { canonical, isSafeName, type OpenSheet, savedNote } from '../mapping.ts'
import { planImport } from '../plan.ts'
import type { Description, Finding } from './finding.ts'

export interface DescribeWish {
  readonly file: string
  readonly description: Description
  readonly open: OpenSheet
  readonly save: string | undefined
  readonly account: string | undefined
  /** Of the bank whose headings these are. */
  readonly dialect: Dialect | undefined
}

/** Nothing is kept while anything is open. Exit 1 where there is something to say. */
export function planDescribe(book: Book, wish: DescribeWish, context: Context): Plan {
  const { description, save, file, dialect } = wish
  const open = description.findings.filter((f) => f.value === null)
  // Signs are asked of an amount that is known.
  const hasAmount = open.every((f) => f.property !== 'amountColumn')
  const asked = open.filter((f) => hasAmount || f.property !== 'sign')
  const unsure = asked.map(({ property, example }) => {
    const say = save === undefined ? warning : problem
    return say('layout-open', { property, example }, { file })
  })
  const trial = open.length > 0 ? null : tried(book, wish, context)
  const findings = trial === null ? description.findings : [...description.findings, trial.finding]
  const output = { tables: [columnTable(description), layoutTable(findings)] }
  const kept = open.length > 0 ? [] : savedAs(book, wish)
  const problems: Problem[] = [...unsure, ...(trial?.problems ?? []), ...kept.filter(isProblem)]
  const changes = kept.flatMap((k) => ('change' in k ? [k] : []))
  if (dialect !== undefined) problems.push(note('dialect-used', { name: dialect.name, bank: dialect.bank }))
  else if (save === undefined && open.length === 0) problems.push(note('layout-unsaved', { file }, { file }))
  return { changes, problems, output, exit: open.length > 0 || (trial?.rejected ?? 0) > 0 ? 1 : 0 }
}

type SaveMapping = { readonly change: 'saveMapping'; readonly name: string; readonly mapping: Description['mapping'] }

function isProblem(kept: Problem | SaveMapping): kept is Problem {
  return !('change' in kept)
}

function savedAs(book: Book, { save, description }: DescribeWish): readonly (Problem | SaveMapping)[] {
  if (save === undefined) return []
  if (!isSafeName(save)) return [problem('bad-mapping-name', { name: save })]
  const before = book.mappings.get(save)
  if (before !== undefined && canonical(before) === canonical(description.mapping)) return []
  if (before !== undefined) return [problem('mapping-exists', { name: save })]
  return [{ change: 'saveMapping', name: save, mapping: description.mapping }, savedNote(save, description.mapping)]
}

/** The import as it would be: what it says of balances, and rows that it would reject, are the best evidence. */
function tried(book: Book, { open, description, account }: DescribeWish, context: Context) {
  const usual = account ?? book.settings.accounts[0]?.name ?? 'main'
  const map = { name: 'described', mapping: description.mapping }
  const plan = planImport(book, { as: 'bank', open, map, createCustomers: false, account: usual }, context)
  const own = new Set([
    'statement-accounts',
    'account-contradicts',
    'account-unknown',
    'mapping-saved',
    'mapping-saved-bare',
    'rows-imported',
  ])
  const problems = plan.problems.filter((p) => !own.has(p.code))
  const rejected = plan.rejected.length
  const finding: Finding = {
    property: 'readLines',
    value: String(plan.taken.length),
    evidence: 'byReading',
    example: plan.rejected.map((r) => r.row.raw)[0]?.slice(0, 60) ?? '',
  }
  return { finding, problems, rejected }
}

function layoutTable(findings: readonly Finding[]): Table {
  return {
    name: 'layout',
    columns: [
      { key: 'property', type: 'word' },
      { key: 'value', type: 'text' },
      { key: 'evidence', type: 'word' },
      { key: 'example', type: 'text' },
    ],
    rows: findings.map(({ property, value, evidence, example }) => ({
      property,
      value: shown(value),
      evidence,
      example,
    })),
  }
}

function shown(value: string | null): string | null {
  return value === '\t' ? 'TAB' : value
}

function columnTable({ columns }: Description): Table {
  return {
    name: 'columns',
    columns: [
      { key: 'column', type: 'number' },
      { key: 'heading', type: 'text' },
      { key: 'field', type: 'id' },
      { key: 'evidence', type: 'word' },
      { key: 'example', type: 'text' },
    ],
    rows: columns.map((c) => ({ ...c, field: c.field === '' ? null : c.field })),
  }
}
