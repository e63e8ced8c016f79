// crm import: rows of a foreign table become customers, sales, payments, bills or bank lines; what cannot is counted and named.
import { note, type Problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { ImportKind } from '../../book/mapping.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import type { Sheet } from '../../book/sheet.ts'
import { importBank } from './bank.ts'
import { importBills } from './bills.ts'
import { importCustomers } from './customers.ts'
import { assignColumns } from './headings.ts'
import { accountProblem, chooseMapping, type MappingWish, type OpenSheet } from './mapping.ts'
import { importOutput } from './output.ts'
import { importPayments } from './payments.ts'
import { rowReader } from './reader.ts'
import { importSales } from './sales.ts'
import type { Harvest, Job, Rejected } from './taken.ts'

export interface ImportWish {
  readonly as: ImportKind
  readonly open: OpenSheet
  readonly map: MappingWish | null
  readonly createCustomers: boolean
  readonly account: string | undefined
}

const importers: Readonly<Record<ImportKind, (job: Job) => Harvest>> = {
  customers: importCustomers,
  sales: importSales,
  payments: importPayments,
  bills: importBills,
  bank: importBank,
}

/** Rejected rows do not stop the others; a file that cannot be understood as a whole stops everything. Exit 1 when rows were rejected. */
export function planImport(
  book: Book,
  wish: ImportWish,
  context: Context,
): Plan & { readonly rejected: readonly Rejected[]; readonly sheet: Sheet | null } {
  const stopped = (problems: readonly Problem[]) => ({
    changes: [],
    problems,
    output: noOutput,
    rejected: [],
    sheet: null,
  })
  const fault = accountProblem(wish.as, wish.account)
  if (fault !== null) return stopped([fault])
  const choice = chooseMapping(wish.as, wish.map, book.mappings, wish.open)
  if (!choice.ok) return stopped([choice.problem])
  const mapping = choice.value?.mapping ?? null
  const { sheet, problems } = wish.open(mapping)
  if (sheet === null) return stopped(problems)
  const assigned = assignColumns(wish.as, sheet, mapping)
  if (assigned.problems.length > 0) return stopped(assigned.problems)
  const { reader, problems: doubts } = rowReader(sheet, assigned.columns, mapping)
  if (doubts.length > 0) return stopped(doubts)
  const { columns } = assigned
  const harvest = importers[wish.as]({
    book,
    context,
    sheet,
    columns,
    reader,
    createCustomers: wish.createCustomers,
    account: wish.account ?? '',
  })
  const said: Problem[] = [...problems]
  const changes: Change[] = [...harvest.changes]
  if (choice.value?.found === true) said.push(note('mapping-used', { name: choice.value.name }))
  if (choice.value !== null && choice.value.save !== null) {
    changes.push({ change: 'saveMapping', name: choice.value.name, mapping: choice.value.save })
    said.push(note('mapping-saved', { name: choice.value.name }))
  }
  return {
    changes,
    problems: [...said, ...harvest.notes, ...summary(sheet, harvest, wish)],
    output: importOutput(wish.as, columns, harvest),
    exit: harvest.rejected.length > 0 ? 1 : 0,
    rejected: harvest.rejected,
    sheet,
  }
}

function summary(sheet: Sheet, harvest: Harvest, wish: ImportWish): Problem[] {
  const added = harvest.taken.filter((t) => t.state === 'imported').length
  const rejected = harvest.rejected.length
  const counts = { file: sheet.name, added, known: harvest.taken.length - added, rejected }
  const unknown = harvest.rejected.filter((r) => r.fault.reason === 'unknownCustomer').length
  const hint =
    unknown > 0 && wish.as !== 'customers' && !wish.createCustomers
      ? [note('use-create-customers', { count: unknown })]
      : []
  return [rejected > 0 ? warning('rows-imported', counts) : note('rows-imported', counts), ...hint]
}

/** The rejected lines as they stand in the file, under its heading line: mended, they are the next import. */
export function rejectText(sheet: Sheet, rejected: readonly Rejected[]): string {
  return `${[sheet.head, ...rejected.map((r) => r.row.raw)].join('\n')}\n`
}
