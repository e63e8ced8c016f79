// One entry of a camt report: its payments, who is on the other side, why it came back, what it was in another currency.
import { type Exact, exact, parseDecimal } from '../../core/base/decimal.ts'
import { all, type Element, textOf } from '../xml/xml.ts'
import type { StatementLine } from './statement.ts'

/** Codes of ISO 20022's external code set "bank transaction sub-family", by what they are to us. */
const returnCodes = new Set(['RRTN', 'RPCR', 'UPDD', 'UPCQ', 'URCQ', 'UPCT', 'URDD', 'PRDD', 'RIMB', 'CQRV', 'RCDD'])
const feeCodes = new Set(['CHRG', 'FEES', 'COMM', 'COMI', 'COME', 'COMT', 'MNFE'])
const interestCodes = new Set(['INTR', 'INTE'])
const transferFamilies = new Set(['RCDT', 'ICDT', 'RRCT', 'IRCT'])
const noReference = new Set(['NOTPROVIDED', 'NOTAVAILABLE', 'NONREF', 'NOREF'])

/**
 * One line for each payment of a collective entry where these carry amounts of their own, in the entry's currency, that make its
 * amount together; else one line for the entry, with its payments as details.
 */
export function linesOfEntry(entry: Element, line: number): StatementLine[] {
  const details = all(entry, 'NtryDtls', 'TxDtls')
  const whole = entryOf(entry, line, details)
  if (details.length > 1 && areParts(details, whole)) return details.map((d) => partOf(d, entry, whole))
  const [only] = details
  const isBatch = details.length > 1 || Number(textOf(entry, 'NtryDtls', 'Btch', 'NbOfTxs')) > 1
  return [
    {
      ...whole,
      ...(details.length > 1 ? { payer: '', payerAccount: '' } : partyOf(only, isOut(entry))),
      ...textsOf(details, textOf(entry, 'AddtlNtryInf')),
      ...(details.length > 1 ? {} : foreignOf([only, entry], whole)),
      ...(isBatch ? { kind: whole.kind === 'transfer' || whole.kind === '' ? 'batch' : whole.kind } : {}),
      ...(isBatch ? { batch: batchOf(entry) || whole.reference } : {}),
      ...(details.length > 1 ? { details: details.map((d) => detailOf(d, isOut(entry))).join('; ') } : {}),
    },
  ]
}

function isOut(entry: Element): boolean {
  return textOf(entry, 'CdtDbtInd') === 'DBIT'
}

function entryOf(entry: Element, line: number, details: readonly Element[]): StatementLine {
  const [amount] = all(entry, 'Amt')
  const fee = feeOf([entry, ...(details.length === 1 ? details : [])], amount?.attributes.get('Ccy') ?? '')
  return {
    line,
    date: dayOf(entry, 'BookgDt') || dayOf(entry, 'ValDt'),
    value: dayOf(entry, 'ValDt'),
    amount: (isOut(entry) ? '-' : '') + (amount?.text ?? ''),
    currency: amount?.attributes.get('Ccy') ?? '',
    payer: '',
    payerAccount: '',
    text: '',
    reference: textOf(entry, 'AcctSvcrRef') || textOf(entry, 'NtryRef'),
    structured: '',
    kind: kindOf([entry, ...details]),
    code: codeOf(entry) || details.map(codeOf).find((c) => c !== '') || '',
    endToEnd: details.length === 1 ? idOf(details[0], 'EndToEndId') : '',
    mandate: details.length === 1 ? idOf(details[0], 'MndtId') : '',
    reason: reasonOf(details),
    ...(fee === '' ? {} : { fee }),
  }
}

/** Amounts of the payments in the entry's currency, and whether they make its amount. */
function areParts(details: readonly Element[], whole: StatementLine): boolean {
  const amounts = details.map((d) => ownAmount(d))
  if (!amounts.every((a) => a !== undefined && (a.attributes.get('Ccy') ?? whole.currency) === whole.currency))
    return false
  const values = details.flatMap((d) => parseDecimal(signedPart(d, whole)) ?? [])
  const total = parseDecimal(whole.amount)
  return total !== null && values.length === details.length && sumOf(values).equals(total)
}

function sumOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, v) => sum.plus(v), exact(0))
}

/** A payment of a collective entry has the entry's direction unless it says its own. */
function signedPart(detail: Element, whole: StatementLine): string {
  const said = textOf(detail, 'CdtDbtInd')
  const out = said === '' ? whole.amount.startsWith('-') : said === 'DBIT'
  return (out ? '-' : '') + (ownAmount(detail)?.text ?? '')
}

function partOf(detail: Element, entry: Element, whole: StatementLine): StatementLine {
  const amount = signedPart(detail, whole)
  const part = { ...whole, amount }
  const { fee: _whole, ...rest } = part
  const fee = feeOf([detail], whole.currency)
  const endToEnd = idOf(detail, 'EndToEndId')
  const kind = kindOf([detail])
  return {
    ...rest,
    ...partyOf(detail, amount.startsWith('-')),
    ...textsOf([detail], ''),
    ...foreignOf([detail], whole),
    reference: textOf(detail, 'Refs', 'AcctSvcrRef') || endToEnd || idOf(detail, 'TxId') || whole.reference,
    kind: kind === '' || kind === 'transfer' ? whole.kind : kind,
    code: codeOf(detail) || codeOf(entry),
    endToEnd,
    mandate: idOf(detail, 'MndtId'),
    reason: reasonOf([detail]),
    batch: batchOf(entry) || whole.reference,
    ...(fee === '' ? {} : { fee }),
  }
}

function batchOf(entry: Element): string {
  return textOf(entry, 'NtryDtls', 'Btch', 'PmtInfId') || textOf(entry, 'NtryDtls', 'Btch', 'MsgId')
}

function detailOf(detail: Element, out: boolean): string {
  const amount = ownAmount(detail)
  const { payer, payerAccount } = partyOf(detail, out)
  const { text, structured } = textsOf([detail], '')
  const money = amount === undefined ? '' : `${amount.text} ${amount.attributes.get('Ccy') ?? ''}`.trim()
  return [money, payer, payerAccount, idOf(detail, 'EndToEndId'), structured, text].filter((t) => t !== '').join(' ')
}

function ownAmount(detail: Element): Element | undefined {
  return all(detail, 'Amt')[0] ?? all(detail, 'AmtDtls', 'TxAmt', 'Amt')[0]
}

function dayOf(entry: Element, name: string): string {
  return (textOf(entry, name, 'Dt') || textOf(entry, name, 'DtTm')).slice(0, 10)
}

function idOf(detail: Element | undefined, name: string): string {
  const id = textOf(detail, 'Refs', name)
  return noReference.has(id.toUpperCase()) ? '' : id
}

function codeOf(element: Element): string {
  const [domain] = all(element, 'BkTxCd', 'Domn')
  const parts = [textOf(domain, 'Cd'), textOf(domain, 'Fmly', 'Cd'), textOf(domain, 'Fmly', 'SubFmlyCd')]
  const standard = parts.filter((p) => p !== '').join('-')
  return standard || textOf(element, 'BkTxCd', 'Prtry', 'Cd')
}

/** The first of the entry and its payments that says something decides. */
function kindOf(elements: readonly Element[]): string {
  if (elements.some((e) => textOf(e, 'RvslInd') === 'true' || textOf(e, 'RvslInd') === '1')) return 'reversal'
  if (elements.some((e) => all(e, 'RtrInf').length > 0)) return 'return'
  for (const element of elements) {
    const [family = '', sub = ''] = [
      textOf(element, 'BkTxCd', 'Domn', 'Fmly', 'Cd'),
      textOf(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'),
    ]
    if (returnCodes.has(sub)) return 'return'
    if (feeCodes.has(sub)) return 'fee'
    if (interestCodes.has(sub)) return 'interest'
    if (transferFamilies.has(family)) return 'transfer'
  }
  return ''
}

function reasonOf(details: readonly Element[]): string {
  const found = details.flatMap((d) => all(d, 'RtrInf'))
  const said = found.map((r) => {
    const code = textOf(r, 'Rsn', 'Cd') || textOf(r, 'Rsn', 'Prtry')
    return [code, ...all(r, 'AddtlInf').map((i) => i.text)].filter((t) => t !== '').join(' ')
  })
  return [...new Set(said.filter((s) => s !== ''))].join('; ')
}

/** What the bank kept, in the account's currency; what it gave back of it counts negatively. Empty where it says nothing. */
function feeOf(elements: readonly Element[], currency: string): string {
  for (const element of elements) {
    for (const charges of all(element, 'Chrgs')) {
      const [total] = all(charges, 'TtlChrgsAndTaxAmt')
      const single = all(charges, 'Rcrd').length > 0 ? all(charges, 'Rcrd') : [charges]
      const parts =
        total !== undefined
          ? [{ amount: total, of: charges }]
          : single.map((c) => ({ amount: all(c, 'Amt')[0], of: c }))
      const values = parts.flatMap(({ amount, of }) => {
        const value = amount?.attributes.get('Ccy') === currency ? parseDecimal(amount.text) : null
        return value === null ? [] : [textOf(of, 'CdtDbtInd') === 'CRDT' ? value.negated() : value]
      })
      const sum = sumOf(values)
      if (values.length < parts.length) continue
      if (!sum.isZero()) return sum.toFixed()
    }
  }
  return ''
}

/** What was instructed, or paid, where that was in another currency. */
function foreignOf(
  elements: readonly (Element | undefined)[],
  whole: StatementLine,
): Pick<StatementLine, 'original' | 'originalCurrency'> {
  for (const element of elements) {
    for (const kind of ['InstdAmt', 'TxAmt', 'CntrValAmt']) {
      const [amount] = all(element, 'AmtDtls', kind, 'Amt')
      const code = amount?.attributes.get('Ccy') ?? ''
      if (amount === undefined || code === '' || code === whole.currency) continue
      return { original: (whole.amount.startsWith('-') ? '-' : '') + amount.text, originalCurrency: code }
    }
  }
  return {}
}

/** Who is on the other side: the debtor of money that comes in. The ultimate one says who really pays. */
function partyOf(detail: Element | undefined, out: boolean): Pick<StatementLine, 'payer' | 'payerAccount'> {
  const [parties] = all(detail, 'RltdPties')
  const side = out ? 'Cdtr' : 'Dbtr'
  const nameAt = (role: string) => textOf(parties, role, 'Nm') || textOf(parties, role, 'Pty', 'Nm')
  const account = all(parties, `${side}Acct`, 'Id')[0]
  return {
    payer: nameAt(side) || nameAt(`Ultmt${side}`),
    payerAccount: textOf(account, 'IBAN') || textOf(account, 'Othr', 'Id'),
  }
}

function textsOf(details: readonly Element[], additional: string): Pick<StatementLine, 'text' | 'structured'> {
  const texts = (...path: readonly string[]) => details.flatMap((d) => all(d, ...path).map((e) => e.text))
  const free = [...texts('RmtInf', 'Ustrd'), ...texts('RmtInf', 'Strd', 'AddtlRmtInf')]
  const references = texts('RmtInf', 'Strd', 'CdtrRefInf', 'Ref')
  const documents = texts('RmtInf', 'Strd', 'RfrdDocInf', 'Nb')
  const more = free.length > 0 ? [] : additional !== '' ? [additional] : texts('AddtlTxInf')
  const said = [...free, ...documents, ...more].filter((t) => t !== '')
  return { text: [...new Set(said)].join(' '), structured: references.filter((r) => r !== '').join(' ') }
}
