// ISO 20022 bank to customer reports: camt.052, .053 and .054, every version; only elements that all versions share are read.
import type { Statement, StatementLine } from './statement.ts'
import { all, type Element, parseXml, textOf } from './xml.ts'

const containers: readonly (readonly [message: string, statement: string])[] = [
  ['BkToCstmrStmt', 'Stmt'],
  ['BkToCstmrAcctRpt', 'Rpt'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
]

export function isCamt(text: string): boolean {
  return /camt\.05[234]|<(?:\w+:)?BkToCstmr/.test(text.slice(0, 4096))
}

/** Null where the file is no well-formed XML. */
export function parseCamt(text: string): Statement[] | null {
  const root = parseXml(text)
  if (root === null) return null
  return containers.flatMap(([message, statement]) => all(root, message, statement).map(statementOf))
}

function statementOf(element: Element): Statement {
  const [account] = all(element, 'Acct')
  const entries = all(element, 'Ntry')
  const booked = entries.filter((e) => !isPending(e))
  const amounts = [...all(element, 'Bal', 'Amt'), ...all(element, 'Ntry', 'Amt')]
  return {
    account: textOf(account, 'Id', 'IBAN') || textOf(account, 'Id', 'Othr', 'Id'),
    currency: textOf(account, 'Ccy') || (amounts[0]?.attributes.get('Ccy') ?? ''),
    opening: balance(element, ['OPBD', 'PRCD']),
    closing: balance(element, ['CLBD']),
    lines: booked.flatMap(linesOf),
    pending: entries.length - booked.length,
  }
}

function isPending(entry: Element): boolean {
  const status = textOf(entry, 'Sts') || textOf(entry, 'Sts', 'Cd')
  return status === 'PDNG' || status === 'INFO' || status === 'FUTR'
}

function balance(element: Element, codes: readonly string[]): string | null {
  for (const code of codes) {
    const found = all(element, 'Bal').find((b) => textOf(b, 'Tp', 'CdOrPrtry', 'Cd') === code)
    if (found !== undefined) return signed(found, textOf(found, 'Amt'))
  }
  return null
}

function signed(element: Element, amount: string): string {
  return textOf(element, 'CdtDbtInd') === 'DBIT' ? `-${amount}` : amount
}

/** One line for an entry, or one for each of its payments where these carry amounts of their own in the entry's currency. */
function linesOf(entry: Element): StatementLine[] {
  const details = all(entry, 'NtryDtls', 'TxDtls')
  const [amount] = all(entry, 'Amt')
  const whole: Omit<StatementLine, 'payer' | 'payerAccount' | 'text' | 'structured'> = {
    line: entry.line,
    date: dayOf(entry, 'BookgDt') || dayOf(entry, 'ValDt'),
    value: dayOf(entry, 'ValDt'),
    amount: signed(entry, amount?.text ?? ''),
    currency: amount?.attributes.get('Ccy') ?? '',
    reference: textOf(entry, 'AcctSvcrRef') || textOf(entry, 'NtryRef'),
    kind:
      textOf(entry, 'RvslInd') === 'true'
        ? 'reversal'
        : all(entry, 'NtryDtls', 'TxDtls', 'RtrInf').length > 0
          ? 'return'
          : details.length > 1
            ? 'batch'
            : '',
  }
  const isOut = textOf(entry, 'CdtDbtInd') === 'DBIT'
  const amounts = details.map(ownAmount)
  if (details.length > 1 && amounts.every((a) => a !== undefined && a.attributes.get('Ccy') === whole.currency)) {
    return details.map((d, i) => ({
      ...whole,
      ...partyOf(d, isOut),
      ...textsOf([d], ''),
      amount: (isOut ? '-' : '') + (amounts[i]?.text ?? ''),
      reference: textOf(d, 'Refs', 'AcctSvcrRef') || textOf(d, 'Refs', 'EndToEndId') || whole.reference,
      kind: whole.kind === 'batch' ? '' : whole.kind,
    }))
  }
  const [only] = details
  return [{ ...whole, ...partyOf(only, isOut), ...textsOf(details, textOf(entry, 'AddtlNtryInf')) }]
}

function ownAmount(detail: Element): Element | undefined {
  return all(detail, 'Amt')[0] ?? all(detail, 'AmtDtls', 'TxAmt', 'Amt')[0]
}

function dayOf(entry: Element, name: string): string {
  return (textOf(entry, name, 'Dt') || textOf(entry, name, 'DtTm')).slice(0, 10)
}

/** Who is on the other side: the debtor of money that comes in. The ultimate one says who really pays. */
function partyOf(detail: Element | undefined, isOut: boolean): Pick<StatementLine, 'payer' | 'payerAccount'> {
  const [parties] = all(detail, 'RltdPties')
  const side = isOut ? 'Cdtr' : 'Dbtr'
  const nameAt = (role: string) => textOf(parties, role, 'Nm') || textOf(parties, role, 'Pty', 'Nm')
  const account = all(parties, `${side}Acct`, 'Id')[0]
  return {
    payer: nameAt(side) || nameAt(`Ultmt${side}`),
    payerAccount: textOf(account, 'IBAN') || textOf(account, 'Othr', 'Id'),
  }
}

function textsOf(details: readonly Element[], additional: string): Pick<StatementLine, 'text' | 'structured'> {
  const free = details.flatMap((d) => all(d, 'RmtInf', 'Ustrd').map((u) => u.text))
  const references = details.flatMap((d) => all(d, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').map((r) => r.text))
  const documents = details.flatMap((d) => all(d, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb').map((n) => n.text))
  const ids = details
    .flatMap((d) => all(d, 'Refs', 'EndToEndId').map((e) => e.text))
    .filter((id) => id !== 'NOTPROVIDED')
  const text = [...free, ...documents, ...(free.length === 0 ? [additional] : []), ...ids]
    .filter((t) => t !== '')
    .join(' ')
  return { text, structured: references.join(' ') }
}
