// Everything that reads what crm did not write, each with its seeds and with what must be true of any bytes given to it.
import { isDeepStrictEqual } from 'node:util'
import { zipSync } from 'fflate'
import { currency } from '../../src/core/base/currency.ts'
import { AmountOverflow } from '../../src/core/base/money.ts'
import { type Problem, problem, UserError } from '../../src/core/base/problem.ts'
import { journalRow } from '../../src/core/book/journal.ts'
import type { ImportKind } from '../../src/core/book/mapping.ts'
import { describe } from '../../src/core/verbs/import/describe/describe.ts'
import { planImport } from '../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../src/formats/bank/detect.ts'
import { endProblems } from '../../src/formats/ended.ts'
import { parseCsv, type SheetReading } from '../../src/formats/sheets/csv.ts'
import { examine } from '../../src/formats/sheets/examine.ts'
import { workbookSheets } from '../../src/formats/sheets/xlsx.ts'
import { zipEntries } from '../../src/formats/sheets/zip.ts'
import { activityCodec } from '../../src/store/codecs/activity.ts'
import { bankCodec, ignoredCodec } from '../../src/store/codecs/bank.ts'
import { bankRuleCodec } from '../../src/store/codecs/bank-rule.ts'
import { billCodec } from '../../src/store/codecs/bill.ts'
import { catalogCodec } from '../../src/store/codecs/catalog.ts'
import { classesCodec } from '../../src/store/codecs/classes.ts'
import { closeCodec, sealedCodec } from '../../src/store/codecs/close.ts'
import { customerCodec } from '../../src/store/codecs/customer.ts'
import { holidaysCodec } from '../../src/store/codecs/holidays.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { mappingCodec } from '../../src/store/codecs/mapping.ts'
import { ratesCodec } from '../../src/store/codecs/rates.ts'
import { remittanceCodec } from '../../src/store/codecs/remittance.ts'
import { settingsCodec } from '../../src/store/codecs/settings.ts'
import { staffCodec } from '../../src/store/codecs/staff.ts'
import { statementCodec } from '../../src/store/codecs/statement.ts'
import { type CsvCodec, readCsvWithCare } from '../../src/store/csv/codec.ts'
import { readCsvFast } from '../../src/store/csv/fast.ts'
import { finishedJournal, journalColumns } from '../../src/store/csv/journal-columns.ts'
import { scanJournal } from '../../src/store/csv/journal-fast.ts'
import { editsFor } from '../../src/store/edits.ts'
import { parseManifest } from '../../src/store/pending.ts'
import { readBook } from '../../src/store/read.ts'
import { decodeSource } from '../../src/store/source.ts'
import { readYaml, readYamlWithCare, type YamlCodec } from '../../src/store/yaml/codec.ts'
import { book, context, settings } from '../support/book.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { workbook } from '../support/workbook.ts'
import { ofBooks, real, renamed, samples } from './seeds.ts'

export interface Verdict {
  /** Something came of it, and nothing was said against it. */
  readonly clean: boolean
  /** What must not be; '' when all is well. */
  readonly wrong: string
}

export interface Target {
  /** Of a file of the book, the kind that its schema has. */
  readonly name: string
  readonly seeds: () => readonly Uint8Array[]
  readonly read: (bytes: Uint8Array) => Verdict
}

function agreeing(quick: unknown, careful: unknown): string {
  const [a, b] = [JSON.stringify(quick), JSON.stringify(careful)]
  // Equal texts are the rule; a different order of keys is no difference.
  if (a === b || isDeepStrictEqual(JSON.parse(a), JSON.parse(b))) return ''
  return `the readers differ: ${a.slice(0, 200)} and ${b.slice(0, 200)}`
}

function yaml<S, V, C>(codec: YamlCodec<S, V, C>, given: C, seeds: () => readonly Uint8Array[]): Target {
  const read = (bytes: Uint8Array): Verdict => {
    const problems: Problem[] = []
    const source = decodeSource('f.yaml', bytes, codec.limit, problems)
    if (source === null) return { clean: false, wrong: problems.length > 0 ? '' : 'refused without a word' }
    const value = readYaml(codec, source, given, problems)
    const again: Problem[] = []
    const careful = readYamlWithCare(codec, source, given, again)
    const silent = value === null && problems.length === 0 ? 'no value and no problem' : ''
    return { clean: problems.length === 0, wrong: silent || agreeing(value, careful) }
  }
  return { name: codec.kind, seeds, read }
}

function csv<S, R, C>(codec: CsvCodec<S, R, C>, given: C, seeds: () => readonly Uint8Array[]): Target {
  const read = (bytes: Uint8Array): Verdict => {
    const problems: Problem[] = []
    const source = decodeSource('f.csv', bytes, codec.limit, problems)
    if (source === null) return { clean: false, wrong: problems.length > 0 ? '' : 'refused without a word' }
    const careful = readCsvWithCare(codec, source, given, problems)
    const quick = readCsvFast(codec, source.text, given)
    const wrong = quick === null ? '' : agreeing([quick, []], [careful, problems])
    return { clean: problems.length === 0, wrong }
  }
  return { name: codec.kind, seeds, read }
}

const month = { month: '2026-10' }

function readJournal(bytes: Uint8Array): Verdict {
  const columns = journalColumns(Math.ceil(bytes.length / 40) + 2)
  const quick = scanJournal({ bytes, ...month, file: columns.files.codeOfText('f') }, columns)
  const problems: Problem[] = []
  const source = decodeSource('f', bytes, journalCodec.limit, problems)
  const careful = source === null ? [] : readCsvWithCare(journalCodec, source, month, problems)
  if (!quick) return { clean: problems.length === 0, wrong: '' }
  const journal = finishedJournal(columns)
  const rows = Array.from({ length: journal.length }, (_, i) => ({
    row: journalRow(journal, i),
    line: journal.line[i],
  }))
  return { clean: true, wrong: agreeing([rows, []], [careful, problems]) }
}

function toItsEnd(reading: SheetReading, bytes: Uint8Array): SheetReading {
  if (reading.sheet === null) return reading
  return { ...reading, problems: [...reading.problems, ...endProblems(bytes, reading.sheet.format, 'file')] }
}

/** A foreign file, and the import of it: whatever is planned must be readable once it is written. */
function foreign(
  name: string,
  as: ImportKind,
  open: (bytes: Uint8Array) => SheetReading,
  seeds: () => readonly Uint8Array[],
  { packed = false }: { readonly packed?: boolean } = {},
): Target {
  const read = (bytes: Uint8Array): Verdict => {
    const wish = {
      as,
      // Archives tell themselves whether they are whole.
      open: () => (packed ? open(bytes) : toItsEnd(open(bytes), bytes)),
      map: null,
      createCustomers: true,
      account: as === 'bank' ? 'main' : undefined,
    }
    const plan = planImport(book(), wish, context('2026-11-22'))
    const silent = plan.changes.length === 0 && plan.problems.length === 0 && plan.rejected.length === 0
    const files = memoryFiles({ '/b/crm.yaml': samples('crm.yaml')[0] ?? '' })
    for (const edit of editsFor(plan.changes, settings, () => null)) files.put(`/b/${edit.path}`, edit.after ?? '')
    const parts = ['customers', 'journal', 'bank', 'mappings'] as const
    const unreadable = readBook(files, '/b', parts).problems.find((p) => p.severity === 'error')
    if (unreadable !== undefined)
      return { clean: false, wrong: `written and not read back: ${JSON.stringify(unreadable)}` }
    const said = plan.problems.filter((p) => p.severity !== 'note').length + plan.rejected.length
    return { clean: said === 0, wrong: silent ? 'nothing came of it and nothing was said' : '' }
  }
  return { name, seeds, read }
}

const statement = (bytes: Uint8Array) => parseStatement(bytes, 'file')
const table = (bytes: Uint8Array) => parseCsv(bytes, 'file')

/** The first sheet of a workbook, as an import reads it. */
function sheetOf(bytes: Uint8Array): SheetReading {
  const sheets = workbookSheets(bytes, 'file')
  if (!sheets.ok) return { sheet: null, problems: [sheets.problem] }
  const [first] = sheets.value
  if (first === undefined) return { sheet: null, problems: [problem('import-empty', {}, { file: 'file' })] }
  return parseStatement(new TextEncoder().encode(first.csv), 'file')
}

/** The first statement in an archive. */
function entryOf(bytes: Uint8Array): SheetReading {
  const entries = zipEntries(bytes, 'file', () => true)
  if (!entries.ok) return { sheet: null, problems: [entries.problem] }
  const [first] = entries.value
  if (first === undefined) return { sheet: null, problems: [problem('files-none', { path: 'file' })] }
  return parseStatement(first.bytes, 'file')
}

const cell = (type: string, value: string) => `<c t="${type}"><v>${value}</v></c>`
const sheetRows = [
  `<row r="1">${['Date', 'Payer', 'Text', 'Amount'].map((h) => cell('str', h)).join('')}</row>`,
  `<row r="2">${cell('str', '2026-10-05')}${cell('s', '0')}${cell('str', 'INV-1')}<c r="D2"><v>1234.56</v></c></row>`,
  `<row r="3"><c s="1"><v>46301</v></c>${cell('s', '1')}<c t="inlineStr"><is><t>INV-2</t></is></c><c r="D3"><v>-9.9900000000000002</v></c></row>`,
]
const bookWith = (rows: string) =>
  workbook({ sheets: [{ name: 'S', rows }], strings: ['<t>Acorn Mill</t>', '<r><t>Birch</t></r>'], styles: [0, 14] })

/** What a file shows of its layout: anything, but never an error that crm has no sentence for. */
function layoutOf(bytes: Uint8Array): Verdict {
  const found = examine(bytes, 'file', {})
  if (!found.ok) return { clean: false, wrong: '' }
  const { sheet, ...layout } = found.value
  const { findings } = describe(sheet, layout, {})
  return { clean: findings.every((f) => f.value !== null), wrong: '' }
}

export const targets: readonly Target[] = [
  yaml(settingsCodec, undefined, () => ofBooks(/\/crm\.yaml$/)),
  yaml(customerCodec, { id: 'yuanshan', currency: currency('CNY') }, () =>
    renamed(ofBooks(/\/customers\/[^/]+\.yaml$/), /^id: .*/m, 'id: yuanshan'),
  ),
  yaml(catalogCodec, undefined, () => ofBooks(/\/catalog\.yaml$/)),
  yaml(staffCodec, undefined, () => ofBooks(/\/staff\.yaml$/)),
  yaml(billCodec, { number: 'INV-2026-0001', folder: 'bills' }, () =>
    renamed(ofBooks(/\/bills\/[^/]+\/[^/]+\.yaml$/), /^number: .*/m, 'number: INV-2026-0001'),
  ),
  yaml(closeCodec, { month: '2026-10' }, () =>
    renamed(ofBooks(/\/closes\/[^/]+\.yaml$/), /^month: .*/m, 'month: 2026-10'),
  ),
  yaml(mappingCodec, undefined, () => ofBooks(/\/imports\/[^/]+\.yaml$/)),
  { name: 'journal', seeds: () => ofBooks(/\/journal\/2026-10\.csv$/), read: readJournal },
  csv(activityCodec, month, () => ofBooks(/\/activity\/2026-10\.csv$/)),
  csv(bankCodec, { ...month, account: 'icbc' }, () => ofBooks(/\/bank\/[^/]+\/2026-10\.csv$/)),
  csv(statementCodec, { account: 'icbc' }, () => ofBooks(/\/bank\/[^/]+\/statements\.csv$/)),
  csv(remittanceCodec, undefined, () => ofBooks(/\/remittances\.csv$/)),
  csv(ignoredCodec, { account: 'icbc' }, () => ofBooks(/\/ignored\.csv$/)),
  csv(classesCodec, undefined, () => ofBooks(/\/classes\.csv$/)),
  csv(ratesCodec, undefined, () => ofBooks(/\/rates\.csv$/)),
  csv(bankRuleCodec, undefined, () => samples('bank-rules.csv')),
  csv(holidaysCodec, undefined, () => samples('holidays.csv')),
  csv(sealedCodec, undefined, () => ofBooks(/\/closes\/[^/]+\.csv$/)),
  {
    name: 'manifest',
    seeds: () => samples('manifest.txt'),
    read: (bytes) => ({ clean: parseManifest(bytes) !== null, wrong: '' }),
  },
  foreign('camt', 'bank', statement, () => [...samples('camt.xml'), ...real('bank', '.xml')]),
  foreign('mt940', 'bank', statement, () => [...samples('mt940.sta'), ...real('bank', '.sta')]),
  foreign('ofx', 'bank', statement, () => [...samples('ofx.ofx'), ...real('bank', '.ofx')]),
  foreign('qif', 'bank', statement, () => [...samples('qif.qif'), ...real('bank', '.qif')]),
  foreign('bank-csv', 'bank', statement, () => [...samples('bank.csv'), ...real('bank', '.csv')]),
  foreign('alipay', 'bank', statement, () => [...samples('alipay.csv'), ...real('wallets', '.csv')]),
  foreign('wechat', 'bank', statement, () => [...samples('wechat.csv'), ...real('wallets', '.csv')]),
  foreign('sales', 'sales', table, () => [...samples('sales.csv'), ...real('transactions', '.csv')]),
  foreign('payments', 'payments', table, () => samples('payments.csv')),
  foreign('bills', 'bills', table, () => samples('bills.csv')),
  foreign('customers', 'customers', table, () => [...samples('customers.csv'), ...real('customers', '.csv')]),
  foreign('remittance-csv', 'remittance', table, () => samples('remittance.csv')),
  // The archive is damaged in the one, the sheet within it in the other.
  foreign('xlsx', 'bank', sheetOf, () => [Buffer.from(bookWith(sheetRows.join(''))), ...real('wallets', '.xlsx')], {
    packed: true,
  }),
  foreign(
    'xlsx-sheet',
    'bank',
    (bytes) => sheetOf(bookWith(Buffer.from(bytes).toString('utf8'))),
    () => [Buffer.from(sheetRows.join('')), ...sheetRows.map((r) => Buffer.from(r))],
    { packed: true },
  ),
  foreign(
    'zip',
    'bank',
    entryOf,
    () => samples('bank.csv', 'mt940.sta', 'camt.xml').map((bytes) => Buffer.from(zipSync({ 'statement.txt': bytes }))),
    { packed: true },
  ),
  { name: 'layout', seeds: () => [...samples('bank.csv', 'sales.csv'), ...real('bank', '.csv')], read: layoutOf },
]

/** What `read` comes to, whatever it throws; only errors that crm has a sentence for may be thrown. */
export function judged(target: Target, bytes: Uint8Array): Verdict {
  let verdict: Verdict
  try {
    verdict = target.read(bytes)
  } catch (error) {
    const known = error instanceof UserError || error instanceof AmountOverflow
    verdict = { clean: false, wrong: known ? '' : `thrown: ${error instanceof Error ? error.stack : String(error)}` }
  }
  return isPolluted() ? { clean: false, wrong: 'Object.prototype was changed' } : verdict
}

const untouched = [Object.prototype, Array.prototype].map((p) => Object.getOwnPropertyNames(p).length)

function isPolluted(): boolean {
  return [Object.prototype, Array.prototype].some((p, i) => Object.getOwnPropertyNames(p).length !== untouched[i])
}
