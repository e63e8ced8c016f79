// Open Financial Exchange 1 (SGML, tags without ends) and 2 (XML), as banks offer for download; also QBO and QFX.
import { lineCounter } from '../xml/lines.ts'
import type { Statement, StatementLine } from './statement.ts'

export function isOfx(text: string): boolean {
  return /OFXHEADER|<OFX>/i.test(text.slice(0, 4096))
}

const kinds: Readonly<Record<string, string>> = {
  INT: 'interest',
  FEE: 'fee',
  SRVCHG: 'fee',
  XFER: 'transfer',
  DIRECTDEP: 'transfer',
}

/** Accounts of banks and cards; investments are left out, they are no money that customers pay. */
export function parseOfx(text: string): Statement[] {
  const lineAt = lineCounter(text)
  return [...text.matchAll(/<(STMTRS|CCSTMTRS)>/gi)].map((found) => {
    const from = (found.index ?? 0) + found[0].length
    const next = /<\/?(?:STMTRS|CCSTMTRS)>/i.exec(text.slice(from))
    return statementOf(text.slice(from, next === null ? undefined : from + next.index), (at) => lineAt(from + at))
  })
}

function statementOf(block: string, lineAt: (at: number) => number): Statement {
  const start = /<STMTTRN>/i.exec(block)?.index ?? block.length
  const end = block.toUpperCase().lastIndexOf('</BANKTRANLIST>')
  const around = tagsOf(block.slice(0, start) + (end < start ? '' : block.slice(end)))
  const value = (tag: string) => around.get(tag) ?? ''
  const currency = value('CURDEF').toUpperCase()
  return {
    account: value('ACCTID'),
    from: dayOf(value('DTSTART')),
    to: dayOf(value('DTEND')),
    currency,
    opening: null,
    closing: value('BALAMT') === '' ? null : amountOf(value('BALAMT')),
    lines: linesOf(block.slice(start, end < start ? undefined : end), currency, (at) => lineAt(start + at)),
    pending: 0,
  }
}

function linesOf(block: string, currency: string, lineAt: (at: number) => number): StatementLine[] {
  const lines: StatementLine[] = []
  const begin = /<STMTTRN>/gi
  for (let found = begin.exec(block); found !== null; ) {
    const at = found.index
    const next = begin.exec(block)
    lines.push(lineOf(block.slice(at, next?.index), currency, lineAt(at)))
    found = next
  }
  return lines
}

function lineOf(entry: string, currency: string, line: number): StatementLine {
  const to = /BANKACCTTO/i.test(entry) ? /<BANKACCTTO>([\s\S]*?)<\/BANKACCTTO>/i.exec(entry) : null
  const tags = tagsOf(to === null ? entry : entry.replace(to[0], ''))
  const value = (tag: string) => tags.get(tag) ?? ''
  // An amount under CURRENCY stands in that currency; under ORIGCURRENCY the bank has converted it already.
  const isForeign = /<CURRENCY>/i.test(entry)
  const converted = /<ORIGCURRENCY>/i.test(entry)
  const type = value('TRNTYPE').toUpperCase()
  return {
    line,
    date: dayOf(value('DTPOSTED')),
    value: dayOf(value('DTAVAIL')),
    amount: amountOf(value('TRNAMT')),
    currency: (isForeign ? value('CURSYM').toUpperCase() : '') || currency,
    payer: value('NAME') || value('PAYEE'),
    payerAccount: to === null ? '' : (tagsOf(to[1] ?? '').get('ACCTID') ?? ''),
    text: [value('MEMO'), value('CHECKNUM')].filter((t) => t !== '').join(' '),
    reference: value('FITID') || value('REFNUM'),
    structured: '',
    kind: kinds[type] ?? '',
    code: type,
    ...(converted ? { details: `${value('CURSYM').toUpperCase()} ${value('CURRATE')}`.trim() } : {}),
  }
}

const tagForm = /<([A-Za-z0-9.]+)>[^<\r\n]*/y

/** The text of the first of each tag, up to its end tag, the next tag or the end of the line. */
function tagsOf(block: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let at = block.indexOf('<'); at >= 0; at = block.indexOf('<', at + 1)) {
    tagForm.lastIndex = at
    const [all = '', tag = ''] = tagForm.exec(block) ?? []
    const name = tag.toUpperCase()
    if (name !== '' && !found.has(name)) found.set(name, decoded(all.slice(tag.length + 2)))
  }
  return found
}

function decoded(text: string): string {
  if (!text.includes('&')) return text.trim()
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
}

/** OFX separates no thousands, so a comma is a decimal mark; what has both is left as it is, to be refused by the import. */
function amountOf(text: string): string {
  const bare = text.replace(/^\+/, '').replace(/\s/g, '')
  return /^-?\d*,\d+$/.test(bare) ? bare.replace(',', '.') : bare
}

/** `20261005`, `20261005120000.000[-5:EST]`: the day that is written. */
function dayOf(text: string): string {
  return text === '' ? '' : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
}
