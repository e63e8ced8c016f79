// Which format a bank statement is in, by its content; anything that is no known one is read as a CSV.
import { note, problem, type Result } from '../../core/base/problem.ts'
import { parseCsv, type SheetReading } from '../sheets/csv.ts'
import { beforeCut, decodeText } from '../sheets/encoding.ts'
import type { XmlFault } from '../xml/xml.ts'
import { isAlipay, parseAlipay } from './alipay.ts'
import { parseBankCsv } from './bank-csv.ts'
import { type BankCsvOptions, isChineseBankCsv, isWesternBankCsv } from './bank-csv-head.ts'
import { isCamt, parseCamt } from './camt.ts'
import { isMt940, isMt940Part, parseMt940 } from './mt940.ts'
import { isOfx, parseOfx } from './ofx.ts'
import { isQif, parseQif } from './qif.ts'
import { statementSheet } from './statement.ts'
import { isWechat, parseWechat } from './wechat.ts'

/** Encodings that a file names itself, in its XML declaration or OFX header. */
const named = /<\?xml[^>]*encoding=["']([\w-]+)["']|CHARSET:\s*(\d+)/i

const webPage = /^\s*(?:<!doctype html|<html|<table|<meta)/i

export function parseStatement(bytes: Uint8Array, name: string, options: BankCsvOptions = {}): SheetReading {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (webPage.test(head.replace(/^\u00ef\u00bb\u00bf/, '')))
    return { sheet: null, problems: [problem('web-page', {}, { file: name })] }
  const isCsv = !(isCamt(head) || isOfx(head) || /(?:^|\n|\{4:\r?\n?):20:/.test(head))
  if (isCsv) return parseTable(bytes, name, options)
  const decoded = decodedAs(head, bytes, name, options.encoding)
  if (!decoded.ok) return { sheet: null, problems: [decoded.problem] }
  const text = decoded.value
  if (isCamt(text)) {
    const statements = parseCamt(text)
    return 'fault' in statements ? xmlRefused(statements, name) : statementSheet(name, 'camt', statements)
  }
  if (isOfx(text)) return statementSheet(name, 'ofx', parseOfx(text))
  return isMt940(text) ? statementSheet(name, 'mt940', parseMt940(text)) : parseCsv(bytes, name, options)
}

function xmlRefused({ fault, line }: XmlFault, file: string): SheetReading {
  const where = { file, line }
  return {
    sheet: null,
    problems: [fault === 'cut' ? problem('import-cut', {}, where) : problem('bad-xml', { fault }, where)],
  }
}

/** A table of a wallet, else any. Bytes that are no UTF-8 are read as GB18030 only where the text then is what it must be. */
function parseTable(bytes: Uint8Array, name: string, options: BankCsvOptions): SheetReading {
  const decoded = decodeText(bytes, name, options.encoding)
  if (decoded.ok && isMt940Part(decoded.value))
    return { sheet: null, problems: [problem('mt940-part', {}, { file: name })] }
  if (decoded.ok && options.headings === 'none')
    return parseBankCsv(decoded.value, name, options) ?? parseCsv(bytes, name, options)
  if (decoded.ok) return parseKnown(decoded.value, name, options) ?? parseCsv(bytes, name, options)
  if (options.encoding !== undefined) return parseCsv(bytes, name, options)
  const chinese = decodeText(bytes, name, 'gb18030')
  const reading = chinese.ok ? parseChinese(chinese.value, name, options) : null
  if (reading !== null)
    return { ...reading, problems: [note('read-as-gb18030', {}, { file: name }), ...reading.problems] }
  const cut = beforeCut(bytes, 'gb18030')
  if (cut !== null && parseChinese(cut, name, options) !== null)
    return { sheet: null, problems: [problem('import-cut', {}, { file: name })] }
  const western = decodeText(bytes, name, 'windows-1252')
  if (!western.ok || !isWesternBankCsv(western.value)) return parseCsv(bytes, name, options)
  const read =
    parseBankCsv(western.value, name, options) ?? parseCsv(bytes, name, { ...options, encoding: 'windows-1252' })
  return { ...read, problems: [note('read-as-western', {}, { file: name }), ...read.problems] }
}

function parseKnown(text: string, name: string, options: BankCsvOptions): SheetReading | null {
  if (isQif(text)) {
    const { statements, others } = parseQif(text)
    const reading = statementSheet(name, 'qif', statements)
    if (others === 0) return reading
    return { ...reading, problems: [...reading.problems, note('records-other', { count: others }, { file: name })] }
  }
  return parseWallet(text, name) ?? parseBankCsv(text, name, options)
}

function parseChinese(text: string, name: string, options: BankCsvOptions): SheetReading | null {
  return parseWallet(text, name) ?? (isChineseBankCsv(text) ? parseBankCsv(text, name, options) : null)
}

function parseWallet(text: string, name: string): SheetReading | null {
  if (isAlipay(text)) return parseAlipay(text, name)
  return isWechat(text) ? parseWechat(text, name) : null
}

/** UTF-8 where the bytes are; else what the file says of itself, else what old bank files are in. */
function decodedAs(head: string, bytes: Uint8Array, name: string, said: string | undefined): Result<string> {
  if (said !== undefined) return decodeText(bytes, name, said)
  const decoded = decodeText(bytes, name)
  return decoded.ok ? decoded : decodeText(bytes, name, named.exec(head)?.[1] ?? 'windows-1252')
}
