// The parts of a book that are CSV: one file a month, or one file for all; rows that a merge doubled are one.
import type { ActivityRow } from '../core/book/activity.ts'
import type { BankLine, IgnoredLine } from '../core/book/bank.ts'
import type { BankRule } from '../core/book/bank-rule.ts'
import type { BankStatement } from '../core/book/bank-statement.ts'
import type { SpecialDay } from '../core/book/calendar.ts'
import type { Rate } from '../core/book/catalog.ts'
import type { ClassRow } from '../core/book/classes.ts'
import { isCustomerId } from '../core/book/customer.ts'
import type { Remittance } from '../core/book/remittance.ts'
import { activityCodec } from './codecs/activity.ts'
import { bankCodec, ignoredCodec } from './codecs/bank.ts'
import { bankRuleCodec } from './codecs/bank-rule.ts'
import { classesCodec } from './codecs/classes.ts'
import { holidaysCodec } from './codecs/holidays.ts'
import { ratesCodec } from './codecs/rates.ts'
import { remittanceCodec } from './codecs/remittance.ts'
import { statementCodec } from './codecs/statement.ts'
import { collapseRows, nothingSeen, type Seen } from './collapse.ts'
import { type CsvCodec, type PlacedRow, readCsvWithCare } from './csv/codec.ts'
import { readCsvFast } from './csv/fast.ts'
import { listFolder, namedFiles, namedFolders, type Reading, readSource } from './disk.ts'
import { isMonth } from './fields.ts'

interface TableFile<Row, Context> {
  readonly path: string
  readonly context: Context
  /** What must be met once only. */
  readonly idOf: (row: Row) => string
  readonly seen: Seen<Row>
}

function readTable<S, R, C>(reading: Reading, codec: CsvCodec<S, R, C>, file: TableFile<R, C>): PlacedRow<R>[] {
  const source = readSource(reading, file.path, codec.limit)
  if (source === null) return []
  const rows =
    readCsvFast(codec, source.text, file.context) ?? readCsvWithCare(codec, source, file.context, reading.problems)
  return collapseRows(rows, file.seen, { reading, path: file.path, idOf: file.idOf, cells: codec.cells })
}

export function readActivity(reading: Reading): ActivityRow[] {
  const seen = nothingSeen<ActivityRow>()
  const idOf = (row: ActivityRow) => row.id
  return namedFiles(reading, 'activity', '.csv', isMonth).flatMap(({ stem, path }) =>
    readTable(reading, activityCodec, { path, context: { month: stem }, idOf, seen }).map(({ row }) => row),
  )
}

export function readRates(reading: Reading): Rate[] {
  const idOf = (rate: Rate) => `${rate.date} ${rate.from} ${rate.to}`
  const file = { path: 'rates.csv', context: undefined, idOf, seen: nothingSeen<Rate>() }
  return readTable(reading, ratesCodec, file).map(({ row }) => row)
}

export function readHolidays(reading: Reading): SpecialDay[] {
  const idOf = (row: SpecialDay) => row.date
  const file = { path: 'holidays.csv', context: undefined, idOf, seen: nothingSeen<SpecialDay>() }
  return readTable(reading, holidaysCodec, file).map(({ row }) => row)
}

/** A customer may change class and back on one day, so only the whole row says which row it is. */
export function readClasses(reading: Reading): ClassRow[] {
  const idOf = (row: ClassRow) => classesCodec.cells(row).join('\u001f')
  const file = { path: 'classes.csv', context: undefined, idOf, seen: nothingSeen<ClassRow>() }
  return readTable(reading, classesCodec, file).map(({ row }) => row)
}

export function readRemittances(reading: Reading): Remittance[] {
  const idOf = (row: Remittance) => row.id
  const file = { path: 'remittances.csv', context: undefined, idOf, seen: nothingSeen<Remittance>() }
  return readTable(reading, remittanceCodec, file).map(({ row }) => row)
}

/** Two rules of one name with different content are both there: either takes its lines. */
export function readBankRules(reading: Reading): BankRule[] {
  const idOf = (rule: BankRule) => bankRuleCodec.cells(rule).join('\u001f')
  const file = { path: 'bank-rules.csv', context: undefined, idOf, seen: nothingSeen<BankRule>() }
  return readTable(reading, bankRuleCodec, file).map(({ row }) => row)
}

const ignoredStem = 'ignored'
const statementStem = 'statements'

export function readBank(reading: Reading): BankLine[] {
  const seen = nothingSeen<BankLine>()
  const idOf = (line: BankLine) => line.id
  return namedFolders(reading, 'bank', isCustomerId).flatMap((account) =>
    namedFiles(reading, `bank/${account}`, '.csv', (s) => isMonth(s) || s === ignoredStem || s === statementStem)
      .filter(({ stem }) => isMonth(stem))
      .flatMap(({ stem, path }) =>
        readTable(reading, bankCodec, { path, context: { month: stem, account }, idOf, seen }).map(({ row }) => row),
      ),
  )
}

/** The accounts whose names `readBank` finds good. */
export function readIgnored(reading: Reading): IgnoredLine[] {
  const accounts = listFolder(reading, 'bank').filter(isCustomerId)
  return accounts.flatMap((account) => {
    const idOf = (row: IgnoredLine) => `${row.line} ${row.reason}`
    const file = {
      path: `bank/${account}/${ignoredStem}.csv`,
      context: { account },
      idOf,
      seen: nothingSeen<IgnoredLine>(),
    }
    return readTable(reading, ignoredCodec, file).map(({ row }) => row)
  })
}

/** The same file imported on two branches is one; only the whole row says which it is. */
export function readStatements(reading: Reading): BankStatement[] {
  const accounts = listFolder(reading, 'bank').filter(isCustomerId)
  return accounts.flatMap((account) => {
    const idOf = (row: BankStatement) => statementCodec.cells(row).join('\u001f')
    const path = `bank/${account}/${statementStem}.csv`
    const file = { path, context: { account }, idOf, seen: nothingSeen<BankStatement>() }
    return readTable(reading, statementCodec, file).map(({ row }) => row)
  })
}
