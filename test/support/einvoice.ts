// Reads what the EN 16931 example invoices (UBL and CII) say about amounts: their lines, and the totals they state.
import { type Currency, currency } from '../../src/core/base/currency.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { type Minor, roundToMinor, toExact } from '../../src/core/base/money.ts'
import type { TaxedLine } from '../../src/core/book/totals.ts'

export interface ExampleInvoice {
  readonly currency: Currency
  /** Lines, and allowances and charges of the document as lines. */
  readonly lines: readonly TaxedLine[]
  /** By category and rate, as the document states them. */
  readonly groups: readonly {
    readonly category: string
    readonly tax: string
    readonly net: Minor
    readonly amount: Minor
  }[]
  readonly net: Minor
  readonly tax: Minor
  readonly total: Minor
}

interface Node {
  readonly name: string
  readonly attributes: string
  readonly children: Node[]
  text: string
}

/** Elements without their prefixes; enough for these files, no more. */
function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: '', children: [], text: '' }
  const open: Node[] = [root]
  const body = xml.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
  for (const [, close, name = '', attributes = '', empty, text] of body.matchAll(
    /<(\/?)(?:[\w.-]+:)?([\w.-]+)([^>]*?)(\/?)>|([^<]+)/g,
  )) {
    const top = open.at(-1) ?? root
    if (text !== undefined) top.text += text.trim()
    else if (close === '/') open.pop()
    else {
      const node: Node = { name, attributes, children: [], text: '' }
      top.children.push(node)
      if (empty !== '/') open.push(node)
    }
  }
  return root.children[0] ?? root
}

function all(node: Node | undefined, path: string): Node[] {
  let found = node === undefined ? [] : [node]
  for (const name of path.split('/')) found = found.flatMap((n) => n.children.filter((c) => c.name === name))
  return found
}

function text(node: Node | undefined, path: string): string {
  return all(node, path)[0]?.text ?? ''
}

/** Throws when the text has more decimals than the currency. */
function minor(amount: string, c: Currency): Minor {
  const value = exact(amount)
  const rounded = roundToMinor(value, c)
  if (!toExact(rounded, c).eq(value)) throw new RangeError(`${amount} ${c}`)
  return rounded
}

function rate(percent: string): string {
  return percent === '' ? '0' : percent
}

export function readExample(xml: string): ExampleInvoice {
  const root = parseXml(xml)
  return root.name === 'CrossIndustryInvoice' ? readCii(root) : readUbl(root)
}

function readUbl(root: Node): ExampleInvoice {
  const c = currency(text(root, 'DocumentCurrencyCode'))
  const lines = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].map((line) => ({
    amount: minor(text(line, 'LineExtensionAmount'), c),
    tax: rate(text(line, 'Item/ClassifiedTaxCategory/Percent')),
    category: text(line, 'Item/ClassifiedTaxCategory/ID'),
  }))
  const parts = all(root, 'AllowanceCharge').map((part) => ({
    amount: (text(part, 'ChargeIndicator') === 'true' ? 1 : -1) * minor(text(part, 'Amount'), c),
    tax: rate(text(part, 'TaxCategory/Percent')),
    category: text(part, 'TaxCategory/ID'),
  }))
  const total = all(root, 'TaxTotal').find((t) => all(t, 'TaxAmount')[0]?.attributes.includes(`"${c}"`))
  return {
    currency: c,
    lines: [...lines, ...parts],
    groups: all(total, 'TaxSubtotal').map((group) => ({
      category: text(group, 'TaxCategory/ID'),
      tax: rate(text(group, 'TaxCategory/Percent')),
      net: minor(text(group, 'TaxableAmount'), c),
      amount: minor(text(group, 'TaxAmount'), c),
    })),
    net: minor(text(root, 'LegalMonetaryTotal/TaxExclusiveAmount'), c),
    tax: total === undefined ? 0 : minor(text(total, 'TaxAmount'), c),
    total: minor(text(root, 'LegalMonetaryTotal/TaxInclusiveAmount'), c),
  }
}

function readCii(root: Node): ExampleInvoice {
  const deal = all(root, 'SupplyChainTradeTransaction')[0]
  const settlement = all(deal, 'ApplicableHeaderTradeSettlement')[0]
  const c = currency(text(settlement, 'InvoiceCurrencyCode'))
  const lines = all(deal, 'IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement').map((line) => ({
    amount: minor(text(line, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount'), c),
    tax: rate(text(line, 'ApplicableTradeTax/RateApplicablePercent')),
    category: text(line, 'ApplicableTradeTax/CategoryCode'),
  }))
  const parts = all(settlement, 'SpecifiedTradeAllowanceCharge').map((part) => ({
    amount: (text(part, 'ChargeIndicator/Indicator') === 'true' ? 1 : -1) * minor(text(part, 'ActualAmount'), c),
    tax: rate(text(part, 'CategoryTradeTax/RateApplicablePercent')),
    category: text(part, 'CategoryTradeTax/CategoryCode'),
  }))
  const sums = all(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation')[0]
  const taxes = all(sums, 'TaxTotalAmount')
  const own = taxes.find((t) => t.attributes.includes(`"${c}"`)) ?? taxes[0]
  return {
    currency: c,
    lines: [...lines, ...parts],
    groups: all(settlement, 'ApplicableTradeTax').map((group) => ({
      category: text(group, 'CategoryCode'),
      tax: rate(text(group, 'RateApplicablePercent')),
      net: minor(text(group, 'BasisAmount'), c),
      amount: minor(text(group, 'CalculatedAmount'), c),
    })),
    net: minor(text(sums, 'TaxBasisTotalAmount'), c),
    tax: own === undefined ? 0 : minor(own.text, c),
    total: minor(text(sums, 'GrandTotalAmount'), c),
  }
}
