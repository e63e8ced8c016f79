// ISO 20022 bank to customer reports: camt.052, .053 and .054, every version; only elements that all versions share are read.

import { all, type Element, isXmlFault, parseXml, textOf, type XmlFault } from '../xml/xml.ts'
import { linesOfEntry } from './camt-entry.ts'
import type { Statement, StatementLine } from './statement.ts'

const containers: readonly (readonly [message: string, statement: string])[] = [
  ['BkToCstmrStmt', 'Stmt'],
  ['BkToCstmrAcctRpt', 'Rpt'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
]

export function isCamt(text: string): boolean {
  return /camt\.05[234]|<(?:\w+:)?BkToCstmr/.test(text.slice(0, 4096))
}

interface Entries {
  readonly lines: StatementLine[]
  pending: number
  currency: string
}

export function parseCamt(text: string): readonly Statement[] | XmlFault {
  const entries = new Map<Element, Entries>()
  const root = parseXml(text, {
    name: 'Ntry',
    take(entry, within, line) {
      const found = entries.get(within) ?? { lines: [], pending: 0, currency: '' }
      entries.set(within, found)
      found.currency ||= all(entry, 'Amt')[0]?.attributes.get('Ccy') ?? ''
      if (isPending(entry)) found.pending++
      else for (const each of linesOfEntry(entry, line)) found.lines.push(each)
    },
  })
  if (isXmlFault(root)) return root
  return containers.flatMap(([message, statement]) =>
    all(root, message, statement).map((e) => statementOf(e, entries.get(e) ?? { lines: [], pending: 0, currency: '' })),
  )
}

function statementOf(element: Element, { lines, pending, currency }: Entries): Statement {
  const [account] = all(element, 'Acct')
  const [balance] = all(element, 'Bal', 'Amt')
  const day = (name: string) => textOf(element, 'FrToDt', name).slice(0, 10)
  return {
    account: textOf(account, 'Id', 'IBAN') || textOf(account, 'Id', 'Othr', 'Id'),
    number: textOf(element, 'ElctrncSeqNb') || textOf(element, 'LglSeqNb') || textOf(element, 'Id'),
    from: day('FrDtTm'),
    to: day('ToDtTm') || dayOfBalance(element, 'CLBD'),
    currency: textOf(account, 'Ccy') || (balance?.attributes.get('Ccy') ?? '') || currency,
    opening: balanceOf(element, ['OPBD', 'PRCD']),
    closing: balanceOf(element, ['CLBD']),
    lines,
    pending,
    totals: { in: sumOf(element, 'TtlCdtNtries'), out: sumOf(element, 'TtlDbtNtries') },
  }
}

/** Of the summary that some banks write above the entries. */
function sumOf(element: Element, name: string): string | null {
  return textOf(element, 'TxsSummry', name, 'Sum') || null
}

function isPending(entry: Element): boolean {
  const status = textOf(entry, 'Sts') || textOf(entry, 'Sts', 'Cd')
  return status === 'PDNG' || status === 'INFO' || status === 'FUTR'
}

function balancesOf(element: Element, code: string): Element | undefined {
  return all(element, 'Bal').find((b) => textOf(b, 'Tp', 'CdOrPrtry', 'Cd') === code)
}

function balanceOf(element: Element, codes: readonly string[]): string | null {
  for (const code of codes) {
    const found = balancesOf(element, code)
    if (found !== undefined) return (textOf(found, 'CdtDbtInd') === 'DBIT' ? '-' : '') + textOf(found, 'Amt')
  }
  return null
}

function dayOfBalance(element: Element, code: string): string {
  const found = balancesOf(element, code)
  return (textOf(found, 'Dt', 'Dt') || textOf(found, 'Dt', 'DtTm')).slice(0, 10)
}
