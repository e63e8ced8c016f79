// SWIFT MT940 and MT942: fields :20: … :86:, in the dialects of German, Dutch and other banks.
import { isDay } from '../../core/base/day.ts'
import type { Statement, StatementLine } from './statement.ts'

interface Field {
  readonly tag: string
  readonly text: string
  readonly line: number
}

export function isMt940(text: string): boolean {
  return /(?:^|\n|\{4:\r?\n?):20:/.test(text.slice(0, 4096)) && /\n:(?:60[FM]|61|34F|13D?):/.test(text)
}

function fieldsOf(text: string): Field[] {
  const fields: { tag: string; text: string; line: number }[] = []
  text.split(/\r\n|\r|\n/).forEach((raw, i) => {
    const found = /^(?:\{.*\{4:)?:(\d{2}[A-Z]?):(.*)$/.exec(raw)
    if (found !== null) fields.push({ tag: found[1] ?? '', text: found[2] ?? '', line: i + 1 })
    else if (raw !== '-' && !raw.startsWith('-}') && !raw.startsWith('{')) {
      const last = fields.at(-1)
      if (last !== undefined) last.text += `\n${raw}`
    }
  })
  return fields
}

export function parseMt940(text: string): Statement[] {
  const statements: {
    account: string
    currency: string
    opening: string | null
    closing: string | null
    lines: StatementLine[]
    pending: number
  }[] = []
  for (const { tag, text: value, line } of fieldsOf(text)) {
    if (tag === '20')
      statements.push({ account: '', currency: '', opening: null, closing: null, lines: [], pending: 0 })
    const current = statements.at(-1)
    if (current === undefined) continue
    if (tag === '25') current.account = value.trim()
    else if (tag === '60F' || tag === '60M' || tag === '62F' || tag === '62M') {
      const balance = balanceOf(value)
      if (balance === null) continue
      current.currency = balance.currency
      if (tag.startsWith('60')) current.opening ??= balance.amount
      else current.closing = balance.amount
    } else if (tag === '34F') current.currency ||= value.slice(0, 3)
    else if (tag === '61') {
      const entry = entryOf(value, line, current.currency)
      if (entry !== null) current.lines.push(entry)
    } else if (tag === '86') {
      const last = current.lines.at(-1)
      if (last !== undefined && last.text === '')
        current.lines[current.lines.length - 1] = { ...last, ...detailsOf(value, last) }
    }
  }
  return statements.map((s) => ({ ...s, lines: s.lines.map((l) => ({ ...l, currency: l.currency || s.currency })) }))
}

function balanceOf(text: string): { currency: string; amount: string } | null {
  const found = /^([CD])\d{6}([A-Z]{3})([\d,]+)/.exec(text)
  return found === null
    ? null
    : { currency: found[2] ?? '', amount: (found[1] === 'D' ? '-' : '') + decimal(found[3] ?? '') }
}

/** `1234,` and `,5` are whole and broken numbers too. */
function decimal(text: string): string {
  const [whole = '', fraction = ''] = text.split(',')
  return fraction === '' ? whole || '0' : `${whole || '0'}.${fraction}`
}

/** Value day, booking day (MMDD, near the value day), mark, amount, type, references. RC takes back a credit, RD a debit. */
function entryOf(text: string, line: number, currency: string): StatementLine | null {
  const [first = '', ...more] = text.split('\n')
  const found = /^(\d{6})(\d{4})?(R?[CD])[A-Z]?([\d,]+)(?:[A-Z][A-Z0-9]{3})?(.*)$/.exec(first.trim())
  if (found === null) return null
  const [, valueText = '', bookingText = '', mark = '', amountText = '', references = ''] = found
  const value = `20${valueText.slice(0, 2)}-${valueText.slice(2, 4)}-${valueText.slice(4)}`
  const [customer = '', bank = ''] = references.split('//')
  const isOut = mark === 'D' || mark === 'RC'
  return {
    line,
    date: bookingText === '' ? value : bookingDay(value, bookingText),
    value: isDay(value) ? value : '',
    amount: (isOut ? '-' : '') + decimal(amountText),
    currency,
    payer: '',
    payerAccount: '',
    text: '',
    reference: [bank.trim(), customer.trim()].find((r) => r !== '' && r !== 'NONREF') ?? '',
    structured: '',
    kind: mark.startsWith('R') ? 'reversal' : more.join(' ').includes('/RETURN/') ? 'return' : '',
  }
}

/** The year that brings the booking nearest to the value day: a line valued in December may be booked in January. */
function bookingDay(value: string, monthDay: string): string {
  const year = Number(value.slice(0, 4))
  const apart = Number(monthDay.slice(0, 2)) - Number(value.slice(5, 7))
  const shift = apart > 6 ? -1 : apart < -6 ? 1 : 0
  return `${year + shift}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`
}

type Details = Pick<StatementLine, 'payer' | 'payerAccount' | 'text' | 'structured'>

function detailsOf(text: string, entry: StatementLine): Details {
  const german = /^\d{3}(\D)(?=\d{2})/.exec(text)
  const details =
    german !== null ? subfields(text.slice(3), german[1] ?? '?') : /^\/[A-Z]{3,4}\//.test(text) ? slashed(text) : null
  if (details === null)
    return { payer: entry.payer, payerAccount: entry.payerAccount, text: joined(text.split('\n'), ' '), structured: '' }
  return details
}

function joined(parts: readonly string[], by: string): string {
  return parts.join(by).replace(/\s+/g, ' ').trim()
}

/** `?20` to `?29` and `?60` to `?63` are the text, cut at any character; `?32` and `?33` the name, `?31` the account. */
function subfields(text: string, mark: string): Details {
  const parts = new Map<number, string>()
  for (const part of text.replaceAll('\n', '').split(mark)) {
    const found = /^(\d{2})([\s\S]*)$/.exec(part)
    if (found !== null) parts.set(Number(found[1]), (parts.get(Number(found[1])) ?? '') + (found[2] ?? ''))
  }
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => parts.get(from + i) ?? '')
  const purpose = [...range(20, 29), ...range(60, 63)].map((p) => (/^[A-Z]{4}\+/.test(p) ? ` ${p}` : p))
  const all = joined(purpose, '')
  return {
    payer: joined(range(32, 33), ''),
    payerAccount: (parts.get(31) ?? '').trim(),
    text: all === '' ? (parts.get(0) ?? '').trim() : all,
    structured: /(?:^| )(?:SVWZ\+)?(RF\d{2}[A-Z0-9]{1,21})(?: |$)/.exec(all)?.[1] ?? '',
  }
}

/** `/NAME/…/IBAN/…/REMI/…` as Dutch banks write it. */
function slashed(text: string): Details {
  const plain = text.replaceAll('\n', '')
  const field = (...names: readonly string[]) => {
    for (const name of names) {
      const found = new RegExp(`/${name}/(.*?)(?=/(?:[A-Z]{4}|[A-Z]{3})/|$)`).exec(plain)
      if (found?.[1] !== undefined && found[1] !== '') return joined([found[1].replace(/^(?:USTD|STRD)?\/\/?/, '')], '')
    }
    return ''
  }
  const structured = /\/REMI\/STRD\/CUR\/([^/]+)/.exec(plain)?.[1] ?? ''
  return {
    payer: field('NAME'),
    payerAccount: field('IBAN'),
    text: field('REMI', 'SVWZ', 'TRTP') || joined([plain], ''),
    structured,
  }
}
