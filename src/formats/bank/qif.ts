// Quicken Interchange Format: records of lines that each begin with a letter, ended by `^`. It names no currency and no year of four
// digits for certain; both are decided as for any table.
import type { Statement, StatementLine } from './statement.ts'

export function isQif(text: string): boolean {
  return /^\s*!(?:Type|Account|Option|Clear)\b/i.test(text.slice(0, 1024))
}

const money = /^!type:(?:bank|cash|ccard|oth ?a|oth ?l)/i

/** One statement per account; investments and lists are no money that customers pay. */
export function parseQif(text: string): { readonly statements: readonly Statement[]; readonly others: number } {
  const accounts = new Map<string, StatementLine[]>()
  let account = ''
  let section = ''
  let others = 0
  let record: { line: number; fields: Map<string, string> } | null = null
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line.startsWith('!')) {
      section = line
      record = null
      continue
    }
    if (line === '') continue
    if (line !== '^') {
      record ??= { line: i + 1, fields: new Map() }
      const key = line.slice(0, 1)
      if (!record.fields.has(key)) record.fields.set(key, line.slice(1).trim())
      continue
    }
    if (record !== null && /^!account/i.test(section)) account = record.fields.get('N') ?? account
    if (record !== null && money.test(section)) {
      const lines = accounts.get(account) ?? []
      lines.push(lineOf(record.line, record.fields))
      accounts.set(account, lines)
    }
    if (record !== null && !money.test(section) && !/^!account/i.test(section)) others++
    record = null
  }
  const statements = [...accounts].map(([name, lines]) => {
    return { account: name, currency: '', opening: null, closing: null, lines, pending: 0 }
  })
  return { statements, others }
}

function lineOf(line: number, fields: ReadonlyMap<string, string>): StatementLine {
  const value = (key: string) => fields.get(key) ?? ''
  return {
    line,
    date: dayOf(value('D')),
    value: '',
    amount: value('T') || value('U'),
    currency: '',
    payer: value('P'),
    payerAccount: '',
    text: value('M'),
    reference: value('N'),
    structured: '',
    kind: '',
  }
}

/** `1/15'24` and `1/ 5/24` are how Quicken writes days; `'` stands before years from 2000. */
function dayOf(text: string): string {
  const bare = text.replace(/\s/g, '')
  return bare.replace(/'(\d{2})$/, '/20$1').replace(/'(\d{4})$/, '/$1')
}
