// The commands that are measured: crm cold, warm and after one new row, and the other tools with the same movements.
import { spawnSync } from 'node:child_process'
import { appendFileSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './measure.ts'

const crm = [process.execPath, join(import.meta.dirname, '../../bin/crm.js')]
const today = ['--today', '2026-11-03']

export const emptyNode: Command = { name: 'empty node', argv: [process.execPath, '-e', '0'] }
export const crmHelp: Command = { name: 'crm --help', argv: [...crm, '--help'] }

export function crmCommand(name: string, words: readonly string[], folder: string, before?: () => void): Command {
  const argv = [...crm, ...words, '--json', '--book', folder, ...today]
  return { name, argv, ...(before === undefined ? {} : { before }) }
}

/** Without a cache; with one and one row more in the last month. */
export function reports(folder: string): Command[] {
  return ['balance', 'aging'].flatMap((name) => [
    crmCommand(`crm report ${name}, cold`, ['report', name], folder, () => forget(folder)),
    crmCommand(`crm report ${name}, one new row`, ['report', name], folder, () => addRows(folder, 1)),
  ])
}

/** Verbs of the day, each with everything in the cache. */
export function lightVerbs(folder: string): Command[] {
  let n = 0
  return [
    crmCommand('crm show', ['show', 'c000042'], folder),
    crmCommand('crm pay', ['pay', 'c000042', '1.00', '--yes'], folder),
    { ...crmCommand('crm add', [], folder), ...adding(folder, () => n++) },
    crmCommand('crm list', ['list', '--columns', 'name,region', '--top', '20'], folder),
  ]
}

/** Another name each time. */
function adding(folder: string, next: () => number): Command {
  const argv = [...crm, 'add', '', '--quiet', '--book', folder, ...today]
  return {
    name: 'crm add',
    argv,
    before: () => {
      argv[crm.length + 1] = `Bench Newcomer ${next()}`
    },
  }
}

/** One run beforehand, so that what follows finds its cache. */
export function warm(folder: string): void {
  for (const words of [
    ['report', 'balance'],
    ['show', 'c000042'],
  ])
    runQuietly([...crm, ...words, '--book', folder, ...today])
}

function runQuietly(argv: readonly string[]): void {
  const [program = '', ...args] = argv
  const { status } = spawnSync(program, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`exit ${status}: ${argv.join(' ')}`)
}

export function forget(folder: string): void {
  rmSync(join(folder, '.crm/cache'), { recursive: true, force: true })
}

let rowsAdded = 0

/** At the end of the last month, as a commit or a merge would leave them. */
export function addRows(folder: string, count: number): void {
  const month = readdirSync(join(folder, 'journal')).sort().at(-1) ?? ''
  const path = join(folder, 'journal', month)
  for (let n = 0; n < count; n++) {
    const id = `zzzzzzz${String(rowsAdded++).padStart(5, '0')}`
    appendFileSync(path, `${id},${month.slice(0, 7)}-03,payment,c000042,,,,,,,1.00,CNY,,,,,,\n`)
  }
}

export function importCommand(folder: string, file: string): Command {
  return crmCommand('crm import --as sales', ['import', file, '--as', 'sales', '--yes'], folder)
}

/** hledger needs 7 GB for a million rows; a tool is left out of books larger than its `most`. */
const others = [
  { name: 'ledger bal', tool: 'ledger', argv: ['ledger', '-f', 'FILE', 'bal'], most: 10_000_000 },
  { name: 'hledger bal', tool: 'hledger', argv: ['hledger', '-f', 'FILE', 'bal'], most: 200_000 },
] as const

/** Those that are installed, each with the book exported for it. */
export function otherCommands(folder: string, rows: number, scratch: string): Command[] {
  return others
    .filter(({ tool, most }) => rows <= most && spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0)
    .map(({ name, tool, argv }) => {
      const file = join(scratch, `${rows}.${tool}`)
      exportBook(folder, tool, file)
      return { name, argv: argv.map((word) => (word === 'FILE' ? file : word)) }
    })
}

function exportBook(folder: string, format: string, file: string): void {
  const [node = '', ...script] = crm
  const argv = [...script, 'export', format, '--book', folder, ...today]
  const { status } = spawnSync(node, argv, { stdio: ['ignore', openSync(file, 'w'), 'ignore'] })
  if (status !== 0) throw new Error(`exit ${status}: crm export ${format}`)
}
