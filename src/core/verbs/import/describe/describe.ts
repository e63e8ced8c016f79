// The layout of a bank's CSV as a mapping, from the file itself: what is certain, by what evidence, and what the user has to say.
import type { ImportMapping } from '../../../book/mapping.ts'
import type { Sheet } from '../../../book/sheet.ts'
import { dayOrder } from '../days.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { assignColumns, type Column } from '../headings.ts'
import { marksOf } from '../marks.ts'
import { decimalMark, type Mark } from '../numbers.ts'
import { signsOf } from '../signs.ts'
import { areAmounts } from './cells.ts'
import { type Assigned, assignByCells } from './columns.ts'
import type { ColumnFinding, Description, Finding, Told } from './finding.ts'

/** `layout` is what reading the file as a table has shown already: encoding, delimiter, where the headings stand. */
export function describe(
  sheet: Sheet,
  layout: Pick<Description, 'findings'> & { readonly mapping: Partial<ImportMapping> },
  told: Told,
  dialect?: Dialect,
): Description {
  const said = { ...dialect?.rules?.columns, ...told.columns }
  const own = new Set(Object.keys(told.columns ?? {}))
  const assigned = assignByCells(
    sheet,
    { columns: said, evidence: (f) => (own.has(f) ? 'bySaid' : 'byBank') },
    likelyMark(sheet),
  )
  const columns = Object.fromEntries(
    [...assigned.fields].map(([field, { index }]) => [field, sheet.headings[index] ?? '']),
  )
  const list = assignColumns('bank', sheet, { columns, constants: {} }).columns
  const date = dateFinding(sheet, list, told, dialect)
  const decimal = decimalFinding(sheet, list, told, dialect)
  const sign = signFinding(sheet, list, assigned, { told, dialect })
  const findings = [...layout.findings, date, decimal, sign, ...missing(assigned)]
  const mapping: ImportMapping = {
    as: 'bank',
    constants: {},
    ...layout.mapping,
    columns,
    ...(date.pattern === undefined ? {} : { date: date.pattern }),
    ...(decimal.value === '.' || decimal.value === ',' ? { decimal: decimal.value } : {}),
    ...(sign.value === 'reversed' || sign.value === 'ignored' ? { sign: sign.value } : {}),
    ...(told.in === undefined ? {} : { in: told.in }),
    ...(told.out === undefined ? {} : { out: told.out }),
  }
  return { findings, columns: columnFindings(sheet, assigned), mapping }
}

/** Of all columns that look like amounts; the point where nothing tells, which only decides what is proposed. */
function likelyMark(sheet: Sheet): Mark {
  const cells = sheet.headings.flatMap((_, i) => {
    const column = sheet.rows.map((r) => (r.cells[i] ?? '').trim()).filter((c) => c !== '')
    return column.length > 0 && areAmounts(column) ? column : []
  })
  const found = decimalMark(
    cells.map((text) => ({ text, decimals: 2 })),
    true,
  )
  return 'mark' in found ? found.mark : '.'
}

function cellsIn(sheet: Sheet, column: Column | undefined): readonly string[] {
  if (column === undefined || column.index < 0) return []
  return sheet.rows.map((r) => (r.cells[column.index] ?? '').trim()).filter((c) => c !== '')
}

/** A pattern is kept only where day and month could be taken for each other. */
function dateFinding(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  told: Told,
  dialect: Dialect | undefined,
): Finding & { readonly pattern?: string } {
  const property = 'dateFormat'
  if (told.date !== undefined)
    return { property, value: told.date, evidence: 'bySaid', example: '', pattern: told.date }
  const cells = ['date', 'value'].flatMap((f) => cellsIn(sheet, columns.get(f)))
  const evidence = dayOrder(cells)
  const [first = ''] = cells
  if ('fault' in evidence) {
    const usual = evidence.fault === 'ambiguous' ? dialect?.usual?.date : undefined
    if (usual !== undefined)
      return { property, value: usual, evidence: 'byBank', example: evidence.example, pattern: usual }
    return { property, value: null, evidence: 'undecided', example: evidence.example }
  }
  if (evidence.order === null) return { property, value: formOf(first), evidence: 'byForm', example: first }
  const decisive = cells.find((c) => /^(?:1[3-9]|[23]\d)[-/]|^\d{1,2}[-/](?:1[3-9]|[23]\d)[-/]/.test(c)) ?? first
  const pattern = patternOf(first, evidence.order)
  return { property, value: pattern, evidence: 'byCells', example: decisive, pattern }
}

function patternOf(cell: string, order: 'dM' | 'Md'): string {
  const [, mark = '/', year = ''] = /^\d{1,2}([-/])\d{1,2}[-/](\d{4}|\d{2})/.exec(cell) ?? []
  const years = year.length === 2 ? 'yy' : 'yyyy'
  return order === 'dM' ? `d${mark}M${mark}${years}` : `M${mark}d${mark}${years}`
}

/** For people to look at: a form that can be read in one way only. */
function formOf(cell: string): string {
  if (/^\d{8}$/.test(cell)) return 'yyyyMMdd'
  if (/^\d{4}年/.test(cell)) return 'yyyy年M月d日'
  if (/^\d{4}/.test(cell)) return `yyyy${cell.charAt(4)}MM${cell.charAt(4)}dd`
  if (/^\d{1,2}\./.test(cell)) return /\.\d{4}/.test(cell) ? 'dd.MM.yyyy' : 'dd.MM.yy'
  return 'd MMM yyyy'
}

function decimalFinding(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  told: Told,
  dialect: Dialect | undefined,
): Finding {
  const property = 'decimalMark'
  if (told.decimal !== undefined) return { property, value: told.decimal, evidence: 'bySaid', example: '' }
  const { markOf, problems } = marksOf(sheet, columns, { said: undefined, usual: dialect?.usual?.decimal, strict: 2 })
  const [problem] = problems
  if (problem !== undefined) {
    const example = 'example' in problem.params ? String(problem.params.example) : ''
    return { property, value: null, evidence: 'undecided', example }
  }
  const amounts = [...columns.values()].filter((c) => c.field.type === 'amount')
  const marks = [...new Set(amounts.map(markOf))]
  const cells = amounts.flatMap((c) => cellsIn(sheet, c))
  const example = cells.find((c) => /[.,]\d{1,2}\D*$/.test(c)) ?? cells[0] ?? ''
  return { property, value: marks.join(' '), evidence: marks.length > 1 ? 'byColumn' : 'byCells', example }
}

/** Balances prove signs; words and columns of their own say them. Signs of both kinds are as banks write them, which one line that is known confirms. */
function signFinding(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  { fields, sign }: Assigned,
  { told, dialect }: { readonly told: Told; readonly dialect: Dialect | undefined },
): Finding {
  const property = 'sign'
  if (told.sign !== undefined) return { property, value: told.sign, evidence: 'bySaid', example: '' }
  if (dialect !== undefined) return { property, value: dialect.rules?.sign ?? 'plain', evidence: 'byBank', example: '' }
  if (sign !== null) return { property, value: sign, evidence: 'byBalance', example: '' }
  if (fields.has('in') || fields.has('out')) {
    const byHeading = [fields.get('in'), fields.get('out')].every((f) => f === undefined || f.evidence !== 'byCells')
    return { property, value: byHeading ? 'plain' : null, evidence: byHeading ? 'byHeading' : 'undecided', example: '' }
  }
  const words = signsOf({
    as: 'bank',
    columns: {},
    constants: {},
    ...(told.in === undefined ? {} : { in: told.in }),
    ...(told.out === undefined ? {} : { out: told.out }),
  }).words
  const directions = cellsIn(sheet, columns.get('direction') ?? columns.get('kind'))
  const known = directions.filter((d) => words.has(d.toLowerCase()))
  if (directions.length > 0 && known.length === directions.length)
    return { property, value: 'plain', evidence: 'byWords', example: [...new Set(known)].slice(0, 2).join(' ') }
  const amounts = cellsIn(sheet, columns.get('amount'))
  const negative = amounts.find((a) => /^[-(−]|-$/.test(a))
  if (negative === undefined || amounts.every((a) => /^[-(−]|-$/.test(a)))
    return { property, value: null, evidence: 'undecided', example: amounts[0] ?? '' }
  const at = columns.get('amount')?.index ?? -1
  const row = sheet.rows.find((r) => (r.cells[at] ?? '').trim() === negative)
  const text = (row?.cells[columns.get('text')?.index ?? -1] ?? '').trim()
  return { property, value: 'plain', evidence: 'bySigns', example: `${negative} ${text}`.trim() }
}

/** A day and an amount are the least. */
function missing({ fields }: Assigned): readonly Finding[] {
  const open: Finding[] = []
  const none = { value: null, evidence: 'undecided', example: '' } as const
  if (!fields.has('date') && !fields.has('value')) open.push({ property: 'dateColumn', ...none })
  if (!['amount', 'in', 'out'].some((f) => fields.has(f))) open.push({ property: 'amountColumn', ...none })
  return open
}

function columnFindings(sheet: Sheet, { fields }: Assigned): readonly ColumnFinding[] {
  return sheet.headings.map((heading, i) => {
    const found = [...fields].find(([, f]) => f.index === i)
    const example = sheet.rows.map((r) => (r.cells[i] ?? '').trim()).find((c) => c !== '') ?? ''
    return { column: i + 1, heading, field: found?.[0] ?? '', evidence: found?.[1].evidence ?? null, example }
  })
}
