// npm run bench: what crm costs, cold, warm and after one new row, beside hledger and ledger. With --check, whether it got worse.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBillBook } from './bill-book.ts'
import { writeBook, writeSales } from './book.ts'
import { writeCustomerBook } from './customer-book.ts'
import { type Cost, least, measure, median, patience } from './measure.ts'
import * as tools from './tools.ts'

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
/** What everything else of a book is compared with. */
const base = 'crm report balance, cold'
const recordedPath = join(import.meta.dirname, 'recorded.json')
/** Ratios beyond the recorded ones by more than this fail. */
const tolerance = 1.2

const { values } = parseArgs({
  options: {
    /** Leaves the largest book out, as does --check. */
    quick: { type: 'boolean', default: false },
    rows: { type: 'string' },
    customers: { type: 'string' },
    check: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
})

const scratch = mkdtempSync(join(tmpdir(), 'crm-bench-'))
try {
  const ratios = {
    ...startUp(),
    ...compareTools(sizes()),
    ...growth(),
    ...bills(),
    ...facts(sizes().filter((s) => s.rows < million.rows)),
  }
  if (values.record) writeFileSync(recordedPath, `${JSON.stringify(rounded(ratios), null, 2)}\n`)
  if (values.check) process.exitCode = worse(ratios)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function sizes(): readonly Size[] {
  if (values.rows !== undefined)
    return [{ rows: Number(values.rows), customers: Number(values.customers ?? Number(values.rows) / 10), rounds: 3 }]
  return values.quick || values.check ? usual : [...usual, million]
}

type Ratios = Readonly<Record<string, number>>

function startUp(): Ratios {
  const example = join(scratch, 'example')
  cpSync(join(import.meta.dirname, '../../examples/electronics'), example, { recursive: true })
  const commands = [tools.emptyNode, tools.crmHelp, tools.crmCommand('crm list, example', ['list'], example)]
  const costs = measure(commands, 11, scratch)
  const wall = (name: string) => least((costs.get(name) ?? []).map((c) => c.wall))
  const times = (name: string) => wall(name) / wall(tools.emptyNode.name)
  say('Start-up, least wall time of 11', [
    ['command', 'wall ms', '× empty node'],
    ...commands.map(({ name }) => [name, (wall(name) * 1000).toFixed(0), times(name).toFixed(2)]),
  ])
  return Object.fromEntries(
    commands.slice(1).map(({ name }) => [`${name} / ${tools.emptyNode.name}, wall`, times(name)]),
  )
}

function compareTools(wanted: readonly Size[]): Ratios {
  const ratios: Record<string, number> = {}
  const lines = [['rows', 'customers', 'command', 'CPU s', 'wall s', 'peak MB', '× CPU of crm, cold']]
  for (const size of wanted) {
    const folder = book(size)
    const others = tools.otherCommands(folder, size.rows, scratch)
    const costs = new Map([
      ...measure([...tools.reports(folder), ...others], size.rounds, scratch),
      ...verbs(folder, size),
    ])
    const cold = costs.get(base) ?? []
    for (const [name, of] of costs) {
      const times = relation(of, cold, median).toFixed(1)
      const isStopped = of.some((c) => c.stopped)
      const figures = isStopped ? [`> ${patience}`, `> ${patience}`, '–'] : medians(of)
      lines.push([`${size.rows}`, `${size.customers}`, name, ...figures, isStopped ? `> ${times}` : times])
      if (others.some((o) => o.name === name))
        ratios[`${base} / ${name}, CPU, ${size.rows} rows`] = relation(cold, of, least)
      else if (of !== cold) ratios[`${name} / ${base}, CPU, ${size.rows} rows`] = relation(of, cold, least)
    }
  }
  say(`Medians; what takes longer than ${patience} s is stopped`, lines)
  return ratios
}

/** Verbs of the day on a warm cache, and the import of as many sales as the book has rows. */
function verbs(folder: string, { rows, customers }: Size): Map<string, Cost[]> {
  tools.warm(folder)
  const light = measure(tools.lightVerbs(folder), 3, scratch)
  const file = join(scratch, `sales-${rows}.csv`)
  writeSales(file, { rows, customers })
  return new Map([...light, ...measure([tools.importCommand(folder, file)], 1, scratch)])
}

/** What ten times the rows, ten times the customers, and ten times the changed rows cost. */
function growth(): Ratios {
  const few = { rows: 20_000, customers: 1_000 }
  const steps = [few, { ...few, rows: 200_000 }, { ...few, rows: 200_000, customers: 10_000 }]
  const balance = (folder: string, name: string, before: () => void) =>
    tools.crmCommand(name, ['report', 'balance'], folder, before)
  const folders = steps.map(book)
  const last = folders[2] ?? ''
  const commands = [
    ...steps.map(({ rows, customers }, i) =>
      balance(folders[i] ?? '', `${rows} rows, ${customers} customers, cold`, () => tools.forget(folders[i] ?? '')),
    ),
    ...[1, 10, 100].map((n) => balance(last, `the last, ${n} new rows`, () => tools.addRows(last, n))),
  ]
  const costs = [...measure(commands, 3, scratch)]
  const first = costs[0]?.[1] ?? []
  say('Growth of crm report balance, medians', [
    ['book', 'CPU s', 'wall s', 'peak MB', '× CPU of the first'],
    ...costs.map(([name, of]) => [name, ...medians(of), relation(of, first, median).toFixed(1)]),
  ])
  const times = (a: number, b: number) => relation(costs[a]?.[1] ?? [], costs[b]?.[1] ?? [], least)
  return { '10 × rows, CPU': times(1, 0), '10 × customers, CPU': times(2, 1), '100 × changed rows, CPU': times(5, 3) }
}

/** All facts of every customer, and one fact of each: what is not asked for should not be paid for. */
function facts(wanted: readonly Size[]): Ratios {
  const ratios: Record<string, number> = {}
  const lines = [['rows', 'customers', 'command', 'CPU s', 'wall s', 'peak MB']]
  for (const { rows, customers, rounds } of wanted) {
    const folder = join(scratch, `customers-${rows}-${customers}`)
    mkdirSync(folder)
    writeCustomerBook(folder, { rows, customers })
    const one = tools.crmCommand('crm list --columns sales12m', ['list', '--columns', 'sales12m'], folder)
    const all = tools.crmCommand('crm facts (all)', ['facts', 'not id=none'], folder)
    const costs = measure([one, all], rounds, scratch)
    for (const [name, of] of costs) lines.push([...[rows, customers].map(String), name, ...medians(of)])
    ratios[`all facts / one, CPU, ${rows} rows`] = relation(costs.get(all.name) ?? [], costs.get(one.name) ?? [], least)
  }
  say('Facts of every customer, medians', lines)
  return ratios
}

/** A bill run for a thousand customers and for ten thousand, five lines each, all in one commit; and the run after it, which makes nothing. */
function bills(): Ratios {
  const lines = [['bills', 'command', 'CPU s', 'wall s', 'peak MB']]
  const cost = new Map<string, readonly Cost[]>()
  for (const count of [1_000, 10_000]) {
    const whole = join(scratch, `bills-${count}`)
    mkdirSync(whole)
    writeBillBook(whole, count)
    const folder = `${whole}-run`
    const fresh = () => {
      rmSync(folder, { recursive: true, force: true })
      cpSync(whole, folder, { recursive: true })
    }
    const args = ['bill', '--today', '2026-11-25', '--no-input', '--quiet']
    const first = tools.crmCommand(`${count} bills`, args, folder, fresh)
    const second = tools.crmCommand(`${count} bills, again`, args, folder)
    for (const [name, of] of [...measure([first], 3, scratch), ...measure([second], 1, scratch)]) {
      cost.set(name, of)
      lines.push([String(count), name === first.name ? 'crm bill' : 'crm bill, again', ...medians(of)])
    }
  }
  say('Bills of five lines, medians', lines)
  return { '10 × bills, CPU': relation(cost.get('10000 bills') ?? [], cost.get('1000 bills') ?? [], least) }
}

function book({ rows, customers }: Pick<Size, 'rows' | 'customers'>): string {
  const folder = join(scratch, `book-${rows}-${customers}`)
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  writeBook(folder, { rows, customers, months })
  return folder
}

function medians(costs: readonly Cost[]): string[] {
  const of = (pick: (c: Cost) => number) => median(costs.map(pick))
  return [of((c) => c.cpu).toFixed(2), of((c) => c.wall).toFixed(2), of((c) => c.peak).toFixed(0)]
}

function relation(costs: readonly Cost[], to: readonly Cost[], of: (values: readonly number[]) => number): number {
  return of(costs.map((c) => c.cpu)) / of(to.map((c) => c.cpu))
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
