// Other bookkeeping programs as witnesses: what they make of an export. In CI they are installed; elsewhere a missing one is skipped aloud.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Witness {
  readonly format: string
  readonly program: string
  /** Runs its strictest check; what it complained about, empty when nothing. */
  check(file: string): string
  /** What accounts under one hold, by `customer currency`, of everything before a day; zeros left out. */
  balances(file: string, account: string, before: string): ReadonlyMap<string, number>
}

function run(program: string, args: readonly string[]): { readonly text: string; readonly fault: string } {
  const done = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const fault = done.status === 0 ? '' : `${program} exited ${done.status}\n`
  return { text: done.stdout ?? '', fault: `${fault}${done.stderr ?? ''}` }
}

export function isInstalled(program: string): boolean {
  const there = spawnSync(program, ['--version']).error === undefined
  if (!there && process.env.CI !== undefined) throw new Error(`${program} must be installed in CI: see .ci/run`)
  return there
}

/** `Assets:Receivable:c-3` → `c-3`; beancount wants a capital. */
function customerOf(account: string): string {
  return (account.trim().split(':').at(-1) ?? '').toLowerCase()
}

function put(into: Map<string, number>, account: string, amounts: string): void {
  for (const [, number = '', currency = ''] of amounts.matchAll(/(-?[\d.]+)\s*([A-Z]{3})/g))
    if (Number(number) !== 0) into.set(`${customerOf(account)} ${currency}`, Number(number))
}

const hledger: Witness = {
  format: 'hledger',
  program: 'hledger',
  check: (file) => run('hledger', ['-f', file, 'check', '--strict']).fault,
  balances(file, account, before) {
    const found = new Map<string, number>()
    const { text } = run('hledger', ['-f', file, 'bal', account, '-e', before, '--flat', '-N', '-O', 'csv'])
    for (const [, name = '', amounts = ''] of text.matchAll(/^"([^":]+:[^"]*)","([^"]*)"/gm)) put(found, name, amounts)
    return found
  },
}

const ledger: Witness = {
  format: 'ledger',
  program: 'ledger',
  check: (file) =>
    run('ledger', ['-f', file, '--strict', 'bal']).fault + run('ledger', ['-f', file, '--pedantic', 'bal']).fault,
  balances(file, account, before) {
    const found = new Map<string, number>()
    const args = ['-f', file, 'bal', account, '-e', before, '--flat', '--no-total']
    const { text } = run('ledger', [...args, '--balance-format', '%(account)\t%(scrub(display_total))\u0001'])
    for (const line of text.split('\u0001')) {
      const [name = '', amounts = ''] = line.split('\t')
      put(found, name, amounts)
    }
    return found
  },
}

const beancount: Witness = {
  format: 'beancount',
  program: 'bean-check',
  check: (file) => run('bean-check', [file]).fault,
  balances(file, account, before) {
    const found = new Map<string, number>()
    const query = `SELECT account, currency, sum(number) AS total WHERE account ~ "^${account}" AND date < ${before} GROUP BY account, currency`
    const { text } = run('bean-query', ['-f', 'csv', file, query])
    for (const [, name = '', currency = '', total = ''] of text.matchAll(
      /^([^,:]+:[^,]*),\s*([A-Z]{3})\s*,\s*(\S+)\s*$/gm,
    ))
      put(found, name, `${total} ${currency}`)
    return found
  },
}

export const witnesses: readonly Witness[] = [hledger, ledger, beancount]

/** Hands a text to a function as a file that is gone afterwards. */
export function withFile<T>(name: string, text: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'crm-oracle-'))
  try {
    writeFileSync(join(folder, name), text)
    return use(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
