// npm run bench:reconcile [-- FOLDER]: how much of each set of known answers crm books, how much it shows, and whether any of it is wrong.
// With --speed what it costs; with --own sets of our own, fault by fault.
import { parseArgs } from 'node:util'
import { sharedData } from '../../support/shared.ts'
import { findSets } from './find-sets.ts'
import { faultOf, madeUp } from './made-up.ts'
import { type Answer, play } from './play.ts'
import { baselines, type Score, scoreOf } from './score.ts'
import type { MatchingSet } from './set.ts'
import { measureSpeed } from './speed.ts'

const bars = { single: { booked: 0.95, shown: 0.99 }, harder: { booked: 0.85, shown: 0.97 } } as const
const leastPrecision = 0.999

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    speed: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    own: { type: 'boolean', default: false },
    seed: { type: 'string' },
    wrong: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const folder = positionals[0] ?? sharedData('matching')
if (values.speed) {
  const { rows, isFastEnough } = measureSpeed(Number(values.rounds ?? '3'))
  write(rows)
  if (!isFastEnough) process.exitCode = 1
} else if (values.own) {
  const sets = madeUp(Number(values.seed ?? '1'), 40).filter((s) => s.name.includes(values.only ?? ''))
  for (const set of sets) measureFaults(set)
} else if (folder === null) {
  process.stderr.write('say where the sets are: npm run bench:reconcile -- FOLDER\n')
  process.exitCode = 2
} else {
  const sets = findSets(folder).filter((s) => s.gold.size > 0 && s.name.includes(values.only ?? ''))
  const lines = sets.flatMap((set) => measured(set))
  write([['set', 'by', 'pairs', 'precision', 'recall', 'F1', 'recall shown', 'seconds'], ...lines])
}

function measured(set: MatchingSet): string[][] {
  const { booked, shown, why, seconds } = play(set)
  const score = scoreOf(booked, set.gold)
  const { recall } = scoreOf(shown, set.gold)
  if (values.wrong) tellWrong(set, { booked, shown, why })
  const bar = bars[set.level]
  if (score.precision < leastPrecision || score.recall < bar.booked || recall < bar.shown) process.exitCode = 1
  return [
    [set.name, 'crm', String(set.gold.size), ...cells(score), percent(recall), seconds.toFixed(1)],
    ...baselines.map(({ name, pairs }) => ['', name, '', ...cells(scoreOf(pairs(set), set.gold)), '', '']),
  ]
}

function tellWrong({ gold }: MatchingSet, { booked, shown, why }: Omit<Answer, 'seconds'>): void {
  const tell = (what: string, p: string) => process.stdout.write(`${what} ${p}: ${why.get(p.split(' ')[0] ?? '')}\n`)
  for (const p of booked) if (!gold.has(p)) tell('wrong', p)
  for (const p of gold) if (!booked.has(p)) tell(shown.has(p) ? 'shown' : 'missing', p)
}

function cells({ precision, recall, f1 }: Score): string[] {
  return [precision, recall, f1].map(percent)
}

/** Rounded down, so that nothing looks perfect that is not. */
function percent(share: number): string {
  return (Math.floor(share * 10_000) / 10_000).toFixed(4)
}

function write(rows: readonly (readonly string[])[]): void {
  const [head = [], ...rest] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  process.stdout.write([line(head), line(head.map(() => '---')), ...rest.map(line)].join(''))
}

/** Each fault by itself: how much of it is booked, and how much is shown. Wrong is what is booked and not among the answers. */
function measureFaults(set: MatchingSet): void {
  const answer = play(set)
  const { booked, shown } = answer
  const faultsThere = [...new Set([...set.gold, ...booked].map((p) => faultOf(p)))]
  const of = (pairs: ReadonlySet<string>, fault: string) => new Set([...pairs].filter((p) => faultOf(p) === fault))
  const rows = ['', ...faultsThere].map((fault) => {
    const [gold, mine, seen] = [set.gold, booked, shown].map((pairs) => (fault === '' ? pairs : of(pairs, fault)))
    const score = scoreOf(mine ?? new Set(), gold ?? new Set())
    const wrong = [...(mine ?? [])].filter((p) => gold?.has(p) !== true).length
    if (wrong > 0) process.exitCode = 1
    const { recall } = scoreOf(seen ?? new Set(), gold ?? new Set())
    return [fault === '' ? set.name : fault, String(gold?.size), String(wrong), percent(score.recall), percent(recall)]
  })
  write([['fault', 'pairs', 'wrong', 'recall', 'recall shown'], ...rows])
  if (values.wrong) tellWrong(set, answer)
}
