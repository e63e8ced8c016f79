// Every set under a folder, told by its shape, not by its name or place.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type BankProblem, bankReconciliation } from './bank-reconciliation.ts'
import { type CashProblem, cashApplication } from './cash-application.ts'
import { paymentsToInvoices } from './payments-to-invoices.ts'
import type { MatchingSet } from './set.ts'

export function findSets(folder: string): MatchingSet[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.filter((e) => e.isFile()).map((e) => e.name)
  const sets = [...paymentsToInvoices(folder), ...bankAndBooks(folder, files)]
  for (const name of files.filter((f) => f.endsWith('.json'))) sets.push(...fromJson(folder, name))
  for (const e of entries) if (e.isDirectory()) sets.push(...findSets(join(folder, e.name)))
  return sets
}

function fromJson(folder: string, name: string): MatchingSet[] {
  const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (typeof value !== 'object' || value === null) return []
  if (isCash(value)) return [cashApplication(`cash application, ${basename(name, '.json')}`, value)]
  if (isBank(value)) return bankReconciliation('bank reconciliation', value)
  return []
}

function isCash(value: object): value is CashProblem {
  return 'invoices' in value && 'payments' in value && 'ground_truth' in value
}

function isBank(value: object): value is BankProblem {
  return 'bank_transactions' in value && 'gl_entries' in value && 'ground_truth' in value
}

/** Two tables, `…bank.csv` and `…books.csv`, that share references: each line belongs to the one entry of its reference and amount. */
function bankAndBooks(folder: string, files: readonly string[]): MatchingSet[] {
  return files
    .filter((f) => f.endsWith('bank.csv') && files.includes(f.replace(/bank\.csv$/, 'books.csv')))
    .flatMap((name) => {
      const read = (file: string): Record<string, string>[] =>
        parse(readFileSync(join(folder, file)), { columns: true })
      const entry = (prefix: string) => (r: Record<string, string>, i: number) => ({
        id: `${prefix}${i + 1}`,
        date: r.date ?? '',
        description: r.description ?? '',
        amount: Number(r.amount),
        ref: r.reference ?? '',
      })
      const bank = read(name).map(entry('B'))
      const books = read(name.replace(/bank\.csv$/, 'books.csv')).map(entry('G'))
      const matches = bank.flatMap((b) => {
        const fitting = books.filter((g) => g.ref === b.ref && g.amount === b.amount)
        return fitting.length === 1 ? [{ bank_id: b.id, gl_id: fitting[0]?.id }] : []
      })
      const problem = { bank_transactions: bank, gl_entries: books, ground_truth: { matches } }
      return bankReconciliation('bank and books', problem)
    })
}
