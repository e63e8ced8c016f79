// SWIFT MT940 and MT942: fields :20: … :86:, in the dialects of German, Dutch and other banks.
import { isDay } from '../../core/base/day.ts'
import { detailsOf } from './mt940-details.ts'
import type { Statement, StatementLine } from './statement.ts'

interface Field {
  readonly tag: string
  readonly text: string
  readonly line: number
}

/** Begins like one, but is not whole: a field of it, or its lines without a statement around them. */
export function isMt940Part(text: string): boolean {
  return /^\s*:\d{2}[A-Z]?:/.test(text) && !isMt940(text)
}

export function isMt940(text: string): boolean {
  return /(?:^|\n|\{4:\r?\n?):20:/.test(text.slice(0, 4096)) && /\n:(?:60[FM]|61|34F|13D?):/.test(text)
}

const fieldStart = /^(?:\{.*\{4:)?:(\d{2}[A-Z]?|NS):(.*)$/

/** One at a time, so that a file of any length takes little memory. */
function* fieldsOf(text: string): Iterable<Field> {
  let field: { tag: string; text: string; line: number } | undefined
  let line = 0
  for (const raw of linesIn(text)) {
    line++
    const found = raw.startsWith(':') || raw.startsWith('{') ? fieldStart.exec(raw) : null
    if (found !== null) {
      if (field !== undefined) yield field
      field = { tag: found[1] ?? '', text: found[2] ?? '', line }
    } else if (field !== undefined && raw !== '-' && !raw.startsWith('-}') && !raw.startsWith('{')) {
      field.text += `\n${raw}`
    }
  }
  if (field !== undefined) yield field
}

/** Line ends of one, of the other, or of both characters. */
function* linesIn(text: string): Iterable<string> {
  const hasReturns = text.includes('\r')
  for (let at = 0; at <= text.length; ) {
    const news = text.indexOf('\n', at)
    const end = news < 0 ? text.length : news
    const raw = text.slice(at, end)
    if (!hasReturns) yield raw
    else yield* (raw.endsWith('\r') && news >= 0 ? raw.slice(0, -1) : raw).split('\r')
    at = end + 1
  }
}

interface Building extends Statement {
  account: string
  number: string
  to: string
  currency: string
  opening: string | null
  closing: string | null
  pending: number
  readonly lines: StatementLine[]
  readonly totals: { in: string | null; out: string | null }
}

export function parseMt940(text: string): Statement[] {
  const statements: Building[] = []
  let before = ''
  let details = ''
  let entryField: Field | undefined
  for (const field of fieldsOf(text)) {
    const { tag, text: value } = field
    if (tag === '20') statements.push(nothingYet())
    const current = statements.at(-1)
    if (current === undefined) continue
    if (tag === '25') current.account = value.trim()
    else if (tag.startsWith('28')) current.number = value.trim()
    else if (/^6[02][FM]$/.test(tag)) balance(current, tag, value)
    else if (tag === '34F') current.currency ||= value.slice(0, 3)
    else if (tag === '90C' || tag === '90D') current.totals[tag === '90C' ? 'in' : 'out'] = totalOf(value)
    // What is only expected is counted, and its details are nobody's.
    else if (tag === '61') entryField = entry(current, field) ? field : undefined
    // One after the closing balance is about the statement, not about its last line. Some banks write a field for each line of text.
    else if (tag === '86' && (before === '61' || before === '86')) {
      details = before === '61' ? value : `${details}\n${value}`
      if (entryField !== undefined) detail(current, entryField, before === '86', details)
    } else if (tag === '86') continue
    before = tag
  }
  return statements.map((s) => ({
    ...s,
    lines: s.lines.map((l) => (l.currency === '' ? { ...l, currency: s.currency } : l)),
  }))
}

function nothingYet(): Building {
  const totals = { in: null, out: null }
  return { account: '', number: '', to: '', currency: '', opening: null, closing: null, lines: [], pending: 0, totals }
}

function balance(current: Building, tag: string, text: string): void {
  const found = /^([CD])(\d{6})([A-Z]{3})([\d,]+)/.exec(text)
  if (found === null) return
  const amount = (found[1] === 'D' ? '-' : '') + decimal(found[4] ?? '')
  current.currency = found[3] ?? ''
  if (tag.startsWith('60')) current.opening ??= amount
  else {
    current.closing = amount
    current.to = dayOf(found[2] ?? '')
  }
}

/** `3EUR12,00`: how many lines, and their sum. */
function totalOf(text: string): string | null {
  const found = /^\d{0,5}[A-Z]{3}([\d,]+)/.exec(text)
  return found === null ? null : decimal(found[1] ?? '')
}

/** Whether it is a line. */
function entry(current: Building, { text, line }: Field): boolean {
  const found = entryOf(text, line, current.currency)
  if (found === 'expected') current.pending++
  else current.lines.push(found)
  return found !== 'expected'
}

/** Where there is more of it than was thought, the line begins again from its field 61 alone. */
function detail(current: Building, { text, line }: Field, isMore: boolean, details: string): void {
  const found = isMore ? entryOf(text, line, current.currency) : current.lines.at(-1)
  if (found === undefined || found === 'expected') return
  current.lines[current.lines.length - 1] = Object.assign(found, detailsOf(details, found))
}

function dayOf(sixDigits: string): string {
  return `20${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4, 6)}`
}

/** `1234,` and `,5` are whole and broken numbers too. */
function decimal(text: string): string {
  const [whole = '', fraction = ''] = text.split(',')
  return fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`
}

/** Identification codes of the type of a transaction, after N, F or S. */
const kinds: Readonly<Record<string, string>> = {
  TRF: 'transfer',
  CHG: 'fee',
  COM: 'fee',
  INT: 'interest',
  RTI: 'return',
}

const form = /^(\d{6})(\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?[\n ]?([\d,]+)(?:([A-Z][A-Z0-9 ]{3}))?([^\n]*)(?:\n([\s\S]*))?$/

/**
 * Value day, booking day (MMDD, near the value day), mark, amount, type, references, further details. RC takes back a credit, RD a
 * debit; EC and ED are only expected. A field that is none becomes a line that the import rejects, so that it is not lost in silence.
 */
function entryOf(text: string, line: number, currency: string): StatementLine | 'expected' {
  const found = form.exec(text.trim())
  if (found === null) {
    const nothing = { payer: '', payerAccount: '', text: '', reference: '', structured: '', kind: '' }
    return { ...nothing, line, date: text.trim(), value: '', amount: '', currency }
  }
  const [, valueText = '', bookingText = '', mark = '', , amountText = '', type = '', references = '', more = ''] =
    found
  if (mark.startsWith('E')) return 'expected'
  const value = dayOf(valueText)
  const [customer = '', bank = ''] = references.split('//').map((r) => r.trim())
  const isOut = mark === 'D' || mark === 'RC'
  // Written out, because one object is made for each of very many lines.
  const entry = {
    line,
    date: bookingText === '' ? value : bookingDay(value, bookingText),
    value: isDay(value) ? value : '',
    amount: (isOut ? '-' : '') + decimal(amountText),
    currency,
    payer: '',
    payerAccount: '',
    text: more === '' ? '' : more.replace(/\s+/g, ' ').trim(),
    reference: [bank, customer].find((r) => r !== '' && r !== 'NONREF') ?? '',
    structured: '',
    kind: mark.startsWith('R') ? 'reversal' : more.includes('/RETURN/') ? 'return' : (kinds[type.slice(1)] ?? ''),
    code: type,
  }
  return more.includes('/') ? { ...entry, ...moreOf(more, isOut) } : entry
}

/** `/OCMT/EUR100,00/CHGS/EUR3,50`: what was instructed, and charges; in the further details of a returned payment. */
function moreOf(more: string, isOut: boolean): Pick<StatementLine, 'original' | 'originalCurrency' | 'fee'> {
  const plain = more.replaceAll('\n', '')
  const instructed = /\/OCMT\/([A-Z]{3})([\d,]+)/.exec(plain)
  const charges = /\/CHGS\/[A-Z]{3}([\d,]+)/.exec(plain)
  return {
    ...(instructed === null
      ? {}
      : { original: (isOut ? '-' : '') + decimal(instructed[2] ?? ''), originalCurrency: instructed[1] ?? '' }),
    ...(charges === null ? {} : { fee: decimal(charges[1] ?? '') }),
  }
}

/** The year that brings the booking nearest to the value day: a line valued in December may be booked in January. */
function bookingDay(value: string, monthDay: string): string {
  const year = Number(value.slice(0, 4))
  const apart = Number(monthDay.slice(0, 2)) - Number(value.slice(5, 7))
  const shift = apart > 6 ? -1 : apart < -6 ? 1 : 0
  return `${year + shift}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`
}
