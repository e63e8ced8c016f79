// Open Financial Exchange 1 (SGML, tags without ends) and 2 (XML), as banks offer for download; also QBO.
import type { Statement, StatementLine } from './statement.ts'

export function isOfx(text: string): boolean {
  return /OFXHEADER|<OFX>/i.test(text.slice(0, 4096))
}

const kinds: Readonly<Record<string, string>> = { INT: 'interest', FEE: 'fee', SRVCHG: 'fee' }

/** Accounts of banks and cards; investments are left out, they are no money that customers pay. */
export function parseOfx(text: string): Statement[] {
  const statements: Statement[] = []
  for (const found of text.matchAll(/<(STMTRS|CCSTMTRS)>([\s\S]*?)(?=<\/\1>|<(?:STMTRS|CCSTMTRS)>|$)/gi)) {
    const block = found[2] ?? ''
    const before = lineCount(text.slice(0, found.index))
    const currency = tagText(block, 'CURDEF').toUpperCase()
    statements.push({
      account: tagText(block, 'ACCTID'),
      currency,
      opening: null,
      closing: null,
      lines: linesOf(block, currency, before),
      pending: 0,
    })
  }
  return statements
}

function linesOf(block: string, currency: string, before: number): StatementLine[] {
  const lines: StatementLine[] = []
  for (const found of block.matchAll(/<STMTTRN>([\s\S]*?)(?=<\/STMTTRN>|<STMTTRN>|<\/BANKTRANLIST>|$)/gi)) {
    const entry = found[1] ?? ''
    const value = (tag: string) => tagText(entry, tag)
    lines.push({
      line: before + lineCount(block.slice(0, found.index)) - 1,
      date: dayOf(value('DTPOSTED')),
      value: '',
      amount: value('TRNAMT').replace(/^\+/, ''),
      currency: value('CURSYM').toUpperCase() || currency,
      payer: value('NAME'),
      payerAccount: tagText(/<BANKACCTTO>([\s\S]*?)<\/BANKACCTTO>/i.exec(entry)?.[1] ?? '', 'ACCTID'),
      text: [value('MEMO'), value('CHECKNUM')].filter((t) => t !== '').join(' '),
      reference: value('FITID') || value('REFNUM'),
      structured: '',
      kind: kinds[value('TRNTYPE').toUpperCase()] ?? '',
    })
  }
  return lines
}

function lineCount(text: string): number {
  return text.split('\n').length
}

/** The text of the first such tag, up to its end tag, the next tag or the end of the line. */
function tagText(block: string, tag: string): string {
  const found = new RegExp(`<${tag}>([^<\\r\\n]*)`, 'i').exec(block)
  return (found?.[1] ?? '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .trim()
}

/** `20261005`, `20261005120000.000[-5:EST]`: the day that is written. */
function dayOf(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
}
