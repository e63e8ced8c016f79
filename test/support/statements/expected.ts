// What lies beside the samples of other projects and says how each line has to be read: Genkgo's camt (JSON), mt-940 of Python (YAML),
// beancount and ledger output, and CSVs beside their own OFX. Each is brought to the same few words; what a form does not say is left out.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { parseOfx } from '../../../src/formats/bank/ofx.ts'

/** Texts as expected; each has to stand somewhere in the line's own fields. */
export interface ExpectedLine {
  readonly date: string
  /** Decimal text, money in positive. */
  readonly amount: string
  readonly currency?: string
  readonly payer?: string
  readonly payerAccount?: string
  readonly reference?: string
  readonly text?: string
  readonly endToEnd?: string
}

export interface Expectation {
  readonly from: string
  readonly lines: readonly ExpectedLine[]
}

/** Null where nothing lies beside the file. */
export function expectationFor(file: string): Expectation | null {
  const stem = file.slice(0, file.length - extname(file).length)
  if (file.endsWith('.xml') && existsSync(`${stem}.json`)) return { from: 'camt json', lines: genkgo(`${stem}.json`) }
  if (file.endsWith('.sta') && existsSync(`${stem}.yml`))
    return { from: 'mt940 yml', lines: pythonMt940(`${stem}.yml`) }
  const beancount = `${stem.replace(/-records$/, '')}-output.beancount`
  const alike = [beancount, join(dirname(file), `example-${basename(dirname(file))}-output.beancount`)]
  const debit = join(dirname(file), `example-cmb-${basename(dirname(file))}-output.beancount`)
  const found = [...alike, debit].find((b) => /records\.(?:csv|xlsx)$/.test(file) && existsSync(b))
  if (found !== undefined) return { from: 'beancount', lines: beancountLines(found) }
  const converted = join(dirname(file), '../converted', `${basename(stem).replace(/-fr$|_trimmed$/, '')}.ofx`)
  const own = file.endsWith('.csv') && existsSync(converted) ? ofxLines(converted) : []
  if (own.length > 0) return { from: 'converted ofx', lines: own }
  if (file.endsWith('checking.ofx') && existsSync(`${stem}.lgr`))
    return { from: 'ledger', lines: ledgerLines(`${stem}.lgr`) }
  return null
}

type Json = { readonly [key: string]: Json } & readonly Json[] & string

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Json)[key as string] : undefined),
    value,
  )
}

function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Leaves out what is not said. */
function said(line: Record<string, string | undefined> & { date: string; amount: string }): ExpectedLine {
  return Object.fromEntries(Object.entries(line).filter(([, v]) => v !== undefined)) as unknown as ExpectedLine
}

/** `getEntries` in minor units; parties of the first payment. */
function genkgo(file: string): ExpectedLine[] {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const entries = at(json, 'getEntries')
  return (Array.isArray(entries) ? entries : [])
    .filter((e) => textAt(e, 'getStatus') !== 'PDNG')
    .map((e) => {
      const detail = at(e, 'getTransactionDetail')
      const several = at(e, 'getTransactionDetails')
      const isOne = !Array.isArray(several) || several.length < 2
      return said({
        date: (textAt(e, 'getBookingDate', '0') ?? textAt(e, 'getValueDate', '0') ?? '').slice(0, 10),
        amount: cents(textAt(e, 'getAmount', 'getAmount') ?? ''),
        currency: textAt(e, 'getAmount', 'getCurrency', 'getCode'),
        reference: isOne ? textAt(e, 'getAccountServicerReference') : undefined,
        text: isOne ? textAt(detail, 'getRemittanceInformation', 'getMessage') : undefined,
        endToEnd: isOne ? given(textAt(detail, 'getReference', 'getEndToEndId')) : undefined,
      })
    })
}

function cents(minor: string): string {
  const digits = minor.replace('-', '').padStart(3, '0')
  return `${minor.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function given(text: string | undefined): string | undefined {
  return text === undefined || /^(?:NOTPROVIDED|NONREF|NOREF)$/i.test(text) ? undefined : text
}

/**
 * Objects of Python; the library counts a reversed credit (`RC`) as money in and a reversed debit as money out, against SWIFT's field 61:
 * the closing balances of its own samples hold only the other way round. Days are pickled as year (two bytes), month and day. */
function pythonMt940(file: string): ExpectedLine[] {
  const [document] = parseAllDocuments(readFileSync(file, 'utf8'), { logLevel: 'silent', strict: false })
  const plain: unknown = document === undefined || !('toJS' in document) ? {} : document.toJS({ maxAliasCount: -1 })
  const list = at(plain, 'transactions')
  return (Array.isArray(list) ? list : []).flatMap((t) => {
    const data = at(t, 'data')
    const amount = at(data, 'amount', 'amount', 0)
    if (typeof amount !== 'string') return []
    return [
      said({
        date: pickled(at(data, 'guessed_entry_date', 0)) || pickled(at(data, 'date', 0)),
        amount: /^R/.test(textAt(data, 'status') ?? '') ? negated(amount) : amount,
        currency: textAt(data, 'currency'),
        payer: textAt(data, 'applicant_name'),
        payerAccount: textAt(data, 'applicant_iban'),
        text: textAt(data, 'purpose') ?? textAt(data, 'transaction_details'),
        endToEnd: given(textAt(data, 'end_to_end_reference')),
        reference: given(textAt(data, 'bank_reference') ?? textAt(data, 'customer_reference')),
      }),
    ]
  })
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

function pickled(value: unknown): string {
  const bytes = value instanceof Uint8Array ? value : typeof value === 'string' ? Buffer.from(value, 'base64') : null
  if (bytes === null || bytes.length < 4) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  return `${(bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)}-${two(bytes[2] ?? 0)}-${two(bytes[3] ?? 0)}`
}

const ownAccounts = /^(?:Assets|Liabilities):(?:Bank|Alipay|Wechat|DebitCard|CreditCard|Digital)/i

/** The sum of the postings on accounts of the bank or wallet that the file is of; the other way round where there is none. */
function beancountLines(file: string): ExpectedLine[] {
  const blocks = readFileSync(file, 'utf8')
    .split(/\n(?=\d{4}-\d\d-\d\d \*)/)
    .filter((b) => /^\d{4}-\d\d-\d\d \*/.test(b))
  return blocks.map((block) => {
    const [date = ''] = block.split(' ')
    const names = [...(block.split('\n')[0] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) =>
      (m[1] ?? '').replaceAll('\\"', '"'),
    )
    const postings = [...block.matchAll(/^\s+([A-Z][\w:\p{L}-]+)\s+(-?[\d.]+) ([A-Z]{3})/gmu)]
    const own = postings.find((p) => ownAccounts.test(p[1] ?? '')) ?? postings[0]
    return said({
      date,
      amount: (own?.[2] ?? '').replace('-', ''),
      currency: own?.[3],
      payer: names.length < 2 || /^(?:\/|CMB|)$/.test(names[0] ?? '') ? undefined : names[0],
      reference: /orderId: "([^"/]+)"/.exec(block)?.[1],
    })
  })
}

function ofxLines(file: string): ExpectedLine[] {
  return parseOfx(readFileSync(file, 'utf8')).flatMap((s) =>
    s.lines.map((l) => said({ date: l.date, amount: l.amount, payer: l.payer === '' ? undefined : l.payer })),
  )
}

/** Entries that name an `ofxid` of their own: the others are there for tests of guessing. */
function ledgerLines(file: string): ExpectedLine[] {
  return readFileSync(file, 'utf8')
    .split(/\n\n/)
    .filter((b) => /ofxid: 110\d\./.test(b))
    .map((b) => {
      const [, date = '', text] = /^(\d{4}\/\d\d\/\d\d) (.*)$/m.exec(b) ?? []
      const [, sign = '', amount = ''] = /Assets:\S+\s+(-?)\$([\d.]+)/.exec(b) ?? []
      return said({ date: date.replaceAll('/', '-'), amount: sign + amount, text, reference: /\.(\w+)$/m.exec(b)?.[1] })
    })
}
