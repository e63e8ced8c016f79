// npm run bench: what crm costs, beside hledger and ledger on the same movements. With --check, whether it got worse.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBook } from './book.ts'
import { writeCustomerBook } from './customer-book.ts'
import { type Cost, least, measure, median } from './measure.ts'
import { crmCommand, crmHelp, emptyNode, otherCommands } from './tools.ts'

interface Size {
  readonly rows: number
  readonly customers: number
  readonly rounds: number
}

const usual: readonly Size[] = [
  { rows: 10_000, customers: 1_000, rounds: 5 },
  { rows: 100_000, customers: 10_000, rounds: 3 },
]
const million: Size = { rows: 1_000_000, customers: 100_000, rounds: 1 }
const months = 94
const recordedPath = join(import.meta.dirname, 'recorded.json')
/** Ratios beyond the recorded ones by more than this fail. */
const tolerance = 1.2

const { values } = parseArgs({
  options: {
    million: { type: 'boolean', default: false },
    rows: { type: 'string' },
    customers: { type: 'string' },
    check: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
})

const scratch = mkdtempSync(join(tmpdir(), 'crm-bench-'))
try {
  const ratios = { ...startUp(), ...compareTools(sizes()), ...growth(), ...facts(sizes()) }
  if (values.record) writeFileSync(recordedPath, `${JSON.stringify(rounded(ratios), null, 2)}\n`)
  if (values.check) process.exitCode = worse(ratios)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function sizes(): readonly Size[] {
  if (values.rows !== undefined)
    return [{ rows: Number(values.rows), customers: Number(values.customers ?? Number(values.rows) / 10), rounds: 3 }]
  return values.million ? [...usual, million] : usual
}

type Ratios = Readonly<Record<string, number>>

function startUp(): Ratios {
  const costs = measure([emptyNode, crmHelp], 11, scratch)
  const wall = (name: string) => least((costs.get(name) ?? []).map((c) => c.wall))
  const ratio = wall(crmHelp.name) / wall(emptyNode.name)
  say('Start-up, least wall time of 11', [
    ['command', 'wall ms', '× empty node'],
    ...[emptyNode.name, crmHelp.name].map((name) => [
      name,
      (wall(name) * 1000).toFixed(0),
      (wall(name) / wall(emptyNode.name)).toFixed(2),
    ]),
  ])
  return { 'crm --help / empty node, wall': ratio }
}

function compareTools(wanted: readonly Size[]): Ratios {
  const ratios: Record<string, number> = {}
  const lines = [['rows', 'customers', 'command', 'CPU s', 'wall s', 'peak MB', '× CPU of crm report balance']]
  for (const size of wanted) {
    const folder = book(size)
    const ours = ['balance', 'aging'].map((name) => crmCommand(`crm report ${name}`, ['report', name], folder))
    const costs = measure([...ours, ...otherCommands(folder, size.rows, scratch)], size.rounds, scratch)
    const base = costs.get('crm report balance') ?? []
    for (const [name, of] of costs) {
      lines.push([
        ...[size.rows, size.customers].map(String),
        name,
        ...medians(of),
        relation(of, base, median).toFixed(1),
      ])
      if (name === 'crm report aging') ratios[`${name} / balance, CPU, ${size.rows} rows`] = relation(of, base, least)
      else if (of !== base) ratios[`crm report balance / ${name}, CPU, ${size.rows} rows`] = relation(base, of, least)
    }
  }
  say('Balance of every account, medians', lines)
  return ratios
}

/** What ten times the rows, and ten times the customers, cost. */
function growth(): Ratios {
  const few = { rows: 20_000, customers: 1_000 }
  const steps = [few, { ...few, rows: 200_000 }, { ...few, rows: 200_000, customers: 10_000 }]
  const commands = steps.map((step) => crmCommand(`${step.rows} ${step.customers}`, ['report', 'balance'], book(step)))
  const costs = [...measure(commands, 3, scratch).values()]
  const first = costs[0] ?? []
  say('Growth of crm report balance, medians', [
    ['rows', 'customers', 'CPU s', 'wall s', 'peak MB', '× CPU of the first'],
    ...steps.map((step, i) => [
      ...[step.rows, step.customers].map(String),
      ...medians(costs[i] ?? []),
      relation(costs[i] ?? [], first, median).toFixed(1),
    ]),
  ])
  return {
    '10 × rows, CPU': relation(costs[1] ?? [], first, least),
    '10 × customers, CPU': relation(costs[2] ?? [], costs[1] ?? [], least),
  }
}

/** All facts of every customer, and one fact of each: what is not asked for should not be paid for. */
function facts(wanted: readonly Size[]): Ratios {
  const ratios: Record<string, number> = {}
  const lines = [['rows', 'customers', 'command', 'CPU s', 'wall s', 'peak MB']]
  for (const { rows, customers, rounds } of wanted) {
    const folder = join(scratch, `customers-${rows}-${customers}`)
    mkdirSync(folder)
    writeCustomerBook(folder, { rows, customers })
    const one = crmCommand('crm list --columns sales12m', ['list', '--columns', 'sales12m'], folder)
    const all = crmCommand('crm facts (all)', ['facts', 'not id=none'], folder)
    const costs = measure([one, all], rounds, scratch)
    for (const [name, of] of costs) lines.push([...[rows, customers].map(String), name, ...medians(of)])
    ratios[`all facts / one, CPU, ${rows} rows`] = relation(costs.get(all.name) ?? [], costs.get(one.name) ?? [], least)
  }
  say('Facts of every customer, medians', lines)
  return ratios
}

function book({ rows, customers }: Pick<Size, 'rows' | 'customers'>): string {
  const folder = join(scratch, `book-${rows}-${customers}`)
  mkdirSync(folder)
  writeBook(folder, { rows, customers, months })
  return folder
}

function medians(costs: readonly Cost[]): string[] {
  const of = (pick: (c: Cost) => number) => median(costs.map(pick))
  return [of((c) => c.cpu).toFixed(2), of((c) => c.wall).toFixed(2), of((c) => c.peak).toFixed(0)]
}

function relation(costs: readonly Cost[], base: readonly Cost[], of: (values: readonly number[]) => number): number {
  return of(costs.map((c) => c.cpu)) / of(base.map((c) => c.cpu))
}

function rounded(ratios: Ratios): Ratios {
  return Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(3))]))
}

/** Compares what was measured now and is recorded; the ratios of least costs, which a busy machine moves least. */
function worse(ratios: Ratios): number {
  const recorded: unknown = JSON.parse(readFileSync(recordedPath, 'utf8'))
  const bad = Object.entries(recorded ?? {}).filter(([name, before]) => {
    const now = ratios[name]
    if (now === undefined) console.log(`not measured here: ${name}`)
    return now !== undefined && now > Number(before) * tolerance
  })
  for (const [name, before] of bad)
    console.log(`worse: ${name}: ${ratios[name]?.toFixed(3)}, recorded ${Number(before).toFixed(3)}`)
  return bad.length > 0 ? 1 : 0
}

function say(title: string, lines: readonly (readonly string[])[]): void {
  const [head = [], ...rest] = lines
  console.log(`\n${title}\n`)
  for (const line of [head, head.map(() => '---'), ...rest]) console.log(`| ${line.join(' | ')} |`)
}
