// The tools that are compared, each asked for the balance of every account of the same movements.
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './measure.ts'

const crm = [process.execPath, join(import.meta.dirname, '../../bin/crm.js')]
const today = ['--today', '2026-11-03']

export function crmCommand(name: string, words: readonly string[], folder: string): Command {
  return { name, argv: [...crm, ...words, '--json', '--book', folder, ...today] }
}

export const emptyNode: Command = { name: 'empty node', argv: [process.execPath, '-e', '0'] }
export const crmHelp: Command = { name: 'crm --help', argv: [...crm, '--help'] }

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
