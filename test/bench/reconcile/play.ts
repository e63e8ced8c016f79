// Plays a set as its user would: a fresh book, crm import for every file, crm reconcile --json.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type MatchingSet, pair } from './set.ts'

const crm = join(import.meta.dirname, '../../../bin/crm.js')

export interface Answer {
  readonly booked: ReadonlySet<string>
  /** Booked, or among the candidates shown. */
  readonly shown: ReadonlySet<string>
  /** By line: the rule or reason, and the evidence. */
  readonly why: ReadonlyMap<string, string>
  readonly seconds: number
}

export function play(set: MatchingSet): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'crm-match-'))
  const book = join(folder, 'book')
  const run = (argv: readonly string[]) => runCrm(['--today', '2026-11-25', '--lang', 'en', ...argv])
  try {
    run([
      'init',
      book,
      '--name',
      'Bench',
      '--currency',
      set.currency,
      '--locale',
      'en-US',
      '--no-git',
      '--no-input',
      '-y',
    ])
    appendFileSync(join(book, 'crm.yaml'), set.settings.map((s) => `${s}\n`).join(''))
    for (const file of set.files) {
      const path = join(folder, `${file.name}.csv`)
      writeFileSync(path, stringify([file.headings, ...file.rows].map((r) => [...r])))
      const account = file.as === 'bank' ? ['--account', 'main'] : []
      const create = file.as === 'payments' ? ['--create-customers'] : []
      run(['-C', book, 'import', path, '--as', file.as, '-y', '-q', ...account, ...create])
    }
    const began = process.hrtime.bigint()
    const { tables } = JSON.parse(run(['-C', book, 'reconcile', '--json', '-n']))
    const seconds = Number(process.hrtime.bigint() - began) / 1e9
    return { ...answersOf(tables, lineNames(book), entryNames(book)), seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Exit 1 says that there is something to look at, which is no fault here. */
function runCrm(argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [crm, ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0 && status !== 1) throw new Error(`crm ${argv.join(' ')}: exit ${status}\n${stderr}`)
  return stdout
}

function csvFiles(folder: string): Record<string, string>[] {
  return readdirSync(folder)
    .filter((f) => /^\d{4}-\d\d\.csv$/.test(f))
    .flatMap((f): Record<string, string>[] => parse(readFileSync(join(folder, f)), { columns: true }))
}

/** Ids of bank lines → the reference that the set gave them. */
function lineNames(book: string): ReadonlyMap<string, string> {
  return new Map(csvFiles(join(book, 'bank/main')).map((r) => [r.id ?? '', r.reference ?? '']))
}

/** Ids of payments entered before → the reference that the set gave them. */
function entryNames(book: string): ReadonlyMap<string, string> {
  return new Map(
    csvFiles(join(book, 'journal'))
      .filter((r) => r.kind === 'payment')
      .map((r) => [r.id ?? '', (r.source ?? '').replace(/^import:/, '')]),
  )
}

interface TableJson {
  readonly name: string
  readonly rows: readonly Readonly<Record<string, string | null>>[]
}

function answersOf(
  tables: readonly TableJson[],
  lines: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, string>,
): Omit<Answer, 'seconds'> {
  const booked = new Set<string>()
  const shown = new Set<string>()
  const why = new Map<string, string>()
  for (const row of tables.find((t) => t.name === 'bankLines')?.rows ?? []) {
    const line = lines.get(row.line ?? '') ?? ''
    const first = words(row.documents)
    why.set(line, `${row.reason} ${row.amount} · ${row.evidence} · ${row.documents}`)
    const others = (row.alternatives ?? '').split('; ').flatMap((option) => words(option).slice(1))
    for (const document of [...first, ...others]) shown.add(pair(line, entries.get(document) ?? document))
    if (row.state === 'matched') for (const d of first) booked.add(pair(line, entries.get(d) ?? d))
  }
  return { booked, shown, why }
}

function words(text: string | null | undefined): string[] {
  return (text ?? '').split(' ').filter((w) => w !== '')
}
