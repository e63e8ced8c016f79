// What crm import shows of several files: what became of each, and every row that was rejected.
import { safe } from '../../base/money.ts'
import { compareText } from '../../base/order.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Output } from '../../book/paper.ts'
import type { ImportPlan } from './plan.ts'
import type { Taken } from './taken.ts'

export interface FilePlan {
  readonly name: string
  readonly plan: ImportPlan
}

export function filesOutput(files: readonly FilePlan[]): Output {
  const rejects = files.flatMap(({ name, plan }) =>
    plan.rejected.map(({ row, fault }) => ({ file: name, line: row.line, ...fault })),
  )
  return { tables: [...(rejects.length === 0 ? [] : [rejectTable(rejects)]), fileTable(files)] }
}

function rejectTable(rows: readonly Row[]): Table {
  return {
    name: 'rejects',
    columns: [
      { key: 'file', type: 'text' },
      { key: 'line', type: 'number' },
      { key: 'reason', type: 'word' },
      { key: 'column', type: 'text' },
      { key: 'found', type: 'text' },
    ],
    rows,
  }
}

/** A row for each file, currency and account; one without amounts where nothing was read. */
function fileTable(files: readonly FilePlan[]): Table {
  return {
    name: 'files',
    columns: [
      { key: 'file', type: 'text' },
      { key: 'format', type: 'text' },
      { key: 'account', type: 'text' },
      { key: 'imported', type: 'number' },
      { key: 'known', type: 'number' },
      { key: 'rejected', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: files.flatMap(fileRows),
  }
}

function fileRows({ name, plan }: FilePlan): Row[] {
  const format = plan.sheet?.format ?? null
  const groups = new Map<string, Taken[]>()
  for (const t of plan.taken) {
    const key = `${t.account ?? ''} ${t.currency ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [t])
    else group.push(t)
  }
  if (groups.size === 0) groups.set('', [])
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, mine], i) => {
      const fresh = mine.filter((t) => t.state === 'imported')
      const currency = mine[0]?.currency ?? null
      return {
        file: name,
        format,
        account: mine[0]?.account ?? null,
        imported: fresh.length,
        known: mine.length - fresh.length,
        rejected: i === 0 ? plan.rejected.length : 0,
        amount: currency === null ? null : fresh.reduce((sum, t) => safe(sum + (t.amount ?? 0)), 0),
        currency,
      }
    })
}
