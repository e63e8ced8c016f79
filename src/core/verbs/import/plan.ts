// crm import: rows of a foreign table become customers, sales, payments, bills or bank lines; what cannot is counted and named.
import { decimalsOf } from '../../base/currency.ts'
import { note, ok, type Problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { ImportKind, ImportMapping } from '../../book/mapping.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import type { Sheet } from '../../book/sheet.ts'
import { accountProblem } from './accounts.ts'
import { importBank } from './bank.ts'
import { importBills } from './bills.ts'
import { importCustomers } from './customers.ts'
import { type FilePlan, filesOutput } from './files-output.ts'
import { assignColumns } from './headings.ts'
import { chooseMapping, type MappingWish, type OpenSheet, savedNote } from './mapping.ts'
import { importOutput } from './output.ts'
import { importPayments } from './payments.ts'
import { ratesSheet } from './rate-tables.ts'
import { importRates } from './rates.ts'
import { rowReader, type StrictMarks } from './reader.ts'
import { importRemittance } from './remittance.ts'
import { importSales } from './sales.ts'
import { signsOf } from './signs.ts'
import type { Harvest, Job, Rejected, Taken } from './taken.ts'

export interface ImportWish {
  readonly as: ImportKind
  readonly open: OpenSheet
  readonly map: MappingWish | null
  readonly createCustomers: boolean
  readonly account: string | undefined
  /** What the flags say of how days and numbers are written; beats the mapping. */
  readonly written?: Pick<ImportMapping, 'date' | 'decimal'>
  /** Lines of the file that are taken although the book seems to have them. */
  readonly forced?: readonly number[]
  /** Show which rows the book has. */
  readonly explain?: boolean
}

const importers: Readonly<Record<ImportKind, (job: Job) => Harvest>> = {
  customers: importCustomers,
  sales: importSales,
  payments: importPayments,
  bills: importBills,
  bank: importBank,
  rates: importRates,
  remittance: importRemittance,
}

export interface ImportPlan extends Plan {
  readonly rejected: readonly Rejected[]
  readonly taken: readonly Taken[]
  /** Null where the file could not be read, or there are several. */
  readonly sheet: Sheet | null
  /** Of several files, those with rejected rows. */
  readonly rejectedIn?: readonly {
    readonly name: string
    readonly sheet: Sheet
    readonly rejected: readonly Rejected[]
  }[]
}

/** A format that defines how days and numbers are written needs no flag, so that one folder may hold files of both sorts. */
function withFlags(found: ImportMapping | null, sheet: Sheet, written: ImportWish['written']): ImportMapping | null {
  if (written === undefined || sheet.isDefined === true) return found
  return { columns: {}, constants: {}, ...found, ...written }
}

/** Lines of a bank say in which currency they are, or are in that of their account. */
function strictness({ settings }: Book, wish: ImportWish): StrictMarks | null {
  if (wish.as !== 'bank') return null
  const accounts = settings.accounts.filter((a) => wish.account === undefined || a.name === wish.account)
  const usual = [settings.currency, ...accounts.flatMap((a) => a.currency ?? [])]
  return { decimals: Math.max(...usual.map(decimalsOf)) }
}

/** Rejected rows do not stop the others; a file that cannot be understood as a whole stops everything. Exit 1 when rows were rejected. */
export function planImport(book: Book, wish: ImportWish, context: Context): ImportPlan {
  const stopped = (problems: readonly Problem[]) => ({
    changes: [],
    problems,
    output: noOutput,
    rejected: [],
    taken: [],
    sheet: null,
  })
  const fault = wish.as === 'bank' ? accountProblem(wish.account) : null
  if (fault !== null) return stopped([fault])
  const choice = chooseMapping(wish.as, wish.map, book.mappings, wish.open)
  if (!choice.ok) return stopped([choice.problem])
  const found = choice.value?.mapping ?? null
  const { sheet: read, problems } = wish.open(found)
  if (read === null) return stopped(problems)
  const table = wish.as === 'rates' ? ratesSheet(read, found) : ok(read)
  if (!table.ok) return stopped([table.problem])
  const sheet = table.value
  const mapping = withFlags(found, sheet, wish.written)
  const assigned = assignColumns(wish.as, sheet, mapping)
  if (assigned.problems.length > 0) return stopped(assigned.problems)
  const dialect = choice.value?.dialect
  const { reader, problems: doubts } = rowReader(sheet, assigned.columns, mapping, {
    strict: strictness(book, wish),
    usual: dialect?.usual ?? {},
  })
  if (doubts.length > 0) return stopped(doubts)
  const { columns } = assigned
  const harvest = importers[wish.as]({
    book,
    context,
    sheet,
    columns,
    reader,
    createCustomers: wish.createCustomers,
    account: wish.account,
    signs: signsOf(mapping),
    forced: new Set(wish.forced ?? []),
    currency: dialect?.currency,
  })
  if (harvest.notes.some((p) => p.severity === 'error')) return stopped([...problems, ...harvest.notes])
  const said: Problem[] = [...problems]
  const changes: Change[] = [...harvest.changes]
  if (dialect !== undefined) said.push(note('dialect-used', { name: dialect.name, bank: dialect.bank }))
  else if (choice.value?.found === true) said.push(note('mapping-used', { name: choice.value.name }))
  if (choice.value !== null && choice.value.save !== null) {
    changes.push({ change: 'saveMapping', name: choice.value.name, mapping: choice.value.save })
    said.push(savedNote(choice.value.name, choice.value.save))
  }
  return {
    changes,
    problems: [...said, ...harvest.notes, ...summary(sheet, harvest, wish)],
    output: importOutput(wish.as, columns, harvest, wish.explain === true),
    exit: harvest.rejected.length > 0 ? 1 : 0,
    rejected: harvest.rejected,
    taken: harvest.taken,
    sheet,
  }
}

/** One file as it is read. */
export interface ImportFile {
  readonly name: string
  readonly open: OpenSheet
}

/**
 * Several files of bank lines, each planned as if those before it were in the book already. What one file as a whole is refused for stops
 * all of them.
 */
export function planImports(
  book: Book,
  wish: Omit<ImportWish, 'open'> & { readonly files: readonly ImportFile[] },
  context: Context,
): ImportPlan {
  const { files, ...rest } = wish
  const [only] = files
  if (only !== undefined && files.length === 1) return planImport(book, { ...rest, open: only.open }, context)
  const bank = [...book.bank]
  const statements = [...book.statements]
  const mappings = new Map(book.mappings)
  const done = files.map(({ name, open }): FilePlan => {
    const plan = planImport({ ...book, bank, statements, mappings }, { ...rest, open }, context)
    for (const c of plan.changes) {
      if (c.change === 'addBankLine') bank.push(c.line)
      else if (c.change === 'addStatement') statements.push(c.statement)
      else if (c.change === 'saveMapping') mappings.set(c.name, c.mapping)
    }
    return { name, plan }
  })
  const problems = done.flatMap(({ plan }) => plan.problems.filter((p) => p.code !== 'rows-imported'))
  const rejected = done.flatMap(({ plan }) => plan.rejected)
  const isRefused = problems.some((p) => p.severity === 'error')
  return {
    changes: isRefused ? [] : done.flatMap(({ plan }) => plan.changes),
    problems: isRefused ? problems : [...problems, filesSummary(done)],
    output: filesOutput(done),
    exit: rejected.length > 0 ? 1 : 0,
    rejected,
    taken: done.flatMap(({ plan }) => plan.taken),
    sheet: null,
    rejectedIn: done.flatMap(({ name, plan: { sheet, rejected: mine } }) =>
      sheet === null || mine.length === 0 ? [] : [{ name, sheet, rejected: mine }],
    ),
  }
}

function filesSummary(done: readonly FilePlan[]): Problem {
  const count = (state: string) =>
    done.reduce((n, { plan }) => n + plan.taken.filter((t) => t.state === state).length, 0)
  const rejected = done.reduce((n, { plan }) => n + plan.rejected.length, 0)
  const params = { files: done.length, added: count('imported'), known: count('known'), rejected }
  return rejected > 0 ? warning('files-imported', params) : note('files-imported', params)
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
